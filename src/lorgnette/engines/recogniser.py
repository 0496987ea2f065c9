"""Speech to text."""

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from typing import Protocol

import msgspec

from lorgnette.core.types import Language, Sound
from lorgnette.engines.key import Key


class Vocabulary(Protocol):
    """What could be meant, as a finite automaton over words.

    States are small integers; `0` is the start. A recogniser may use it to prefer sentences
    that can be understood; it must never force one onto sounds that say something else.
    """

    def arcs(self, state: int) -> Mapping[str, tuple[int, ...]]:
        """The words that can follow, each with the states it leads to."""

    def accepts(self, state: int) -> bool:
        """Whether a sentence may end here."""

    def is_open(self, state: int) -> bool:
        """Whether any word at all may follow here (free text)."""


class Transcript(msgspec.Struct, frozen=True):
    """What was heard so far.

    `text` is what the sounds say. `meant` is the sentence of the vocabulary that fits them
    best, when there is one, and `doubt` says how badly it fits: near 0 was heard word for word,
    up to about 0.7 was said but heard badly, above is something else.

    `goes_on` is how likely the voice has not come down yet at the end, from 0 to 1; recognisers
    that cannot tell leave it at 0.
    """

    text: str
    language: Language
    meant: str = ""
    doubt: float = 0.0
    goes_on: float = 0.0


class Hearing(Protocol):
    """One utterance being heard. Not safe for two tasks at once."""

    async def hear(self, sound: Sound, /) -> None:
        """Take the next piece of sound, of any length. Returns at once."""

    async def partial(self) -> Transcript:
        """What can be said already, as cheaply as the provider can: for captions while one speaks.

        The last second of sound may be missing, and whoever hears only whole utterances gives
        their last transcript. Otherwise as `transcript`.
        """

    async def transcript(self) -> Transcript:
        """The best guess once everything heard so far has been considered.

        May be called many times, at the pauses of an utterance and at its end, and is cheap when
        nothing was heard since the last call. Safe to cancel. Raises EngineFailed.
        """


class Recogniser(Protocol):
    """Speech to text, one utterance at a time, several at once.

    It may say which `languages` it knows, for whoever looks at the hub; `open` decides.
    """

    def open(
        self, language: Language, vocabulary: Vocabulary | None = None
    ) -> AbstractAsyncContextManager[Hearing]:
        """Start to hear one utterance; leaving the context releases everything.

        Raises UnsupportedLanguage on entering, never later.
        """

    async def warm_up(self) -> None:
        """Load models, so that the first utterance is as quick as the next."""


RECOGNISER: Key[Recogniser] = Key("recogniser")
