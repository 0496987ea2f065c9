import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.providers.wyoming.events import LONGEST_LINE, Event, Events

DATA = st.dictionaries(st.text(max_size=5), st.integers(-5, 5) | st.text(max_size=5), max_size=3)
EVENTS = st.lists(st.builds(Event, st.text(max_size=9), DATA, st.binary(max_size=40)), max_size=4)


@given(EVENTS, st.lists(st.integers(0, 400), max_size=6))
def test_what_is_written_is_read_however_it_is_cut(events, cuts):
    wire = b"".join(event.encoded() for event in events)
    places = [0, *sorted(min(cut, len(wire)) for cut in cuts), len(wire)]
    reader = Events()

    pieces = [wire[start:end] for start, end in itertools.pairwise(places)]
    read = [event for piece in pieces for event in reader.feed(piece)]

    assert read == events
    assert reader.problem == ""


@given(st.lists(st.binary(max_size=60), max_size=5))
def test_any_bytes_are_read_without_complaint(pieces):
    reader = Events()

    for piece in pieces:
        list(reader.feed(piece))


def test_data_in_the_second_block_wins():
    more = json.dumps({"text": "new"}).encode()
    head = {"type": "t", "data": {"text": "old", "kept": 1}, "data_length": len(more)}

    [event] = Events().feed(json.dumps(head).encode() + b"\n" + more)

    assert event == Event("t", {"text": "new", "kept": 1})


@pytest.mark.parametrize(
    ("wire", "problem"),
    [
        (b"hello\n", "no event"),
        (b"[1]\n", "no event"),
        (b'{"data": {}}\n', "no event"),
        (b'{"type": "t", "payload_length": -1}\n', "too long"),
        (b'{"type": "t", "payload_length": 99999999}\n', "too long"),
        (b'{"type": "t", "data_length": 3}\n[1]', "no table"),
        (b"x" * (LONGEST_LINE + 1), "does not end"),
        (b"[" * 100_000 + b"\n", "does not end"),
    ],
)
def test_a_breach_is_named_and_the_events_before_it_are_given(wire, problem):
    reader = Events()

    assert list(reader.feed(Event("good").encoded() + wire)) == [Event("good")]
    assert problem in reader.problem
    assert list(reader.feed(Event("later").encoded())) == []
