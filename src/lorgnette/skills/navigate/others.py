"""Other ways: told by what sets them apart, seen one after the other, and taken."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from msgspec.structs import replace

from lorgnette.core import cards
from lorgnette.core.guidance import distance_said
from lorgnette.core.routes import Hindrance, Manoeuvre, Route
from lorgnette.engines import Trip
from lorgnette.skills import Ask, Reply, Turn
from lorgnette.skills.navigate.going import FINDING, began, card_of, in_short
from lorgnette.skills.navigate.journey import Journey
from lorgnette.skills.navigate.plans import Plan
from lorgnette.skills.navigate.seeking import here
from lorgnette.skills.navigate.skill import skill
from lorgnette.skills.navigate.ways import minutes_of, router_of, told_by

OTHERS = 2
"""Other ways that are offered."""

WORTH = 50.0
"""Metres by which a way that takes as long is told to be longer."""


@skill.action(
    "(show me|are there|is there|find) (another way|other ways|other routes|any other way"
    "|a different way|another route|a shorter way|a faster way)",
    "(other|alternative) (ways|routes)",
    "(show me|are there|what are) [the|any] (alternatives|alternative (ways|routes))",
    patience=FINDING,
)
async def other_ways(turn: Turn) -> Reply:
    """Tell the ways there are, show them one after the other, and ask which one to take."""
    journey = turn.going(Journey)
    if journey is None:
        return Reply(say=turn.message("not-going"))
    plan = journey.plan
    fix = await here(turn)
    stops = (fix.spot, *(goal.spot for goal in plan.goals))
    trip = Trip(stops, plan.mode, plan.avoid, fix.course, others=OTHERS)
    routes = await router_of(turn).routes(trip)
    if len(routes) < 2:
        return Reply(say=turn.message("no-other-way"))
    return offered(turn, plan, routes)


def offered(turn: Turn, plan: Plan, routes: Sequence[Route]) -> Reply:
    """Ask which way to take. The first is shown, and the others whenever they are wanted."""
    streets = told_by(routes)
    unlike = [turn.message("and").join(differences(turn, route, routes[0])) for route in routes]
    apart = zip(routes, streets, unlike, strict=True)
    labels = [told(turn, *way) for way in apart]
    choices = tuple(zip(labels, streets, strict=True))

    async def chosen(choice: int) -> Reply:
        return await began(turn, plan, routes[choice])

    async def look(at: int) -> Reply:
        return shown(at, turn.message("this-way", place=place(at), way=labels[at]))

    def shown(at: int, question: str) -> Reply:
        arrival = turn.now + timedelta(seconds=routes[at].seconds)
        card = card_of(turn, plan, routes[at], arrival)
        lines = (*map(cards.Line, filter(None, (place(at), unlike[at]))), *card.lines)
        ask = Ask(question, chosen, choices=choices, look=look, at=at)
        return Reply(ask=ask, card=replace(card, title=streets[at] or card.title, lines=lines))

    def place(at: int) -> str:
        return turn.message("place-of", number=at + 1, count=len(routes))

    return shown(0, turn.message("ways", ways=turn.message("or").join(labels)))


def told(turn: Turn, route: Route, street: str, unlike: str) -> str:
    """A way in a few words: how far, by which street, and what sets it apart."""
    way = in_short(turn, route)
    if street:
        way = turn.message("way-by", way=way, street=street)
    return turn.message("way-unlike", way=way, unlike=unlike) if unlike else way


def differences(turn: Turn, route: Route, best: Route) -> Iterator[str]:
    """What sets a way apart from the best: how much longer it is, and what it has or has not."""
    minutes = minutes_of(route) - minutes_of(best)
    far = route.length - best.length
    if minutes:
        by: timedelta | str = timedelta(minutes=abs(minutes))
        yield turn.message("longer" if minutes > 0 else "shorter", by=by)
    elif abs(far) >= WORTH:
        by = distance_said(abs(far), turn.language)
        yield turn.message("longer" if far > 0 else "shorter", by=by)
    for each in sorted(best.has - route.has):
        yield turn.message("without", what=turn.message(f"hindrance-{each}"))
    for each in sorted(route.has - best.has):
        yield turn.message("with", what=turn.message(f"hindrance-{each}"))
    more = flights(route) - flights(best)
    if more and Hindrance.STAIRS in route.has & best.has:
        yield turn.message("more-stairs" if more > 0 else "fewer-stairs")


def flights(route: Route) -> int:
    """How many stairs a way has."""
    return sum(step.manoeuvre is Manoeuvre.STAIRS for step in route.steps)
