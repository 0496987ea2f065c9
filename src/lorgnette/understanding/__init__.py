"""Sentences to intents; no I/O, no clock."""

from lorgnette.understanding.answers import is_stop, read_answer, read_consent, wordings
from lorgnette.understanding.grammar import Grammar
from lorgnette.understanding.leniency import Leniency
from lorgnette.understanding.sentences import ActionSentences
from lorgnette.understanding.spoken import SpokenVocabulary, without_call

__all__ = [
    "ActionSentences",
    "Grammar",
    "Leniency",
    "SpokenVocabulary",
    "is_stop",
    "read_answer",
    "read_consent",
    "without_call",
    "wordings",
]
