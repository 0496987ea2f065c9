"""The words of a transcript: who said what and when, and the files it can become."""

from lorgnette.core.transcripts.transcript import Line, Transcript

__all__ = ["Line", "Transcript"]
