"""A journey written down and played again."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.core.fixes import Fix
from lorgnette.core.geo import moved
from lorgnette.core.guidance import (
    Event,
    Fixed,
    Paused,
    Phase,
    Reckoned,
    Rerouted,
    Resumed,
    Skipped,
    Unanswered,
    begin,
    replay,
    step,
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


MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("go"), st.sampled_from([0, 90, 180, 270]), st.integers(1, 60)),
        st.tuples(st.sampled_from(["wait", "pause", "resume", "skip", "answer", "fail"])),
    ),
    max_size=25,
)


def played(moves):
    """The events of somebody who does all that, and of a router that answers as told."""
    state, spot, at = begin(ROUTE), ROUTE.line[0], 0.0
    for move in moves:
        number = state.wants.number if state.wants else 0
        match move:
            case ("go", course, seconds):
                events = []
                for _ in range(seconds):
                    spot, at = moved(spot, course, 1.4), at + 1
                    events.append(Fixed(Fix(at, spot, 5.0, float(course), 1.4)))
            case ("wait",):
                at += 7
                events = [Reckoned(at)]
            case ("answer",):
                new = Draft(start=spot, heading=90).go(120, 20).stop().go(80, 20).arrive()
                events = [Rerouted(new, number)]
            case (name,):
                events = [
                    {
                        "pause": Paused(),
                        "resume": Resumed(),
                        "skip": Skipped(),
                        "fail": Unanswered(number),
                    }[name]
                ]
        for event in events:
            state = step(event, state)
            yield event, state


@pytest.mark.slow
@settings(max_examples=80)
@given(MOVES)
def test_whatever_happens_prompts_are_new_wishes_are_counted_and_the_goal_is_the_end(moves):
    told, before = [], begin(ROUTE)
    for _, state in played(moves):
        told += [prompt.key for prompt in state.prompts]
        assert state.straying.wishes >= before.straying.wishes
        assert state.leg in (before.leg, before.leg + 1)
        assert state.wants is None or state.wants.number == state.straying.wishes
        assert not (before.phase is Phase.ARRIVED and state.prompts)
        assert not (state.phase is Phase.PAUSED and state.prompts)
        assert 1 <= state.stand.mark < len(state.way.marks)
        before = state
    assert len(told) == len(set(told))


@settings(max_examples=20)
@given(MOVES)
def test_every_journal_replays(moves):
    pairs = list(played(moves))
    again = replay(begin(ROUTE), [event for event, _ in pairs])

    assert list(again) == [state for _, state in pairs]
