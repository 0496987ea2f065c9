import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import ProtocolBreach
from lorgnette.core.types import AR, Gesture
from lorgnette.link.codes import Code
from lorgnette.link.limits import LIMITS
from lorgnette.link.media import Microphone
from lorgnette.link.messages import Bye, FromHub, Heard, Hello, Refused, Touched, Welcome
from lorgnette.link.protocol import Breach, GlassesProtocol, HubProtocol
from lorgnette.link.reference import golden
from lorgnette.link.states import State

HELLO = Hello(1, AR, "en")
frames = (
    st.binary(max_size=100)
    | st.text(max_size=100)
    | st.sampled_from([golden.frame_of(message) for message in golden.GLASSES.values()])
    | st.sampled_from([golden.frame_of(message) for message in golden.HUB.values()])
)


def opened():
    """Both ends of a connection that has been welcomed."""
    glasses, hub = GlassesProtocol(), HubProtocol()
    glasses.send(HELLO)
    deliver(glasses, hub)
    hub.send(Welcome(1, "session", resumed=False))
    deliver(hub, glasses)
    return glasses, hub


def deliver(sender, receiver):
    return [message for frame in sender.to_send() for message in receiver.receive(frame)]


def said(protocol):
    return [msgspec.json.decode(frame, type=FromHub) for frame in protocol.to_send()]


def test_opens_with_hello_and_welcome():
    glasses, hub = opened()

    assert (glasses.state, hub.state) == (State.OPEN, State.OPEN)
    hub.send(Heard("hi"))
    assert deliver(hub, glasses) == [Heard("hi")]


@given(st.lists(frames, max_size=8), st.booleans())
def test_whatever_comes_is_a_message_or_a_breach_with_a_clear_bye(incoming, welcomed):
    hub = opened()[1] if welcomed else HubProtocol()
    received = [message for frame in incoming for message in hub.receive(frame)]

    breaches = [message for message in received if isinstance(message, Breach)]
    assert breaches == ([received[-1]] if breaches else [])
    if breaches:
        last = said(hub)[-1]
        assert isinstance(last, Bye | Refused)
        assert (last.code, last.reason) == (breaches[0].code, breaches[0].reason)
        assert last.reason
        assert hub.state is State.CLOSED


@given(st.lists(frames, max_size=8))
def test_glasses_do_not_trust_the_hub_either(incoming):
    glasses = GlassesProtocol()
    glasses.send(HELLO)
    for frame in incoming:
        glasses.receive(frame)


@pytest.mark.parametrize(
    "frame",
    [
        "[" * 100_000,
        '{"type":"ping","x":' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"type":"typed","text":"\\ud800"}',
        "\ud800",
        '{"type":"ping","id":1e400}',
        " " * (LIMITS.text_length + 1),
    ],
)
def test_hostile_json_is_a_breach(frame):
    hub = opened()[1]

    [breach] = hub.receive(frame)

    assert isinstance(breach, Breach)
    assert hub.over


def test_nothing_is_received_after_a_breach():
    glasses, hub = opened()
    glasses.send(Touched(Gesture.TAP))
    [good] = glasses.to_send()

    assert hub.receive(good) == [Touched(Gesture.TAP)]
    assert isinstance(hub.receive("nonsense")[0], Breach)
    assert hub.receive(good) == []


def test_a_bye_is_answered_with_a_bye():
    glasses, hub = opened()
    glasses.send(Bye(Code.LEAVING))

    assert deliver(glasses, hub) == [Bye(Code.LEAVING)]
    assert (glasses.state, hub.state) == (State.CLOSING, State.CLOSED)
    assert deliver(hub, glasses) == [Bye(Code.LEAVING)]
    assert glasses.state is State.CLOSED


def test_what_was_under_way_after_a_bye_is_ignored():
    glasses, hub = opened()
    hub.send(Bye(Code.CLOSING))
    glasses.send(Microphone(0, bytes(640)))

    assert deliver(glasses, hub) == []
    hub.send(Heard("too late"))
    assert said(hub) == [Bye(Code.CLOSING)]


def test_another_version_is_refused_with_ours():
    hub = HubProtocol()

    [breach] = hub.receive(msgspec.json.encode(msgspec.structs.replace(HELLO, version=2)).decode())

    assert breach.code == Code.VERSION
    [refused] = said(hub)
    assert isinstance(refused, Refused)
    assert refused.retry_after is None
    assert "version 1" in refused.reason


def test_saying_what_the_table_forbids_is_our_own_bug():
    with pytest.raises(ProtocolBreach):
        HubProtocol().send(Heard("before the welcome"))
