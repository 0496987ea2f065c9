import pytest

from lorgnette.core.errors import TooMuch
from lorgnette.core.types import Gesture
from lorgnette.link.limits import Limits
from lorgnette.link.media import Microphone
from lorgnette.link.messages import Touched
from lorgnette.link.ring import AudioRing

TAP = Touched(Gesture.TAP)


def samples(kept):
    return [(one.sample, len(one.sound) // 2) for one in kept if isinstance(one, Microphone)]


def test_cuts_sound_into_frames_and_keeps_the_rest_for_more():
    ring = AudioRing()
    ring.record(bytes(2 * 500))
    ring.record(bytes(2 * 500))

    assert samples(ring.unsent()) == [(0, 320), (320, 320), (640, 320)]


def test_an_end_sends_the_rest():
    ring = AudioRing()
    ring.record(bytes(2 * 640))
    ring.record(b"", end=True)
    ring.record(bytes(2 * 400), end=True)

    kept = ring.unsent()
    assert samples(kept) == [(0, 320), (320, 320), (640, 0), (640, 320), (960, 80)]
    assert [one.end for one in kept] == [False, False, True, False, True]


def test_keeps_messages_between_the_sounds_they_came_between():
    ring = AudioRing()
    ring.record(bytes(640))
    ring.say(TAP)
    ring.record(bytes(640))
    ring.say(TAP)

    kinds = [getattr(one, "sample", None) if isinstance(one, Microphone) else one.number
             for one in ring.unsent()]  # fmt: skip
    assert kinds == [0, 1, 320, 2]


def test_sends_again_what_the_hub_has_not_acknowledged():
    ring = AudioRing()
    ring.record(bytes(2 * 960))
    ring.say(TAP)
    ring.unsent()
    ring.acknowledge(sample=500, number=0)
    ring.rewind()

    assert samples(ring.unsent()) == [(320, 320), (640, 320)]
    ring.acknowledge(sample=960, number=1)
    assert ring.empty


def test_loses_the_oldest_sound_and_says_so():
    ring = AudioRing(Limits(ring_seconds=0.04))
    ring.record(bytes(2 * 960))

    first, second = ring.unsent()
    assert (first.sample, first.lost) == (320, True)
    assert (second.sample, second.lost) == (640, False)
    assert ring.room == 0


def test_refuses_more_messages_than_a_hub_that_is_away_could_want():
    ring = AudioRing(Limits(ring_messages=2))
    ring.say(TAP)
    ring.say(TAP)

    with pytest.raises(TooMuch):
        ring.say(TAP)
