import msgspec

from lorgnette.core.types import AR, Epoch, Gesture
from lorgnette.link.codes import Code
from lorgnette.link.glasses_link import GlassesLink
from lorgnette.link.media import Camera, Microphone, Speech
from lorgnette.link.messages import (
    VERSION,
    Bye,
    Heard,
    Hello,
    Played,
    Status,
    Touched,
    Typed,
    Welcome,
)
from lorgnette.link.protocol import HubProtocol


class Wearing:
    """Glasses, and what a hub sees of them."""

    def __init__(self):
        self.glasses = GlassesLink(AR, token="t", client="test", time_zone="Asia/Tokyo")

    def connect(self, **welcome):
        self.here, self.hub = self.glasses.attach(), HubProtocol()
        [hello] = self.sent()
        self.say(Welcome(VERSION, "session", **welcome))
        return hello

    def say(self, *messages):
        for message in messages:
            self.hub.send(message)
        return [
            news for frame in self.hub.to_send() for news in self.glasses.receive(self.here, frame)
        ]

    def sent(self):
        frames = self.glasses.to_send(self.here)
        return [message for frame in frames for message in self.hub.receive(frame)]


def test_the_first_hello_says_who_is_there():
    hello = Wearing().connect(resumed=False)

    assert hello == Hello(VERSION, AR, "en", token="t", client="test", time_zone="Asia/Tokyo")


def test_the_next_hello_says_what_has_arrived():
    wearing = Wearing()
    wearing.connect(resumed=False)
    wearing.say(Heard("a", event=1), Heard("b", event=2))
    wearing.glasses.record(bytes(640))

    hello = wearing.connect(resumed=True)

    assert (hello.session, hello.last_event, hello.last_sample) == ("session", 2, 320)


def test_events_come_once():
    wearing = Wearing()
    wearing.connect(resumed=False)

    assert wearing.say(Heard("a", event=1), Heard("a", event=1)) == [Heard("a", event=1)]


def test_nothing_is_sent_before_the_welcome():
    glasses = GlassesLink(AR)
    via = glasses.attach()
    glasses.record(bytes(6_400))
    glasses.send(Touched(Gesture.TAP))
    glasses.send(Camera(1, 0, b"jpeg"))

    assert glasses.waiting(via)
    assert len(glasses.to_send(via)) == 1
    assert not glasses.waiting(via)


def test_a_new_session_gets_everything_that_was_never_acknowledged():
    wearing = Wearing()
    wearing.connect(resumed=False)
    wearing.say(Heard("a", event=5))
    wearing.say(Speech(Epoch(9), 0, bytes(4)))
    wearing.glasses.record(bytes(640))
    wearing.glasses.send(Typed("hi"))
    wearing.sent()

    assert wearing.connect(resumed=False).last_event == 5

    sound, typed = wearing.sent()
    assert (sound.sample, typed) == (0, Typed("hi", number=1))
    assert wearing.say(Heard("b", event=1)) == [Heard("b", event=1)]
    assert wearing.say(Speech(Epoch(9), 0, bytes(4))) == [Speech(Epoch(9), 0, bytes(4))]


def test_the_latest_of_what_changes_is_sent_again():
    wearing = Wearing()
    wearing.connect(resumed=False)
    wearing.glasses.send(Status(battery=50))
    wearing.glasses.send(Status(battery=49))
    wearing.glasses.send(Played(Epoch(1), 100))
    assert wearing.sent() == [Played(Epoch(1), 100), Status(battery=49)]

    wearing.connect(resumed=True)
    assert wearing.sent() == [Played(Epoch(1), 100), Status(battery=49)]

    wearing.connect(resumed=False)
    assert wearing.sent() == [Status(battery=49)]


def test_a_bye_comes_after_all_else():
    wearing = Wearing()
    wearing.connect(resumed=False)
    wearing.glasses.record(bytes(640))
    wearing.glasses.send(Bye(Code.LEAVING))

    assert [type(message) for message in wearing.sent()] == [Microphone, Bye]
    assert not wearing.glasses.connected


def test_a_replaced_connection_says_nothing_more():
    wearing = Wearing()
    wearing.connect(resumed=False)
    old = wearing.here
    wearing.connect(resumed=True)

    heard = msgspec.json.encode(Heard("late", event=1)).decode()
    assert wearing.glasses.receive(old, heard) == []
    assert wearing.glasses.to_send(old) == []
