"""Places with a name of the wearer's own: home, work, and whatever they call one."""

import msgspec

from lorgnette.core import cards
from lorgnette.core.types import Spot
from lorgnette.engines import Stored
from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.navigate.plans import Goal
from lorgnette.skills.navigate.seeking import choose, here
from lorgnette.skills.navigate.skill import skill

HOME, WORK = "home", "work"

_HOMES = frozenset({"home", "my home", "house", "my house", "my place", "家", "家里", "我家"})
_WORKS = frozenset(
    {"work", "my work", "the office", "office", "my office", "公司", "单位", "我公司", "办公室"}
)


class Named(msgspec.Struct, frozen=True, tag="named-place"):
    """A place that the wearer has given a name."""

    name: str
    spot: Spot


def known_as(words: str) -> str:
    """The name that words mean: `home` and `work` are the same in every language."""
    plain = words.strip().casefold()
    if plain in _HOMES:
        return HOME
    if plain in _WORKS:
        return WORK
    return plain.removeprefix("my ").removeprefix("我的")


async def named(turn: Turn, words: str) -> Stored[Named] | None:
    """The place that the wearer calls so."""
    name = known_as(words)
    kept = await turn.shelf(Named).all()
    return next((each for each in reversed(kept) if each.item.name.casefold() == name), None)


async def goal_named(turn: Turn, words: str) -> Goal | None:
    """A place of one's own as somewhere to go."""
    kept = await named(turn, words)
    return None if kept is None else Goal(label(turn, kept.item), kept.item.spot)


def label(turn: Turn, place: Named) -> str:
    """What a named place is called to the wearer."""
    return turn.message(place.name) if place.name in (HOME, WORK) else place.name


@skill.action(
    "(this is|i am at|i'm at) [my] (home|house)",
    "(set|save|remember) (this as|this place as) [my] home",
    patience=10.0,
)
async def this_is_home(turn: Turn) -> Reply:
    """Remember where you are as your home."""
    return await keep(turn, HOME, (await here(turn)).spot)


@skill.action(
    "this is (my work|my office|where i work)",
    "(set|save|remember) (this as|this place as) [my] (work|office)",
    patience=10.0,
)
async def this_is_work(turn: Turn) -> Reply:
    """Remember where you are as your work."""
    return await keep(turn, WORK, (await here(turn)).spot)


@skill.action(
    "(remember|save|keep) (this|this place|this spot|where i am) as {name}",
    "call this place {name}",
    patience=10.0,
)
async def remember(turn: Turn, name: str) -> Reply:
    """Remember where you are by a name of your own."""
    return await keep(turn, known_as(name), (await here(turn)).spot)


@skill.action("(my home is|i live) (at|in) {place}", patience=10.0)
async def home_is(turn: Turn, place: str) -> Reply:
    """Remember a place as your home."""
    return await kept_as(turn, HOME, place)


@skill.action("(my work is|my office is|i work) (at|in) {place}", patience=10.0)
async def work_is(turn: Turn, place: str) -> Reply:
    """Remember a place as your work."""
    return await kept_as(turn, WORK, place)


async def kept_as(turn: Turn, name: str, place: str) -> Reply:
    """Find a place, asking which if need be, and keep it by a name."""

    async def then(goal: Goal) -> Reply:
        return await keep(turn, name, goal.spot)

    return await choose(turn, place, then)


async def keep(turn: Turn, name: str, spot: Spot) -> Reply:
    """Keep a spot by a name, in the place of the one that had it."""
    shelf, place = turn.shelf(Named), Named(name, spot)
    old = await named(turn, name)
    if old is None or not await shelf.replace(old.id, place):
        await shelf.add(place)
    return Reply(say=turn.message("kept", name=label(turn, place)))


@skill.action("(list|show|what are|tell me) my [saved|named] places")
async def list_places(turn: Turn) -> Reply:
    """Tell which places have a name of yours."""
    kept = await turn.shelf(Named).all()
    if not kept:
        return Reply(say=turn.message("none-kept"))
    names = [label(turn, each.item) for each in kept]
    card = cards.List(title=turn.message("kept-places"), items=tuple(map(cards.Line, names)))
    return Reply(say=turn.message("and").join(names), card=card)


@skill.action("(forget|delete|remove) [my|the] [saved] place {name}", careful=True)
async def forget(turn: Turn, name: str) -> Reply:
    """Forget a place of yours, after a yes."""
    kept = await named(turn, name)
    if kept is None:
        return Reply(say=turn.message("not-kept", name=name))
    called = label(turn, kept.item)

    async def commit() -> Reply:
        await turn.shelf(Named).remove(kept.id)
        return Reply(say=turn.message("forgotten", name=called), clears=True)

    return Reply(offer=Offer(turn.message("forget", name=called), commit))
