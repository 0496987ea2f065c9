"""A journal of a journey gives the same prompts again; a broken one says where it is broken."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lorgnette.core import gpx
from lorgnette.core.guidance import Fixed, Reckoned, begin, replay
from lorgnette.core.guidance.journal import Beginning, Head, line_of, read
from lorgnette.core.routes import Direction, Mode
from lorgnette.testing.tracks import TOWN, track
from lorgnette.testing.ways import Draft

HEAD = Head(1, datetime(2026, 3, 1, 8, 30, tzinfo=UTC), ("Museum",), wearer="ann")
ROUTE = Draft(street="High Street").go(150).turn(Direction.LEFT, "Mill Lane").go(120).arrive()
EVENTS = [Fixed(each.fix) for each in track(ROUTE.line, Mode.FOOT, 3, TOWN)] + [Reckoned(999.0)]
LINES = [line_of(each) for each in (HEAD, Beginning(-2.0, ROUTE), *EVENTS)]


def test_what_was_said_is_said_again():
    journal = read(LINES)
    assert journal.head == HEAD
    assert journal.head.goal == "Museum"
    first = begin(ROUTE, -2.0)
    assert list(journal.states()) == [first, *replay(first, EVENTS)]
    assert sum(len(state.prompts) for state in journal.states()) > 3


def test_a_line_that_was_cut_off_is_left_out():
    whole = b"".join(LINES)
    for cut in range(1, len(LINES[-1])):
        lines = whole[:-cut].splitlines(keepends=True)
        assert len(read(lines).events) == len(EVENTS) - (cut > 1)


@pytest.mark.parametrize("kept", [1, 2])
def test_a_journey_that_was_killed_at_its_beginning(kept):
    journal = read(LINES[:kept])
    assert list(journal.states()) == [begin(ROUTE, -2.0)][: kept - 1]
    assert journal.track().points == ()


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (1, b'{"journal": 1}\n'),
        (1, b""),
        (2, LINES[2]),
        (2, line_of(Beginning(0.0, replace(ROUTE, line=ROUTE.line[:3])))),
        (4, b'{"type": "sung"}\n'),
        (5, LINES[1]),
        (3, b"[" * 5000 + b"\n"),
    ],
)
def test_it_is_told_which_line_is_none(number, line):
    broken = [*LINES[: number - 1], line, *LINES[number:]]
    with pytest.raises(ValueError, match=f"line {number}"):
        read(broken)


@given(st.lists(st.binary(max_size=40) | st.sampled_from(LINES), max_size=6))
def test_anything_is_a_journal_or_none(lines):
    try:
        journal = read(lines)
    except ValueError:
        return
    list(journal.states())


def test_where_one_went_is_a_track_of_that_day():
    found = gpx.read(gpx.write(read(LINES).track()))
    assert found.name == "Museum"
    assert found.points[0].at == pytest.approx(HEAD.began.timestamp() + 2 + EVENTS[0].fix.at)
    assert len(found.points) == len(EVENTS) - 1
    spot, again = EVENTS[7].fix.spot, found.points[7].spot
    assert again.latitude == pytest.approx(spot.latitude, abs=1e-7)
    assert again.longitude == pytest.approx(spot.longitude, abs=1e-7)
