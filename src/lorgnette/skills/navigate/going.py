"""Setting out: where to, by which way, with which stops."""

from datetime import datetime, timedelta

from msgspec.structs import replace

from lorgnette.core import cards
from lorgnette.core.codes import contents
from lorgnette.core.guidance import distance_said, distance_shown, overview
from lorgnette.core.routes import Hindrance, Mode, Route
from lorgnette.core.slots import slot_for
from lorgnette.core.types import Spot
from lorgnette.engines import Trip
from lorgnette.skills import Activity, Offer, Reply, Turn
from lorgnette.skills.navigate.journey import Journey
from lorgnette.skills.navigate.named import HOME, WORK, goal_named, known_as
from lorgnette.skills.navigate.opening import on_arrival
from lorgnette.skills.navigate.plans import Goal, Plan
from lorgnette.skills.navigate.references import Which
from lorgnette.skills.navigate.seeking import Then, choose, here
from lorgnette.skills.navigate.skill import skill
from lorgnette.skills.navigate.told import IT, spoken_of
from lorgnette.skills.navigate.travelling import By, Ride, Without, moving
from lorgnette.skills.navigate.visits import remember
from lorgnette.skills.navigate.ways import minutes_of, router_of

FINDING = 10.0
"""Seconds an answer may take longer: the glasses must first know where they are."""

INTERRUPTED = timedelta(hours=2)
"""For how long after it began a journey goes on after a restart."""

HOW = "([{by}];[(without|avoiding) {without}])"
"""What may be said of a way, beside where it leads."""


@skill.action(
    f"(take|bring|get|guide|lead|navigate|direct|walk) me to {{place}} {HOW}",
    f"(navigate|[give me] directions|go|let's go|i want to go|i need to go) to {{place}} {HOW}",
    f"how (do|can) i get to {{place}} {HOW}",
    f"(what's|what is|show me) the way to {{place}} {HOW}",
    "{by} to {place} [(without|avoiding) {without}]",
    "[i want to|i'd like to|let's|how (do|can) i] (walk|cycle|bike|ride|drive) to {place}"
    " [(without|avoiding) {without}]",
    patience=FINDING,
)
async def go(turn: Turn, place: str, by: By | None = None, without: Without | None = None) -> Reply:
    """Lead you to a place."""
    way = by or moving(turn.text, place)
    mode = way.mode if way is not None else Mode.FOOT
    avoiding = frozenset({without.hindrance} if without is not None else ())

    async def then(goal: Goal) -> Reply:
        return await set_out(turn, (goal,), mode, avoiding)

    return await sought(turn, place, then)


@skill.action(
    "(take|bring|get|guide|lead|navigate|direct|walk) me there [{by}]",
    "(go|let's go|i want to go|navigate|walk) there [{by}]",
    "let's go [then]",
    "(let's|i'll|i want to) (go to|take) {which} [{by}]",
    "how (do|can) i get (there|to it) [{by}]",
    "show me the way [(there|to it)]",
    patience=FINDING,
)
async def go_there(turn: Turn, which: Which | None = None, by: By | None = None) -> Reply:
    """Lead you to a place that was told before."""
    if which is not None:
        await spoken_of(turn, which)
    return await go(turn, IT, by)


@skill.action(
    "how (do|can) i get to {place} by {ride}",
    "(take|bring|get|guide|lead|navigate) me to {place} by {ride}",
)
async def ride(turn: Turn, ride: Ride, place: str = "") -> Reply:
    """Say that it leads nobody by bus or train."""
    del place
    return Reply(say=turn.message("no-rides", ride=slot_for(Ride).show(ride, turn.language)))


@skill.action(
    "(take|bring|get|guide|lead|navigate|walk) me home [{by}]",
    "(i want to go|let's go|go|navigate) home [{by}]",
    "how (do|can) i get home [{by}]",
    patience=FINDING,
)
async def go_home(turn: Turn, by: By | None = None) -> Reply:
    """Lead you home."""
    return await go(turn, HOME, by)


@skill.action(
    "(take|bring|guide|navigate) me to {place} (via|by way of|with a stop at) {via} [{by}]",
    patience=FINDING,
)
async def go_by_way_of(turn: Turn, place: str, via: str, by: By | None = None) -> Reply:
    """Lead you to a place with a stop on the way."""
    mode = by.mode if by is not None else Mode.FOOT

    async def stop_at(stop: Goal) -> Reply:
        async def then(goal: Goal) -> Reply:
            return await set_out(turn, (stop, goal), mode)

        return await sought(turn, place, then)

    return await sought(turn, via, stop_at)


