"""Scripted places, and the promises of every `Places`."""

from collections.abc import Collection, Sequence
from typing import Final

import anyio
import msgspec

from lorgnette.core.errors import EngineFailed, NoMap
from lorgnette.core.geo import metres
from lorgnette.core.places import Place
from lorgnette.core.places.kinds import TOLD, kinds_said
from lorgnette.core.types import CHINESE, ENGLISH, Language, Spot
from lorgnette.engines.places import Found, Places
from lorgnette.testing.promises import promise

HOSTILE: Final = (
    *("", " ", "\0", "%", '" OR 1=1 --', "../../etc/passwd", "NEAR(", "*", "\ud800", "😀"),
    *("?q=x&a=b#c", "\u202e", "word " * 2_000, "12" * 300, "a AND", "91.5, 200", "-", "号", "1号"),
    *("路" * 500, "and", " and ", "in", ", ,", "12 ", "+", "8FVC0000+", "\n", "ß" * 300),
)
"""Words that must be survived."""

WILD: Final = Spot(-48.9, -123.4)
"""A spot in the ocean, farther from land than any other."""

SPOTS: Final = (WILD, Spot(90, 0), Spot(-90, 180), Spot(0, -180), Spot(0, 180))
"""Spots at which calculations break."""


class ScriptedPlaces:
    """`Places` that know a few, and remember what they were asked.

    `failing` raises EngineFailed, `mapless` NoMap.
    """

    def __init__(self, places: Sequence[Place] = (), *, here: Place | None = None) -> None:
        """`here` is the address of every spot."""
        self.places = list(places)
        self.here = here
        self.failing = False
        self.mapless = False
        self.asked: list[str] = []

    async def search(
        self,
        words: str,
        /,
        *,
        language: Language,  # noqa: ARG002 - part of the contract
        near: Spot | None = None,
        limit: int = 10,
    ) -> Sequence[Found]:
        """Places of the kind that was said, else those in whose names every word occurs.

        A name that has more words is less alike.
        """
        await self._hear(f"search {words}")
        kinds = kinds_said(words)
        said = words.casefold().split()
        found = []
        for place in self.places:
            names = [name.casefold() for name in place.names.values()]
            whole = [name for name in names if said and all(word in name for word in said)]
            if place.kind in kinds or whole:
                exact = place.kind in kinds or words.casefold() in whole
                found.append(Found(place, 1.0 if exact else 0.8, _far(near, place.spot)))
        found.sort(key=lambda each: (-each.likeness, each.metres or 0.0, -each.place.importance))
        return found[:limit]

    async def around(
        self, spot: Spot, /, *, kinds: Collection[str] = (), within: float = 500, limit: int = 20
    ) -> Sequence[Found]:
        """See `Places`."""
        await self._hear("around")
        found = [
            Found(place, 1.0, metres(spot, place.spot))
            for place in self.places
            if place.kind in (kinds or TOLD) and metres(spot, place.spot) <= within
        ]
        return sorted(found, key=lambda each: each.metres or 0.0)[:limit]

    async def address(self, spot: Spot, /) -> Place | None:  # noqa: ARG002 - the contract
        """See `Places`."""
        await self._hear("address")
        return self.here

    async def _hear(self, what: str) -> None:
        self.asked.append(what)
        await anyio.lowlevel.checkpoint()
        if self.failing:
            raise EngineFailed("nobody knows the way")
        if self.mapless:
            raise NoMap


def _far(near: Spot | None, spot: Spot) -> float | None:
    return None if near is None else metres(near, spot)


async def check_places(places: Places, known: Place, street: Spot | None = None) -> None:
    """Every promise of `Places`. Raises AssertionError with the first that is not kept.

    `known` is a place with a name that it has, of a kind with words; `street` a spot in a street.
    """
    await _check_names(places, known)
    await _check_around(places, known)
    if street is not None:
        at = await places.address(street)
        promise(at is not None and at.address.street != "", "a spot in a street has an address")
    promise(await _nothing(places), "there is no address in the ocean")
    await _check_hostile(places)
    with anyio.CancelScope() as scope:
        scope.cancel()
        await places.search("x", language=ENGLISH)
    await _check_names(places, known)


async def _check_names(places: Places, known: Place) -> None:
    for language in (ENGLISH, CHINESE):
        name = known.name(language)
        found = await places.search(name, language=language, near=known.spot)
        promise(known.identity in {each.place.identity for each in found}, "a name finds its place")
        promise(len(found) <= 10, "no more is found than was asked for")
        promise(all(0 <= each.likeness <= 1 for each in found), "likeness is from 0 to 1")
        promise(all(each.metres is not None for each in found), "near a spot has metres")
        one = await places.search(name, language=language, limit=1)
        promise(len(one) == 1, "one is found when one was asked for")
        promise(one[0].metres is None, "near nowhere has no metres")


async def _check_around(places: Places, known: Place) -> None:
    found = await places.around(known.spot, kinds=(known.kind,), within=300)
    promise(known.identity in {each.place.identity for each in found}, "what is here is around")
    promise({each.place.kind for each in found} == {known.kind}, "only what was asked for")
    far = [each.metres or 0.0 for each in found]
    promise(far == sorted(far) and far[-1] <= 300, "the nearest come first, none is too far")
    one = await places.around(known.spot, kinds=(known.kind,), within=300, limit=1)
    promise(len(one) == 1, "one is told when one was asked for")
    promise(not await places.around(known.spot, limit=0), "none when none was asked for")


async def _nothing(places: Places) -> bool:
    try:
        return await places.address(WILD) is None
    except NoMap:
        return True


async def _check_hostile(places: Places) -> None:
    for text in HOSTILE:
        for near in (None, *SPOTS):
            try:
                found = await places.search(text, language=ENGLISH, near=near, limit=3)
            except NoMap:
                continue
            promise(len(found) <= 3, "whatever is said, something or nothing is found")
            promise(msgspec.json.encode(found) is not None, "what is found can be sent")
    for spot in SPOTS:
        try:
            await places.around(spot, within=1e9)
            await places.address(spot)
        except NoMap:
            continue
