"""What there is near another place: a restaurant near the station, what is around the castle."""

from collections.abc import Awaitable, Callable, Sequence

from msgspec.structs import replace

from lorgnette.core.geo import metres
from lorgnette.core.guidance import distance_said
from lorgnette.core.routes import Mode
from lorgnette.core.types import Spot
from lorgnette.engines import Found, Trip
from lorgnette.skills import Reply, Turn
from lorgnette.skills.navigate.around import around, listed, nearest_of, offered, shown
from lorgnette.skills.navigate.going import FINDING, in_short, set_out, sought
from lorgnette.skills.navigate.hours import MANY, open_of
from lorgnette.skills.navigate.plans import Goal
from lorgnette.skills.navigate.seeking import goal_of, here, likely, name_of, places_of
from lorgnette.skills.navigate.skill import skill
from lorgnette.skills.navigate.sorts import Sold, Sort, is_clear
from lorgnette.skills.navigate.travelling import Somewhere
from lorgnette.skills.navigate.ways import router_of
from lorgnette.skills.navigate.whereabouts import where_is

HERE = frozenset(
    {
        *("me", "here", "us", "this place", "this town", "this area"),
        *("我", "我们", "这", "这里", "这儿", "这边", "我这里"),
    }
)
"""Landmarks that are where one stands."""

SAME = 1.0
"""Metres within which what was found is the landmark itself."""

CLOSE = "near|close to|next to|beside|around|opposite|across from|not far from"

NEAR = f"({CLOSE}|by)"


@skill.action(
    "(find|show|look for|i need|i want|i'd like|i'm looking for|is there|are there|where is|where's"
    f"|any) [me] [a|an|some|any|the] {{sort}} {NEAR} [the|my] {{landmark}}",
    f"[a|an|some|any|the] ({{sort}}|{{sold}}) {NEAR} [the|my] {{landmark}}",
    "(find [me]|is there|are there) [a|an|some|any|the] {place} (near|close to|next to)"
    " [the] {landmark}",
    f"(what|which) {{sort}} (is|are) [there] ({CLOSE}) [the|my] {{landmark}}",
    "[(find|where is|where's|what is|what's)] [me] [the] (nearest|closest) {sort}"
    " to [the|my] {landmark}",
    "[(find|show|is there|are there|any|i need|i'm looking for)] [me] [a|an|some|any|the] {sort}"
    " (in|on|at) [the] {landmark}",
    patience=FINDING,
    plausible=is_clear,
)
async def beside(
    turn: Turn,
    landmark: str,
    sort: Sort | None = None,
    sold: Sold | None = None,
    place: Somewhere | None = None,
) -> Reply:
    """Find a place of a kind near another place, and offer to lead you there."""
    kind = sort or sold
    words = kind.word if kind else place.name if place else ""
    if landmark.casefold() in HERE:
        return await nearest_of(turn, words)

    async def then(goal: Goal, found: Sequence[Found]) -> Reply:
        title = turn.message("beside-title", name=words, landmark=goal.name)
        return await offered(turn, found, title, place=await told_beside(turn, found[0], goal))

    return await found_beside(turn, words, landmark, then)


@skill.action(
    f"(take|bring|get|guide|lead|navigate|walk) me to [(a|an|the)] [(nearest|closest)] {{sort}}"
    f" ({CLOSE}) [the|my] {{landmark}}",
    patience=FINDING,
    plausible=is_clear,
)
async def go_beside(turn: Turn, sort: Sort, landmark: str) -> Reply:
    """Lead you to a place of a kind near another place."""

    async def then(_: Goal, found: Sequence[Found]) -> Reply:
        return await set_out(turn, (goal_of(turn, found[0]),), Mode.FOOT)

    return await found_beside(turn, sort.word, landmark, then)


