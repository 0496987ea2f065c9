from datetime import date

import msgspec
import pytest

from lorgnette.core.goods import Good, Observation
from lorgnette.testing.catalogues import HOSTILE, ScriptedCatalogue, check_catalogue

TEA = Good("5901234123457", {"": "Green tea"}, "Leaf")
SEEN = [Observation(TEA.gtin, price, "EUR", date(2026, 1, price)) for price in (3, 9, 5)]


async def test_the_scripted_catalogue_keeps_the_promises_of_a_catalogue():
    await check_catalogue(ScriptedCatalogue([TEA], SEEN), TEA, TEA.gtin)


class Wrong(ScriptedCatalogue):
    """A catalogue that breaks one promise."""

    def __init__(self, fault):
        super().__init__([TEA], SEEN)
        self.fault = fault

    async def good(self, gtin, /):
        found = await super().good(gtin)
        if self.fault == "knows everything":
            return TEA
        if self.fault == "tells it otherwise" and found:
            return msgspec.structs.replace(found, brand="Other")
        if self.fault == "breaks" and gtin in HOSTILE:
            raise ValueError
        return found

    async def search(self, words, /, *, language, limit=10):
        if self.fault == "finds nothing":
            return []
        if self.fault == "finds too much":
            return [TEA] * 20
        return await super().search(words, language=language, limit=limit)

    async def prices(self, gtin, /, *, limit=100):
        if self.fault == "oldest first":
            return list(reversed(await super().prices(gtin)))
        if self.fault == "too many prices":
            return await super().prices(gtin)
        return await super().prices(gtin, limit=limit)


@pytest.mark.parametrize(
    "fault",
    [
        *("knows everything", "tells it otherwise", "breaks", "finds nothing", "finds too much"),
        *("oldest first", "too many prices"),
    ],
)
async def test_a_promise_that_is_broken_is_noticed(fault):
    with pytest.raises((AssertionError, ValueError)):
        await check_catalogue(Wrong(fault), TEA, TEA.gtin)
