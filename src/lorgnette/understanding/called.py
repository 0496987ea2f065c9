"""Sentences that may begin with somebody being called: «hey jarvis, what time is it»."""

from collections.abc import Iterable, Mapping

from lorgnette.core.types import Language
from lorgnette.core.words import split
from lorgnette.engines import Vocabulary


class CalledVocabulary:
    """A vocabulary whose sentences may begin with one of some phrases.

    The states between the words of a phrase are negative, so that they cannot be the others'.
    """

    def __init__(self, vocabulary: Vocabulary, phrases: Iterable[str], language: Language) -> None:
        """`phrases`: the wake words, as they are said."""
        self._vocabulary = vocabulary
        self._arcs: dict[int, dict[str, tuple[int, ...]]] = {0: {}}
        for phrase in phrases:
            self._add(split(phrase, language))
        for word, states in vocabulary.arcs(0).items():
            self._arcs[0][word] = (*self._arcs[0].get(word, ()), *states)

    def arcs(self, state: int) -> Mapping[str, tuple[int, ...]]:
        """See `Vocabulary`."""
        return self._arcs[state] if state in self._arcs else self._vocabulary.arcs(state)

    def accepts(self, state: int) -> bool:
        """See `Vocabulary`; to be called alone is no sentence."""
        return state >= 0 and self._vocabulary.accepts(state)

    def is_open(self, state: int) -> bool:
        """See `Vocabulary`."""
        return state >= 0 and self._vocabulary.is_open(state)

    def _add(self, words: tuple[str, ...]) -> None:
        state = 0
        for number, word in enumerate(words, 1):
            last = number == len(words)
            target = 0 if last else -len(self._arcs)
            arcs = self._arcs.setdefault(state, {})
            arcs[word] = (*arcs.get(word, ()), target)
            self._arcs.setdefault(target, {})
            state = target


def without_call(text: str, phrases: Iterable[str], language: Language) -> str:
    """The text without a wake word at its beginning, or what is left of one.

    «Jarvis, what time is it» is «what time is it»: the ears may cut into the word.
    """
    parts = text.split()
    heard = [" ".join(split(part, language)) for part in parts]
    for phrase in phrases:
        words = split(phrase, language)
        for length in range(len(words), 0, -1):
            if tuple(heard[:length]) == words[-length:]:
                return " ".join(parts[length:])
    return text
