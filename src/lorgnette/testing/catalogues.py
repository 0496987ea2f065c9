"""A scripted catalogue, and the promises of every `Catalogue`."""

from collections.abc import Sequence

import anyio

from lorgnette.core.errors import EngineFailed
from lorgnette.core.goods import Good, Observation
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.engines import Catalogue
from lorgnette.testing.promises import promise

HOSTILE = (
    *("", " ", "\0", "%", '" OR 1=1 --', "../../etc/passwd", "NEAR(", "*", "\ud800", "😀"),
    *("?fields=x&a=b#c", "\u202e", "word " * 2_000, "12" * 300, "你好"),
)
"""Words and numbers that a catalogue must survive."""

NOBODY_HAS = "4006381333115"
"""A number with a right check digit, of no product in any test."""


class ScriptedCatalogue:
    """A `Catalogue` that knows a few goods and prices, and remembers what it was asked.

    With `failing` it raises EngineFailed; `keeps` says how many seconds its answers may be kept.
    """

    def __init__(
        self, goods: Sequence[Good] = (), prices: Sequence[Observation] = (), *, keeps: float = 0
    ) -> None:
        self.goods = {each.gtin: each for each in goods}
        self.seen = list(prices)
        self.keeps = keeps
        self.failing = False
        self.asked: list[str] = []

    async def good(self, gtin: str, /) -> Good | None:
        """See `Catalogue`."""
        await self._hear(f"good {gtin}")
        return self.goods.get(gtin)

    async def search(self, words: str, /, *, language: Language, limit: int = 10) -> Sequence[Good]:
        """Goods in whose names every word occurs."""
        await self._hear(f"search {words}")
        said = words.casefold().split()
        found = [
            each
            for each in self.goods.values()
            if said and all(word in f"{each.brand} {each.names}".casefold() for word in said)
        ]
        return sorted(found, key=lambda each: len(each.name(language)))[:limit]

    async def prices(self, of: str, /, *, limit: int = 100) -> Sequence[Observation]:
        """See `Catalogue`."""
        await self._hear(f"prices {of}")
        found = [each for each in self.seen if each.of == of]
        return sorted(found, key=lambda each: each.date, reverse=True)[:limit]

    async def _hear(self, what: str) -> None:
        self.asked.append(what)
        await anyio.lowlevel.checkpoint()
        if self.failing:
            raise EngineFailed("the shop is closed")


async def check_catalogue(catalogue: Catalogue, known: Good | None, priced: str | None) -> None:
    """Every promise of a `Catalogue`. Raises AssertionError with the first that is not kept.

    `known` is a product that it has, `priced` the number of one, or a category, with at least two
    prices; None for a catalogue that has no goods, or no prices.
    """
    if known is not None:
        await _check_goods(catalogue, known)
    if priced is not None:
        await _check_prices(catalogue, priced)
    promise(await catalogue.good(NOBODY_HAS) is None, "what nobody knows is None")
    promise(not await catalogue.prices(NOBODY_HAS), "what nobody saw has no prices")
    await _check_hostile(catalogue)
    with anyio.CancelScope() as scope:
        scope.cancel()
        await catalogue.good(NOBODY_HAS)
    promise(await catalogue.good(NOBODY_HAS) is None, "it works after it was left")


async def _check_goods(catalogue: Catalogue, known: Good) -> None:
    found = await catalogue.good(known.gtin)
    promise(found is not None and found.gtin == known.gtin, "a product is found by its number")
    promise(found == known, "it is told as it is known")
    for language in (ENGLISH, CHINESE):
        name = known.name(language)
        goods = await catalogue.search(name, language=language)
        promise(known.gtin in {each.gtin for each in goods}, "a product is found by its name")
        promise(len(goods) <= 10, "no more is found than was asked for")
        one = await catalogue.search(name, language=language, limit=1)
        promise(len(one) == 1, "one is found when one was asked for")


async def _check_prices(catalogue: Catalogue, priced: str) -> None:
    seen = await catalogue.prices(priced)
    promise(len(seen) > 1, "prices are found by the number of a product")
    promise(all(each.of == priced for each in seen), "they are prices of that product")
    days = [each.date for each in seen]
    promise(days == sorted(days, reverse=True), "the newest come first")
    promise(all(each.price > 0 and each.currency for each in seen), "a price has a currency")
    newest = await catalogue.prices(priced, limit=1)
    promise(list(newest) == list(seen[:1]), "no more prices come than were asked for")


async def _check_hostile(catalogue: Catalogue) -> None:
    for text in HOSTILE:
        promise(await catalogue.good(text) is None, "what is no number is nothing's number")
        promise(not await catalogue.prices(text), "what is no number has no price")
        found = await catalogue.search(text, language=ENGLISH, limit=3)
        promise(len(found) <= 3, "whatever is said, something or nothing is found")
