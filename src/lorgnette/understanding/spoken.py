"""All that may be said now, for recognisers: sentences, wake words, answers, stop words."""

from collections.abc import Iterable, Mapping

from lorgnette.core.types import Language
from lorgnette.core.words import split
from lorgnette.engines import Vocabulary
from lorgnette.understanding.idiom import idiom

Arcs = dict[str, tuple[int, ...]]

END = -1
"""The state after a phrase that stands alone."""


class SpokenVocabulary:
    """The sentences of a vocabulary, which may begin with a call, and phrases that stand alone.

    «hey jarvis, what time is it» is one sentence; «stop» and «the second one» are whole without
    one. The states of calls and phrases are negative, so that they cannot be the sentences'.
    """

    def __init__(
        self,
        sentences: Vocabulary,
        language: Language,
        calls: Iterable[str] = (),
        alone: Iterable[str] = (),
    ) -> None:
        """`calls`: the wake words; `alone`: answers besides yes and no, and stop words."""
        self._sentences = sentences
        self._arcs: dict[int, Arcs] = {0: {}, END: {}}
        for call in calls:
            self._add(split(call, language), ends_in=0)
        known = idiom(language)
        for phrase in (*known.stop, *known.yes, *known.no, *alone):
            self._add(split(phrase, language), ends_in=END)
        for word, states in sentences.arcs(0).items():
            self._lead(0, word, states)

    def arcs(self, state: int) -> Mapping[str, tuple[int, ...]]:
        """See `Vocabulary`."""
        return self._arcs[state] if state in self._arcs else self._sentences.arcs(state)

    def accepts(self, state: int) -> bool:
        """See `Vocabulary`; to be called and nothing else is no sentence."""
        return state == END or (state >= 0 and self._sentences.accepts(state))

    def is_open(self, state: int) -> bool:
        """See `Vocabulary`."""
        return state >= 0 and self._sentences.is_open(state)

    def _add(self, words: tuple[str, ...], ends_in: int) -> None:
        state = 0
        for number, word in enumerate(words, 1):
            target = ends_in if number == len(words) else -len(self._arcs)
            self._arcs.setdefault(target, {})
            self._lead(state, word, (target,))
            state = target

    def _lead(self, state: int, word: str, targets: tuple[int, ...]) -> None:
        known = self._arcs[state].get(word, ())
        self._arcs[state][word] = tuple(dict.fromkeys((*known, *targets)))


def without_call(text: str, calls: Iterable[str], language: Language) -> str:
    """The text without a wake word at its beginning, or what is left of one.

    «Jarvis, what time is it» is «what time is it»: the ears may cut into the word.
    """
    parts = text.split()
    heard = [" ".join(split(part, language)) for part in parts]
    for call in calls:
        words = split(call, language)
        for length in range(len(words), 0, -1):
            if tuple(heard[:length]) == words[-length:]:
                return " ".join(parts[length:])
    return text
