import msgspec
import pytest

from lorgnette.core.types import AR, Gesture
from lorgnette.link.messages import FromGlasses, FromHub, Hello, Touched, Typed

GLASSES = msgspec.json.Decoder(FromGlasses)
HELLO = {"type": "hello", "version": 1, "profile": {"name": "ar"}, "language": "en"}


def decode(**fields):
    return GLASSES.decode(msgspec.json.encode(fields))


def test_a_hello_needs_little():
    assert decode(**HELLO).language == "en"


def test_a_newer_side_may_say_more():
    assert decode(type="touched", gesture="tap", pressure=3) == Touched(Gesture.TAP)


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "sing"},
        {"gesture": "tap"},
        {"type": "touched", "gesture": "lick"},
        {"type": "typed", "text": ""},
        {"type": "typed", "text": "a" * 1_001},
        {"type": "typed", "text": "a", "language": "../en"},
        {"type": "played", "epoch": 2**32, "sample": 0},
        {"type": "played", "epoch": 0, "sample": -1},
        {"type": "ack", "event": 2**53},
        {"type": "status", "battery": 101},
        {"type": "status", "position": {"latitude": 91, "longitude": 0, "accuracy": 1}},
        {"type": "bye", "code": "a" * 65},
        HELLO | {"version": 0},
        HELLO | {"language": "EN-us"},
        HELLO | {"language": "en\n"},
        HELLO | {"session": "a" * 257},
        HELLO | {"time_zone": "a zone"},
        HELLO | {"profile": {"name": "a" * 65}},
        HELLO | {"profile": {"name": "a", "display": {"layout": "pixels", "width": -1}}},
        HELLO | {"profile": {"name": "a", "display": {"layout": "pixels", "width": 10**6}}},
    ],
)
def test_texts_and_numbers_have_bounds(fields):
    with pytest.raises(msgspec.ValidationError):
        decode(**fields)


def test_each_message_has_its_own_type():
    for union in (FromGlasses, FromHub):
        tags = [member.__struct_config__.tag for member in union.__args__]
        assert len(tags) == len(set(tags))


def test_messages_survive_the_wire():
    for message in (Hello(1, AR, "en"), Typed("现在几点", "zh", "x", number=9)):
        assert GLASSES.decode(msgspec.json.encode(message)) == message
