"""Goods by their number and by their name, and what they cost where."""

from collections.abc import Sequence
from typing import Protocol

from lorgnette.core.goods import Good, Observation
from lorgnette.core.types import Language
from lorgnette.engines.key import Key


class Catalogue(Protocol):
    """Knows goods. It may be a file on this machine, or a shop's service.

    All verbs are safe to cancel, and raise EngineFailed when the catalogue cannot be asked just
    now: that is not the same as knowing nothing. Numbers are normalised (`core.codes.gtin`); any
    other text is the number of nothing.

    A catalogue whose answers may be kept says how long, in seconds, as `keeps`; without it, it is
    asked each time.
    """

    async def good(self, gtin: str, /) -> Good | None:
        """What is known of a product, by its number; None when nothing is."""

    async def search(self, words: str, /, *, language: Language, limit: int = 10) -> Sequence[Good]:
        """Goods by name or brand, the likeliest first; misspelt and misheard words are forgiven."""

    async def prices(self, of: str, /, *, limit: int = 100) -> Sequence[Observation]:
        """What others saw a product cost, the newest first; none when nobody did.

        `of` is its number, or the category of goods that have none, such as `en:bananas`.
        """


CATALOGUE: Key[Catalogue] = Key("catalogue")
"""What goods are, and what they cost."""
