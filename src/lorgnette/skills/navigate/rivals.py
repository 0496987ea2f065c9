"""Several places of one name: told apart by where they are and how far, and chosen so."""

from collections.abc import Awaitable, Callable, Sequence
from itertools import starmap

from lorgnette.core.guidance import distance_said
from lorgnette.core.types import Language
from lorgnette.engines import Found, Places
from lorgnette.skills import Ask, Reply, Turn
from lorgnette.skills.navigate.streets import street_of

MOST = 4
"""Places of one name that are asked about."""

ALIKE = 0.1
"""How much less likely another place of the same name may be and still be meant."""


def rivals_of(found: Sequence[Found], language: Language) -> Sequence[Found]:
    """The likeliest place, and others of the same name that are as likely."""
    best = found[0]
    name = best.place.name(language).casefold()
    others = [
        each
        for each in found[1:]
        if each.likeness >= best.likeness - ALIKE
        and each.place.name(language).casefold() == name
        and each.place.kind == best.place.kind
    ]
    return [best, *others] if name else [best]


async def which(
    turn: Turn,
    places: Places,
    rivals: Sequence[Found],
    then: Callable[[Found], Awaitable[Reply]],
) -> Reply:
    """Ask which of several places of one name is meant.

    It may be answered by the number, by the street or town, and by which is nearer.
    """
    several = rivals[:MOST]

    async def chosen(choice: int) -> Reply:
        return await then(several[choice])

    ats = await told_apart(turn, places, several)
    labels = [where(turn, each, at) for each, at in zip(several, ats, strict=True)]
    ask = turn.message(
        "which", name=several[0].place.name(turn.language), places=turn.message("or").join(labels)
    )
    choices = zip(labels, ats, nearer(turn, several), strict=True)
    return Reply(ask=Ask(ask, chosen, choices=tuple(starmap(wordings, choices))))


async def told_apart(turn: Turn, places: Places, several: Sequence[Found]) -> Sequence[str]:
    """What tells each place from the others: its town, or its street where the town is one."""
    towns = [each.place.address.locality for each in several]
    if len(set(towns)) == len(towns):
        return towns
    streets = [await street_of(turn, places, each.place) for each in several]
    return streets if len(set(streets)) > 1 else towns


def where(turn: Turn, found: Found, at: str) -> str:
    """Where a place is, and how far: «Bridge Street, 200 metres away»."""
    far = "" if found.metres is None else distance_said(found.metres, turn.language)
    return turn.message("where", at=at, far=far) if at and far else at or far


def nearer(turn: Turn, several: Sequence[Found]) -> Sequence[str]:
    """How one says which is meant by how far they are, for each; words with a | between."""
    far = [each.metres for each in several if each.metres is not None]
    if len(set(far)) < len(several):
        return [""] * len(several)
    words = {min(far): turn.message("nearer"), max(far): turn.message("farther")}
    return [words.get(each, "") for each in far]


def wordings(label: str, at: str, nearness: str) -> tuple[str, ...]:
    """How a place may be chosen."""
    return tuple(filter(None, (label, at, *nearness.split("|"))))
