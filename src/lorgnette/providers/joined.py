"""Steps that routers split, put together: what one does at one place is one thing to do. No I/O."""

import msgspec

from lorgnette.core.geo import turn_between
from lorgnette.core.routes import Manoeuvre, Step, turned


def longer(step: Step, more: Step) -> Step:
    """A step whose way goes on with that of another, at the beginning of which there is nothing."""
    return msgspec.structs.replace(
        step,
        end=more.end,
        length=step.length + more.length,
        seconds=step.seconds + more.seconds,
        streets=step.streets or more.streets,
    )


def stopped(arrival: Step, departure: Step) -> Step:
    """An arrival after which one goes on."""
    return msgspec.structs.replace(_way_after(arrival, departure), manoeuvre=Manoeuvre.STOP)


def rounded(roundabout: Step, leaving: Step) -> Step:
    """A roundabout with the way out of it: where it leads as a whole is how one turns."""
    before, after = roundabout.before or 0.0, leaving.after or 0.0
    return msgspec.structs.replace(
        _way_after(roundabout, leaving), direction=turned(turn_between(before, after))
    )


def _way_after(step: Step, way: Step) -> Step:
    """A step that had no way after it, with that of another."""
    return msgspec.structs.replace(
        longer(step, way),
        streets=way.streets,
        towards=way.towards,
        after=way.after,
        keeps_left=way.keeps_left,
    )
