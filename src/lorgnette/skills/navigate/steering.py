"""Questions and orders while one is on the way."""

from datetime import timedelta

from lorgnette.core.guidance import State, distance_said
from lorgnette.skills import Reply, Turn
from lorgnette.skills.navigate.going import go_there
from lorgnette.skills.navigate.journey import Journey
from lorgnette.skills.navigate.skill import skill
from lorgnette.skills.navigate.told import Told
from lorgnette.skills.navigate.whereabouts import which_one


def on_the_way(turn: Turn) -> tuple[Journey, State] | None:
    """The journey that goes on, and how it stands; None when there is none."""
    journey = turn.going(Journey)
    return None if journey is None or journey.state is None else (journey, journey.state)


def nowhere(turn: Turn) -> Reply:
    """Say that nobody is led anywhere."""
    return Reply(say=turn.message("not-going"))


@skill.action(
    "(stop|end|cancel|quit|exit) [the] (navigation|guidance|route|journey|directions)",
    "(stop|quit) (navigating|guiding) [me]",
    "i know the way [from here]",
)
async def stop(turn: Turn) -> Reply:
    """Stop leading you."""
    if turn.going(Journey) is None:
        return nowhere(turn)
    return Reply(say=turn.message("stopped"), ends=Journey.traits.name)


@skill.action("(pause|mute|hold) [the] (navigation|guidance|directions)", "stop talking for now")
async def pause(turn: Turn) -> Reply:
    """Say nothing about the way until you want it again."""
    if (found := on_the_way(turn)) is None:
        return nowhere(turn)
    found[0].pause()
    return Reply(say=turn.message("paused"))


@skill.action(
    "(resume|continue|unpause|unmute) [the] (navigation|guidance|directions|journey)",
    "(go on|carry on|keep) (guiding|navigating) [me]",
)
async def go_on(turn: Turn) -> Reply:
    """Lead you again after a pause."""
    if (found := on_the_way(turn)) is None:
        return nowhere(turn)
    found[0].go_on()
    return Reply(say=turn.message("goes-on"))


@skill.action("(skip|leave out|drop) (this|the next|the) stop", "don't stop there")
async def skip_stop(turn: Turn) -> Reply:
    """Leave out the next stop."""
    if (found := on_the_way(turn)) is None:
        return nowhere(turn)
    return Reply(say=turn.message("skipped" if found[0].skip_stop() else "no-stop"))


@skill.action(
    "where am i going",
    "where are (we|you) (going|taking me)",
    "(what is|what's) (my|the) destination",
)
async def where_going(turn: Turn) -> Reply:
    """Tell where you are being led."""
    if (found := on_the_way(turn)) is None:
        return nowhere(turn)
    journey, state = found
    far, long, time = rest(turn, state)
    name = journey.plan.goal.name
    return Reply(say=turn.message("going-to", name=name, far=far, long=long, time=time))


@skill.action(
    "how far [is it] [(now|still|to go)]",
    "how (long|much longer|much further) [(is it|to go|to walk|does it take)] [(now|still|there)]",
    "how long (does it take|is it) to (walk|get|go) there",
    "(when|what time) (do|will) (i|we) (arrive|get there|be there)",
    "(what is|what's) my (e t a|eta|arrival time)",
    "are we there yet",
)
async def how_far(turn: Turn) -> Reply:
    """Tell how far it is, how long it takes, and when you arrive."""
    if (found := on_the_way(turn)) is None:
        return nowhere(turn) if (await Told.of(turn)) is None else await which_one(turn)
    far, long, time = rest(turn, found[1])
    return Reply(say=turn.message("rest", far=far, long=long, time=time))


@skill.action(
    "(what's|what is) (next|the next turn|my next turn)",
    "next turn",
    "(repeat|say again) [the] (turn|instruction|directions)",
    "where (do|should) i (turn|go) [(now|next)]",
    "which way [now]",
)
async def next_turn(turn: Turn) -> Reply:
    """Tell what is to be done next; before anybody has set out, begin to lead to what was told."""
    if (found := on_the_way(turn)) is None:
        return nowhere(turn) if (await Told.of(turn)) is None else await go_there(turn)
    return Reply(say=found[0].next_said)


def rest(turn: Turn, state: State) -> tuple[str, timedelta, str]:
    """What is left of the way: how far, how long, and when one arrives."""
    left = max(60.0, state.seconds_left)
    arrival = turn.now + timedelta(seconds=left)
    far = distance_said(state.left, turn.language)
    return far, timedelta(minutes=round(left / 60)), f"{arrival:%H:%M}"
