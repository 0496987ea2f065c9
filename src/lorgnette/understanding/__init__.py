"""Sentences to intents; no I/O, no clock."""

from lorgnette.understanding.answers import is_stop, read_answer, read_consent
from lorgnette.understanding.called import CalledVocabulary, without_call
from lorgnette.understanding.grammar import Grammar
from lorgnette.understanding.leniency import Leniency
from lorgnette.understanding.sentences import ActionSentences

__all__ = [
    "ActionSentences",
    "CalledVocabulary",
    "Grammar",
    "Leniency",
    "is_stop",
    "read_answer",
    "read_consent",
    "without_call",
]
