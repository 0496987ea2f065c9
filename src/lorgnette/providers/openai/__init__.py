"""A thinker behind any OpenAI-compatible endpoint: Qwen, Ollama, vLLM, llama.cpp."""
