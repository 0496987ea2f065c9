"""Sentences to intents; no I/O, no clock."""
