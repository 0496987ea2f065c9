"""Several catalogues as one: what is on this machine first, then whoever has to be asked."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TypeVar

from lorgnette.core.goods import Good, Observation, distinct
from lorgnette.core.types import Language
from lorgnette.engines.catalogue import Catalogue
from lorgnette.engines.wrap.several import Several, most_useful

T = TypeVar("T")


class SeveralCatalogues(Several[Catalogue]):
    """A `Catalogue` that asks others in turn, and of prices all of them.

    One that fails hides nothing that another knows. Where nobody knows anything and one could not
    be asked, nobody can tell: the most useful of the errors is raised, with the others as notes.
    """

    async def good(self, gtin: str, /) -> Good | None:
        """What the first says that knows the product."""
        return await self._first([partial(part.good, gtin) for part in self.parts.values()], None)

    async def search(self, words: str, /, *, language: Language, limit: int = 10) -> Sequence[Good]:
        """What the first finds that finds anything."""
        asks = [
            partial(part.search, words, language=language, limit=limit)
            for part in self.parts.values()
        ]
        return await self._first(asks, ())

    async def prices(self, of: str, /, *, limit: int = 100) -> Sequence[Observation]:
        """What everybody saw, the newest first; what two of them tell is told once."""
        errors: list[Exception] = []
        seen: list[Observation] = []
        for part in self.parts.values():
            seen += await _asked(partial(part.prices, of, limit=limit), (), errors)
        if errors and not seen:
            raise most_useful(errors)
        return sorted(distinct(seen), key=lambda each: each.date, reverse=True)[:limit]

    async def _first(self, asks: Sequence[Callable[[], Awaitable[T]]], nothing: T) -> T:
        """The first answer that says anything."""
        errors: list[Exception] = []
        for ask in asks:
            if answer := await _asked(ask, nothing, errors):
                return answer
        if errors:
            raise most_useful(errors)
        return nothing


async def _asked(ask: Callable[[], Awaitable[T]], nothing: T, errors: list[Exception]) -> T:
    """An answer, or `nothing` and one error more."""
    try:
        return await ask()
    except Exception as error:  # noqa: BLE001 - a stranger's engine may raise anything
        errors.append(error)
        return nothing
