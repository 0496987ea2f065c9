"""Meetings in the store: their rows, the words that can be looked for, and their sound."""

from lorgnette.store.meetings.meetings import SQLiteMeetings

__all__ = ["SQLiteMeetings"]