@skill.action(
    f"(is there|are there|find [me]|show [me]|any) [a|an|any|some|the] {{sort}}"
    f" [that's|that is|that are] [still] open [now] {NEAR} [the|my] {{landmark}}",
    f"[(is there|are there|find [me]|show [me]|any)] [a|an|any|some|the] {{sort}} {NEAR}"
    " [the|my] {landmark} [(that's|that is|that are|which is)] [still] open [now]",
    patience=FINDING,
    plausible=is_clear,
)
async def open_beside(turn: Turn, sort: Sort, landmark: str) -> Reply:
    """Find a place of a kind near another place that is open now, and offer to lead you there."""
    spot = (await here(turn)).spot

    async def then(goal: Goal, found: Sequence[Found]) -> Reply:
        title = turn.message("beside-title", name=sort.word, landmark=goal.name)
        return await open_of(turn, [from_here(each, spot) for each in found], title)

    return await found_beside(turn, sort.word, landmark, then, MANY)


@skill.action(
    "(what is|what's) [there] (near|close to|around) [the|my] {landmark}",
    "what is there (to see|to do) (near|close to|around) [the|my] {landmark}",
    patience=FINDING,
)
async def around_there(turn: Turn, landmark: str) -> Reply:
    """Tell what is around another place, the nearest to it first."""
    if landmark.casefold() in HERE:
        return await around(turn)

    async def then(goal: Goal) -> Reply:
        found = others(await places_of(turn).around(goal.spot), goal)
        if not found:
            return Reply(say=turn.message("nothing-there", landmark=goal.name))
        say = turn.message("around-there", landmark=goal.name, places=listed(turn, found))
        return await shown(turn, found, say, turn.message("near-title", landmark=goal.name))

    return await sought(turn, landmark, then)


@skill.action(
    "how far is [the] {place} from [the|my] {landmark}",
    "how far [is it] from [the|my] {landmark} to [the] {place}",
    patience=FINDING,
)
async def far_apart(turn: Turn, place: Somewhere, landmark: str) -> Reply:
    """Tell how far it is from one place to another, and how long it takes."""
    if landmark.casefold() in HERE:
        return await where_is(turn, place)

    async def then(begin: Goal) -> Reply:
        async def ends(goal: Goal) -> Reply:
            [route, *_] = await router_of(turn).routes(Trip((begin.spot, goal.spot), Mode.FOOT))
            way = in_short(turn, route)
            return Reply(say=turn.message("apart", landmark=begin.name, name=goal.name, way=way))

        return await sought(turn, place.name, ends)

    return await sought(turn, landmark, then)


async def found_beside(
    turn: Turn,
    words: str,
    landmark: str,
    then: Callable[[Goal, Sequence[Found]], Awaitable[Reply]],
    limit: int = 10,
) -> Reply:
    """Find what is near a landmark, the nearest to it first, and go on with it, if there is any."""

    async def looked(goal: Goal) -> Reply:
        found = others(await likely(turn, words, limit, goal.spot), goal)
        if not found:
            return Reply(say=turn.message("none-beside", name=words, landmark=goal.name))
        return await then(goal, found)

    return await sought(turn, landmark, looked)


def from_here(found: Found, spot: Spot) -> Found:
    """A place with how far it is from a spot."""
    return replace(found, metres=metres(found.place.spot, spot))


def others(found: Sequence[Found], landmark: Goal) -> Sequence[Found]:
    """What was found, without the landmark itself."""
    return [each for each in found if metres(each.place.spot, landmark.spot) > SAME]


async def told_beside(turn: Turn, found: Found, landmark: Goal) -> str:
    """A place as it is said: how far it is from the landmark, and from here."""
    spot = found.place.spot
    near, far = metres(spot, landmark.spot), metres(spot, (await here(turn)).spot)
    return turn.message(
        "told-beside",
        name=name_of(turn, found.place),
        landmark=landmark.name,
        near=distance_said(near, turn.language),
        far=distance_said(far, turn.language),
    )
