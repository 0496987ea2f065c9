import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.types import AR, Epoch, Gesture
from lorgnette.link.codes import Code
from lorgnette.link.glasses_link import GlassesLink
from lorgnette.link.hub_link import HubLink
from lorgnette.link.limits import LIMITS, Limits
from lorgnette.link.media import Camera, Microphone, Speech, encode
from lorgnette.link.messages import (
    Bye,
    Chunk,
    Earcon,
    Flush,
    FromHub,
    Heard,
    Ping,
    Played,
    Pong,
    Status,
    Touched,
    Typed,
    Welcome,
)
from lorgnette.link.protocol import Breach, HubProtocol
from lorgnette.link.reference import golden


class Pair:
    """Glasses and a hub, and whatever connection is between them."""

    def __init__(self, **limits):
        self.glasses = GlassesLink(AR)
        self.hub = HubLink("secret", Limits(**limits), ("hey jarvis",))
        self.now = 0.0

    def connect(self):
        """What the glasses were told."""
        self.here, self.there = self.glasses.attach(), HubProtocol()
        [hello] = self.there.receive(self.here.to_send()[0])
        self.hub.attach(self.there, hello, self.now)
        return self.down()

    def cut(self):
        self.hub.detach(self.there, self.now)

    def up(self):
        """What the hub is told."""
        frames = self.glasses.to_send(self.here)
        return [news for frame in frames for news in self.hub.receive(self.there, frame, self.now)]

    def down(self):
        """What the glasses are told."""
        frames = self.hub.to_send(self.there, self.now)
        return [news for frame in frames for news in self.glasses.receive(self.here, frame)]

    def said(self):
        return [msgspec.json.decode(frame, type=FromHub) for frame in self.there.to_send()]


def connected(**limits):
    pair = Pair(**limits)
    pair.connect()
    return pair


def test_welcomes_with_the_session_and_its_terms():
    [welcome] = Pair(ring_seconds=12.0).connect()

    assert isinstance(welcome, Welcome)
    assert (welcome.session, welcome.resumed, welcome.chunk) == ("secret", False, 1_280)
    assert welcome.wake_words == ("hey jarvis",)
    assert welcome.limits.ring_seconds == 12.0


def test_says_later_what_is_said_while_nobody_is_there():
    pair = connected()
    pair.cut()
    pair.hub.send(Heard("what time is it"), 1.0)
    assert not pair.hub.connected

    welcome, heard = pair.connect()

    assert welcome.resumed
    assert heard == Heard("what time is it", event=1)


def test_says_nothing_twice():
    pair = connected()
    pair.hub.send(Earcon("wake"), 0.0)
    assert pair.down() == [Earcon("wake", event=1)]
    pair.cut()

    assert [type(news) for news in pair.connect()] == [Welcome]


def test_takes_a_touch_once_when_its_acknowledgement_was_lost():
    pair = connected()
    pair.glasses.send(Touched(Gesture.TAP))
    [touched] = pair.up()
    assert touched.number == 1
    pair.cut()
    pair.connect()

    assert pair.up() == []


def test_acknowledges_sound_now_and_then_and_at_its_end():
    pair = connected(ack_samples=640)
    pair.glasses.record(bytes(2 * 1_280))
    pair.up()
    assert pair.hub.waiting(pair.there)
    pair.down()
    assert pair.glasses.ring.empty

    pair.glasses.record(bytes(20), end=True)
    pair.up()
    pair.down()
    assert pair.glasses.ring.empty


def test_answers_a_ping_once_however_often_it_was_asked():
    pair = connected()
    for number in range(3):
        pair.glasses.send(Ping(number))

    assert pair.up() == []
    assert pair.down() == [Pong(2)]


def test_passes_on_what_was_played_and_forgets_that_sound():
    pair = connected()
    pair.hub.send(Speech(Epoch(1), 0, bytes(640)), 0.0)
    assert pair.hub.ahead == 320
    assert pair.down() == [Speech(Epoch(1), 0, bytes(640))]
    pair.glasses.send(Played(Epoch(1), 320))

    assert pair.up() == [Played(Epoch(1), 320)]
    assert pair.hub.ahead == 0


def test_resends_unplayed_speech_which_the_glasses_know():
    pair = connected()
    pair.hub.send(Speech(Epoch(1), 0, bytes(640)), 0.0)
    pair.down()
    pair.cut()
    pair.hub.send(Speech(Epoch(1), 320, bytes(640)), 0.0)

    assert pair.connect()[1:] == [Speech(Epoch(1), 320, bytes(640))]


