"""Lorgnette: the open operating system for AI glasses."""

__version__ = "0.1.0"
