"""Leading somebody along a route: `(state, fix) -> state`, without a clock.

`begin(route)` makes a state, `guide(state, fix)` is the next after a fix, and `reckon(state, at)`
the next after a while without one. Everything the wearer does has a function as well: `pause`,
`go_on`, `skip_stop`. What is to be said stands in `state.prompts`, what is to be shown is made by
`shown`, and `state.wants` is a new route that somebody should ask a router for; the answer goes
into `rerouted`, or `unanswered` when there is none. `events` has the same as data.
"""

from lorgnette.core.guidance.distances import distance_said, distance_shown
from lorgnette.core.guidance.drawing import Aim, around, overview
from lorgnette.core.guidance.events import (
    Event,
    Fixed,
    Paused,
    Reckoned,
    Rerouted,
    Resumed,
    Skipped,
    Unanswered,
    replay,
    step,
)
from lorgnette.core.guidance.lens import shown
from lorgnette.core.guidance.marks import Mark
from lorgnette.core.guidance.prompts import still_due
from lorgnette.core.guidance.rules import (
    begin,
    go_on,
    guide,
    pause,
    reckon,
    rerouted,
    skip_stop,
    unanswered,
)
from lorgnette.core.guidance.state import (
    Phase,
    Prompt,
    Saying,
    State,
    Why,
    Wish,
)
from lorgnette.core.guidance.way import Way
from lorgnette.core.guidance.words import instruction, spoken

__all__ = [
    "Aim",
    "Event",
    "Fixed",
    "Mark",
    "Paused",
    "Phase",
    "Prompt",
    "Reckoned",
    "Rerouted",
    "Resumed",
    "Saying",
    "Skipped",
    "State",
    "Unanswered",
    "Way",
    "Why",
    "Wish",
    "around",
    "begin",
    "distance_said",
    "distance_shown",
    "go_on",
    "guide",
    "instruction",
    "overview",
    "pause",
    "reckon",
    "replay",
    "rerouted",
    "shown",
    "skip_stop",
    "spoken",
    "step",
    "still_due",
    "unanswered",
]