def test_a_flush_while_away_keeps_old_speech_away():
    pair = connected()
    pair.hub.send(Speech(Epoch(1), 0, bytes(640)), 0.0)
    pair.cut()
    pair.hub.send(Flush(Epoch(1)), 0.0)

    assert pair.connect()[1:] == [Flush(Epoch(1), event=1)]


def test_tells_the_welcome_how_large_frames_are_now():
    pair = connected()
    pair.hub.send(Chunk(320), 0.0)
    pair.down()
    assert pair.glasses.ring.chunk == 320
    pair.cut()

    assert pair.connect()[0].chunk == 320


def test_the_same_session_from_elsewhere_replaces_the_connection():
    pair = connected()
    old = pair.there
    pair.connect()

    assert old.over
    assert pair.hub.connected
    assert pair.hub.receive(old, encode(Microphone(0, bytes(640))), 0.0) == []
    [bye] = [msgspec.json.decode(frame, type=FromHub) for frame in pair.hub.to_send(old, 0.0)]
    assert bye == Bye(Code.REPLACED)
    pair.hub.detach(old, 0.0)
    assert pair.hub.connected


def test_expires_when_the_glasses_stay_away():
    pair = Pair()
    assert not pair.hub.expired(1_000.0)
    pair.connect()
    assert not pair.hub.expired(1_000.0)
    pair.now = 1_000.0
    pair.cut()

    assert not pair.hub.expired(1_000.0 + LIMITS.session_seconds)
    assert pair.hub.expired(1_000.1 + LIMITS.session_seconds)


def test_ends_when_the_glasses_say_bye():
    pair = connected()
    pair.glasses.send(Touched(Gesture.TAP))
    pair.glasses.send(Bye(Code.LEAVING))

    assert [type(news) for news in pair.up()] == [Touched, Bye]
    assert pair.hub.over
    assert pair.hub.expired(0.0)


def test_a_bye_of_the_hub_comes_after_what_was_said():
    pair = connected()
    pair.hub.send(Earcon("done"), 0.0)
    pair.hub.send(Bye(Code.CLOSING, retry_after=1.0), 0.0)
    pair.hub.send(Earcon("too late"), 0.0)

    assert pair.down() == [Earcon("done", event=1), Bye(Code.CLOSING, retry_after=1.0)]


def test_glasses_that_take_nothing_are_told_when_to_come_back():
    pair = connected(outbox_bytes=2_500)
    for _ in range(20):
        pair.hub.send(Heard("a"), 0.0)

    assert pair.hub.over
    [bye] = pair.said()
    assert bye.code == Code.TOO_MUCH
    assert bye.retry_after == 1.0


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ({"messages_burst": 3.0}, Status(battery=3)),
        ({"audio_burst": 1.0}, Microphone(0, bytes(2 * 16_000))),
        ({"camera_burst": 100.0}, Camera(1, 0, bytes(60))),
    ],
)
def test_too_much_at_once_is_sent_away_with_a_time(limits, message):
    pair = connected(**limits)
    frame = golden.frame_of(message)
    for _ in range(5):
        received = pair.hub.receive(pair.there, frame, 0.0)
        if pair.there.over:
            break

    assert [type(news) for news in received] == [Breach]
    bye = pair.said()[-1]
    assert bye.code == Code.TOO_MUCH
    assert bye.retry_after > 0
    assert not pair.hub.over


frames = st.one_of(
    st.binary(max_size=50),
    st.text(max_size=50),
    st.sampled_from([golden.frame_of(message) for message in golden.GLASSES.values()]),
    st.builds(golden.frame_of, st.builds(Microphone, st.integers(0, 2**53 - 1), st.just(bytes(4)))),
    st.builds(golden.frame_of, st.builds(Played, st.integers(0, 9), st.integers(0, 9))),
    st.builds(golden.frame_of, st.builds(Typed, st.text(min_size=1, max_size=9).map(ascii))),
)


@given(st.lists(frames, max_size=20))
def test_nothing_the_glasses_send_breaks_the_hub(incoming):
    pair = connected()
    pair.hub.send(Speech(Epoch(1), 0, bytes(640)), 0.0)
    for frame in incoming:
        pair.hub.receive(pair.there, frame, 0.0)
        pair.hub.to_send(pair.there, 0.0)

    pair.cut()
    assert pair.connect() or pair.hub.over
