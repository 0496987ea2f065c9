"""A catalogue whose answers are kept, so that nobody is asked the same twice."""

import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Final, Protocol

import msgspec

from lorgnette.core.clock import Clock
from lorgnette.core.codes.gtin import normalised
from lorgnette.core.errors import EngineFailed, StoreFailed
from lorgnette.core.goods import Good, Observation
from lorgnette.core.loose import is_category
from lorgnette.core.types import Language
from lorgnette.engines.catalogue import Catalogue
from lorgnette.engines.wrap.wrapper import Wrapper

NOTHING_KEEPS: Final = 24 * 3600.0
"""Seconds for which a catalogue is believed at most that it does not know something."""


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a catalogue said, and when."""

    said: dt.datetime
    good: Good | None = None
    prices: tuple[Observation, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it said that it knows nothing."""
        return self.good is None and not self.prices


class Answers(Protocol):
    """Where the answers of one catalogue are kept. Both verbs raise StoreFailed."""

    async def recall(self, question: str, /) -> Answer | None:
        """What was said to a question; None when it was never asked, or forgotten."""

    async def keep(self, question: str, answer: Answer, /) -> None:
        """Keep what was said, in the place of what was said before."""


class RememberedCatalogue(Wrapper[Catalogue]):
    """A `Catalogue` that is asked only for what it did not say lately.

    An old answer is better than none: it is given when the catalogue cannot be asked just now.
    Searches are asked each time.
    """

    def __init__(self, inner: Catalogue, answers: Answers, clock: Clock, keeps: float) -> None:
        """`keeps`: for how many seconds an answer is as good as new."""
        super().__init__(inner)
        self.answers = answers
        self.clock = clock
        self.keeps_for = keeps

    async def good(self, gtin: str, /) -> Good | None:
        """See `Catalogue`."""

        async def ask() -> Answer:
            return Answer(self.clock.now(), good=await self.inner.good(gtin))

        if normalised(gtin) != gtin:
            return None
        return (await self._answer(f"good {gtin}", ask)).good

    async def prices(self, of: str, /, *, limit: int = 100) -> Sequence[Observation]:
        """See `Catalogue`."""

        async def ask() -> Answer:
            return Answer(self.clock.now(), prices=tuple(await self.inner.prices(of)))

        if not (normalised(of) == of or is_category(of)):
            return ()
        return (await self._answer(f"prices {of}", ask)).prices[:limit]

    async def search(self, words: str, /, *, language: Language, limit: int = 10) -> Sequence[Good]:
        """See `Catalogue`."""
        return await self.inner.search(words, language=language, limit=limit)

    async def aclose(self) -> None:
        """Close the catalogue, and what its answers are kept in."""
        await super().aclose()
        if close := getattr(self.answers, "aclose", None):
            await close()

    async def _answer(self, question: str, ask: Callable[[], Awaitable[Answer]]) -> Answer:
        old = None
        with suppress(StoreFailed):
            old = await self.answers.recall(question)
        if old is not None and self._is_new(old):
            return old
        try:
            answer = await ask()
        except EngineFailed:
            if old is None or old.is_empty:
                raise
            return old
        with suppress(StoreFailed):  # what cannot be kept was said all the same
            await self.answers.keep(question, answer)
        return answer

    def _is_new(self, answer: Answer) -> bool:
        keeps = min(self.keeps_for, NOTHING_KEEPS) if answer.is_empty else self.keeps_for
        return dt.timedelta() <= self.clock.now() - answer.said < dt.timedelta(seconds=keeps)
