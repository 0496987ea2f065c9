"""Several sources of places as one: the maps on this machine first, then who has to be asked."""

from collections.abc import Awaitable, Collection, Sequence
from typing import Final, TypeVar

from lorgnette.core.errors import NoMap
from lorgnette.core.geo import metres
from lorgnette.core.places import Place
from lorgnette.core.types import Language, Spot
from lorgnette.engines.places import Found, Places
from lorgnette.engines.wrap.several import Several, most_useful

SURE: Final = 0.9
"""The likeness from which on a place is surely the one that is meant: nobody else is asked."""

NEAR: Final = 60.0
"""Metres within which two places of one name are one: a door, and the middle of the house."""

WIDE: Final = {"street": 1_000.0, "village": 2_000.0, "town": 5_000.0, "city": 10_000.0}
"""The same for what is large: each source has its own idea of where its middle is."""

T = TypeVar("T")


class SeveralPlaces(Several[Places]):
    """A `Places` that asks others in turn, as long as nobody surely knows.

    One that fails hides nothing that another knows. Where nobody knows anything and one could not
    be asked, nobody can tell: the most useful of the errors is raised, with the others as notes.
    NoMap is raised only when nobody has one.
    """

    async def search(
        self, words: str, /, *, language: Language, near: Spot | None = None, limit: int = 10
    ) -> Sequence[Found]:
        """What they find, each place once; what fits better comes first."""
        errors: list[Exception] = []
        found: list[Found] = []
        for part in self.parts.values():
            asked = part.search(words, language=language, near=near, limit=limit)
            more = await _said(asked, errors) or ()
            found = merged(found, more)
            if any(each.likeness >= SURE for each in more):
                break
        return self._known(found, errors)[:limit]

    async def around(
        self, spot: Spot, /, *, kinds: Collection[str] = (), within: float = 500, limit: int = 20
    ) -> Sequence[Found]:
        """What the first finds that finds anything."""
        errors: list[Exception] = []
        for part in self.parts.values():
            asked = part.around(spot, kinds=kinds, within=within, limit=limit)
            if found := await _said(asked, errors):
                return found
        return self._known([], errors)

    async def address(self, spot: Spot, /) -> Place | None:
        """What the first says that knows the spot."""
        errors: list[Exception] = []
        for part in self.parts.values():
            if place := await _said(part.address(spot), errors):
                return place
        self._known([], errors)
        return None

    def _known(self, found: list[Found], errors: list[Exception]) -> list[Found]:
        """What was found. Raises when that is nothing, and nobody can tell."""
        mapless = [error for error in errors if isinstance(error, NoMap)]
        if not found and errors and (len(mapless) < len(errors) or len(errors) == len(self.parts)):
            raise most_useful(errors)
        return found


def merged(found: Sequence[Found], more: Sequence[Found]) -> list[Found]:
    """Both, without those of `more` that were found already."""
    new = [each for each in more if not any(same(each.place, old.place) for old in found)]
    if not found or not new:
        return [*found, *new]
    return sorted([*found, *new], key=lambda each: -each.likeness)


def same(one: Place, other: Place) -> bool:
    """Whether two sources mean one place: by its identity, else by its name and where it is."""
    if one.identity and one.identity == other.identity:
        return True
    wide = WIDE.get(one.kind, NEAR) if one.kind == other.kind else NEAR
    return metres(one.spot, other.spot) <= wide and not _names(one).isdisjoint(_names(other))


def _names(place: Place) -> set[str]:
    """What it is called in any language; without a name, its address."""
    address = f"{place.address.street} {place.address.house}".strip()
    names = {name.casefold() for name in place.names.values() if name}
    return names or ({address.casefold()} if address else set())


async def _said(asked: Awaitable[T], errors: list[Exception]) -> T | None:
    """An answer, or None and one error more."""
    try:
        return await asked
    except Exception as error:  # noqa: BLE001 - a stranger's engine may raise anything
        errors.append(error)
        return None
