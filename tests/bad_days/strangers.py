"""What strangers may send: bytes, JSON, messages that make some sense, and sentences."""

import struct

import msgspec
from hypothesis import strategies as st

from lorgnette.core.types import AR, ENGLISH, Gesture
from lorgnette.link.messages import SAFE, Hello

HELLO = msgspec.json.encode(Hello(1, AR, ENGLISH)).decode()

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
NUMBERS = st.integers(0, 5) | st.integers(SAFE - 3, SAFE + 3) | st.integers()
SAID = """
    set a timer for ten seconds what time is it in tokyo delete my last note yes no stop take
    convert 5 miles to kilometers translate into spanish cancel all of the and 今天 几点 二十
"""
WORDS = st.sampled_from(SAID.split())
SENTENCES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join) | st.text(
    min_size=1, max_size=200
)


def of_type(kind, **fields):
    """A message of a type, with fields that may make sense."""
    return st.fixed_dictionaries({"type": st.just(kind)}, optional=fields)


MESSAGES = st.one_of(
    of_type("typed", text=SENTENCES | JSON, number=NUMBERS, language=st.sampled_from(["en", "xx"])),
    of_type("touched", gesture=st.sampled_from(Gesture) | JSON, sample=NUMBERS, number=NUMBERS),
    of_type("talk", pressed=st.booleans() | JSON, number=NUMBERS),
    of_type("played", epoch=NUMBERS, sample=NUMBERS, done=st.booleans()),
    of_type("status", battery=NUMBERS, volume=st.integers(0, 100), brightness=JSON),
    of_type("ack", event=NUMBERS, sample=NUMBERS),
    of_type("ping", id=NUMBERS),
    of_type("bye", code=st.text(max_size=5)),
    of_type("welcome", version=NUMBERS),
    JSON,
)
TEXT_FRAMES = st.text(max_size=80) | MESSAGES.map(lambda each: msgspec.json.encode(each).decode())
MEDIA_FRAMES = st.binary(max_size=80) | st.builds(
    lambda kind, stream, flags, number, sample, body: (
        struct.pack(">BBHIQ", kind, stream, flags, number, sample) + body
    ),
    st.integers(0, 4),
    st.sampled_from([0, 0, 0, 1]),
    st.integers(0, 3),
    st.integers(0, 2),
    st.sampled_from([0, 0, 320, 640, SAFE - 1, SAFE, 2**64 - 1]),
    st.sampled_from([b"", bytes(640), b"\xff\x7f" * 320, b"\xff\x7f" * 16_000, b"odd"]),
)
FRAMES = st.lists(TEXT_FRAMES | MEDIA_FRAMES, max_size=8)
