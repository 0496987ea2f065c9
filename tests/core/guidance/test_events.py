"""A journey written down and played again."""

import msgspec

from lorgnette.core.fixes import Fix
from lorgnette.core.geo import moved
from lorgnette.core.guidance import (
    Event,
    Fixed,
    Paused,
    Reckoned,
    Rerouted,
    Resumed,
    Skipped,
    Unanswered,
    begin,
    replay,
)
from lorgnette.core.routes import Direction, Mode
from lorgnette.testing.tracks import TOWN, track
from lorgnette.testing.ways import Draft

ROUTE = Draft().go(300, 20).stop().turn(Direction.LEFT).go(200, 20).arrive()


def journal():
    """A journey with everything in it."""
    samples = track(ROUTE.line, Mode.FOOT, 5, TOWN)
    events = [Fixed(sample.fix) for sample in samples[:90]]
    last = samples[89].fix
    events += [Reckoned(last.at + 2), Paused(), Fixed(samples[90].fix), Resumed(), Skipped()]
    events += [Unanswered(1), Skipped()]
    away = [Fixed(Fix(last.at + 10 + at, moved(last.spot, 90, 1.4 * at), 5.0)) for at in range(60)]
    new = Draft(start=away[-1].fix.spot, heading=90).go(200).arrive()
    return [*events, *away, Rerouted(new, 2), Fixed(Fix(last.at + 90, new.line[0], 5.0))]


def test_a_journal_read_again_gives_the_same_states():
    events = journal()
    written = msgspec.json.encode(events)

    first = list(replay(begin(ROUTE), events))
    again = list(replay(begin(ROUTE), msgspec.json.decode(written, type=list[Event])))

    assert first == again
    assert first[-1].leg == 1
    assert any(state.prompts for state in first)
