"""The embedded voice: espeak-ng, a hundred languages, in processes of its own."""