@skill.action(
    "(add a stop|stop on the way|make a stop|stop first|let's stop) at {place}",
    "(go|take me) (past|to) {place} first",
    patience=FINDING,
)
async def add_stop(turn: Turn, place: str) -> Reply:
    """Put a stop before those of the journey that goes on."""
    journey = turn.going(Journey)
    if journey is None:
        return await go(turn, place)
    plan = journey.plan

    async def then(stop: Goal) -> Reply:
        return await set_out(turn, (stop, *plan.goals), plan.mode, plan.avoid)

    return await sought(turn, place, then)


@skill.action(
    "(avoid|without|no) {without} [please]",
    "((take|find|show) [me]|is there) a way without {without}",
    patience=FINDING,
)
async def avoid(turn: Turn, without: Without) -> Reply:
    """Find a way that avoids something, for the journey that goes on."""
    journey = turn.going(Journey)
    if journey is None:
        return Reply(say=turn.message("not-going"))
    plan = journey.plan
    return await set_out(turn, plan.goals, plan.mode, plan.avoid | {without.hindrance})


@skill.takes(contents.Place)
async def coded(turn: Turn, place: contents.Place) -> Reply:
    """Offer to lead to a place that a code names."""
    if place.latitude is None or place.longitude is None:
        return Reply(say=turn.message("code-says", name=place.name))
    goal = Goal(place.name or turn.message("place"), Spot(place.latitude, place.longitude))

    async def commit() -> Reply:
        return await set_out(turn, (goal,), Mode.FOOT)

    return Reply(offer=Offer(turn.message("shall-i", name=goal.name), commit))


async def sought(turn: Turn, place: str, then: Then) -> Reply:
    """Find what the wearer means: a place of their own first, then any."""
    own = await goal_named(turn, place)
    if own is not None:
        return await then(own)
    if (name := known_as(place)) in (HOME, WORK):
        return Reply(say=turn.message(f"no-{name}"))
    return await choose(turn, place, then)


async def set_out(
    turn: Turn,
    goals: tuple[Goal, ...],
    mode: Mode,
    avoiding: frozenset[Hindrance] = frozenset(),
) -> Reply:
    """Find the best way and begin to follow it."""
    fix = await here(turn)
    stops = (fix.spot, *(goal.spot for goal in goals))
    [route, *_] = await router_of(turn).routes(Trip(stops, mode, avoiding, fix.course))
    journey = turn.going(Journey)
    if journey is None or journey.plan.goal != goals[-1]:
        await remember(turn, goals[-1])
    return await began(turn, Plan(goals, turn.now, mode, avoiding), route)


async def began(turn: Turn, plan: Plan, route: Route) -> Reply:
    """Begin to follow a route, after telling what it is like."""
    arrival = turn.now + timedelta(seconds=route.seconds)
    name, stops = plan.goal.name, [goal.name for goal in plan.goals[:-1]]
    if stops:
        name = turn.message("by-way-of", name=name, stops=turn.message("and").join(stops))
    way, time = in_short(turn, route), f"{arrival:%H:%M}"
    says = [turn.message("setting-out", name=name, way=way, time=time)]
    if unavoidable := route.has & plan.avoid:
        says.append(turn.message("cannot-avoid", what=listed(turn, unavoidable)))
    if closed := await on_arrival(turn, plan.goal, arrival):
        says.append(closed)
    card = card_of(turn, plan, route, arrival)
    return Reply(say=" ".join(says), card=card, begins=Journey(turn, plan, route))


def in_short(turn: Turn, route: Route) -> str:
    """How far and how long a way is, and how one goes."""
    return turn.message(
        "way",
        far=distance_said(route.length, turn.language),
        long=timedelta(minutes=minutes_of(route)),
        mode=route.mode,
    )


def card_of(turn: Turn, plan: Plan, route: Route, arrival: datetime) -> cards.Card:
    """A route as it is shown before one sets out: from above, and what there is to know of it."""
    lines = [
        cards.Line(turn.message("distance"), distance_shown(route.length, turn.language)),
        cards.Line(turn.message("arrival"), f"{arrival:%H:%M}"),
    ]
    if route.climb is not None:
        lines.append(cards.Line(turn.message("climb"), distance_shown(route.climb, turn.language)))
    lines += [cards.Line(turn.message("stop-at", name=goal.name)) for goal in plan.goals[:-1]]
    drawn = overview(route, turn.language)
    return replace(drawn, title=plan.goal.name, lines=tuple(lines), footer=route.source)


def listed(turn: Turn, hindrances: frozenset[Hindrance]) -> str:
    """What a way has that was to be avoided."""
    return turn.message("or").join(turn.message(f"hindrance-{each}") for each in sorted(hindrances))


@skill.returns
async def take_up(turn: Turn) -> Activity | None:
    """The journey that was interrupted, if that is not long ago."""
    kept = await turn.shelf(Plan).newest(limit=1)
    if not kept or turn.now - kept[0].item.began > INTERRUPTED:
        return None
    return Journey(turn, kept[0].item)
