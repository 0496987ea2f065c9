"""What happens to a journey, as data: a journal of these gives the same prompts again."""

from collections.abc import Iterable, Iterator
from functools import singledispatch

import msgspec

from lorgnette.core.fixes import Fix
from lorgnette.core.guidance import rules
from lorgnette.core.guidance.state import State
from lorgnette.core.routes import Route


class Fixed(msgspec.Struct, frozen=True, tag="fixed"):
    """The glasses told where they are."""

    fix: Fix


class Reckoned(msgspec.Struct, frozen=True, tag="reckoned"):
    """Time went by without a fix."""

    at: float


class Rerouted(msgspec.Struct, frozen=True, tag="rerouted"):
    """A router answered the wish of that number."""

    route: Route
    number: int


class Unanswered(msgspec.Struct, frozen=True, tag="unanswered"):
    """No router could answer the wish of that number."""

    number: int


class Paused(msgspec.Struct, frozen=True, tag="paused"):
    """The wearer wants no guidance for a while."""


class Resumed(msgspec.Struct, frozen=True, tag="resumed"):
    """The wearer wants guidance again."""


class Skipped(msgspec.Struct, frozen=True, tag="skipped"):
    """The wearer leaves out the next stop."""


Event = Fixed | Reckoned | Rerouted | Unanswered | Paused | Resumed | Skipped


@singledispatch
def step(event: Event, state: State) -> State:  # noqa: ARG001 - dispatched by event
    """The state after the event. Never waits."""
    raise TypeError(f"not an event: {event!r}")


@step.register
def _(event: Fixed, state: State) -> State:
    return rules.guide(state, event.fix)


@step.register
def _(event: Reckoned, state: State) -> State:
    return rules.reckon(state, event.at)


@step.register
def _(event: Rerouted, state: State) -> State:
    return rules.rerouted(state, event.route, event.number)


@step.register
def _(event: Unanswered, state: State) -> State:
    return rules.unanswered(state, event.number)


@step.register
def _(_event: Paused, state: State) -> State:
    return rules.pause(state)


@step.register
def _(_event: Resumed, state: State) -> State:
    return rules.go_on(state)


@step.register
def _(_event: Skipped, state: State) -> State:
    return rules.skip_stop(state)


def replay(state: State, events: Iterable[Event]) -> Iterator[State]:
    """The states after each event."""
    for event in events:
        state = step(event, state)
        yield state
