"""The places that were told last, so that «it», «there» and «the second one» mean one of them."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final, Self

import msgspec
from msgspec.structs import replace

from lorgnette.core.geo import metres
from lorgnette.core.slots import Context
from lorgnette.engines import RECORDS, Found
from lorgnette.skills import Turn
from lorgnette.skills.navigate.references import REFERENCES, Which, which_of
from lorgnette.skills.navigate.skill import skill

RECENT: Final = timedelta(hours=1)
"""For how long after they were told places are meant by «it» and «the second one»."""

IT: Final = "it"
"""The place that is spoken of, in any language."""

COUNTED: Final = (Which.FIRST, Which.SECOND, Which.THIRD, Which.FOURTH, Which.FIFTH)


class Told(msgspec.Struct, frozen=True, tag="told-places"):
    """Places in the order in which they were told, and which of them is spoken of now."""

    name: str
    found: tuple[Found, ...]
    spoken_of: int = 0

    def place(self, which: Which | None) -> int | None:
        """Where in the row the one that is meant stands; None when there is none."""
        last = len(self.found) - 1
        if which is None:
            return self.spoken_of
        if which is Which.LAST:
            return last
        if which is Which.NEXT:
            return self.spoken_of + 1 if self.spoken_of < last else None
        if which is Which.NEAREST:
            return min(range(last + 1), key=lambda at: self.found[at].metres or 0.0)
        at = COUNTED.index(which)
        return at if at <= last else None

    @classmethod
    async def of(cls, turn: Turn) -> Self | None:
        """What the wearer was told last, unless that is long ago."""
        kept = await turn.shelf(cls).newest(limit=1) if RECORDS in turn else ()
        return kept[0].item if kept and turn.now - kept[0].created <= RECENT else None


async def remember(turn: Turn, found: Sequence[Found], called: str) -> None:
    """Let «it» be the first of these places from now on; `called` is what the first is called."""
    await keep(turn, Told(called, tuple(found)))


async def keep(turn: Turn, told: Told) -> None:
    """Keep what was told, in the place of what was told before."""
    if RECORDS in turn:
        shelf = turn.shelf(Told)
        before = [each.id for each in await shelf.all()]
        await shelf.add(told)
        await shelf.remove(*before)


def is_reference(turn: Turn, words: str) -> bool:
    """Whether words say nothing but which of the places that were told is meant."""
    return words.casefold() in REFERENCES or _which(turn, words) is not None


async def referred(turn: Turn, words: str) -> Found | None:
    """The place that words like «it» or «the second one» mean; None when they mean none."""
    return await spoken_of(turn, _which(turn, words)) if is_reference(turn, words) else None


def _which(turn: Turn, words: str) -> Which | None:
    return which_of(words, Context(turn.language, turn.now))


async def spoken_of(turn: Turn, which: Which | None = None) -> Found | None:
    """One of the places that were told, as far as it is from here: from now on it is «it»."""
    told = await Told.of(turn)
    at = None if told is None else told.place(which)
    if told is None or at is None:
        return None
    if at != told.spoken_of:
        await keep(turn, replace(told, spoken_of=at))
    found = told.found[at]
    fix = await turn.whereabouts.here(skill.name)
    return replace(found, likeness=1.0, metres=metres(fix.spot, found.place.spot))
