"""Whatever is behind an OpenAI-compatible endpoint: Qwen, Ollama, vLLM, llama.cpp."""
