"""The binary frames of the link: a header of 16 bytes, big-endian, then sound or a picture."""

import struct
from typing import Final

import msgspec

from lorgnette.core.errors import ProtocolBreach, TooMuch
from lorgnette.core.types import SAMPLE_BYTES, Epoch, Sound
from lorgnette.link.limits import Limits
from lorgnette.link.messages import SAFE

HEADER = struct.Struct(">BBHIQ")
FIELDS = (
    ("kind", "u8", "1 microphone, 2 speech, 3 camera, 4 drawing"),
    ("stream", "u8", "0; other values are kept for later and a breach today"),
    ("flags", "u16", "1 end, 2 lost; unknown bits are ignored"),
    ("sequence", "u32", "microphone: 0; speech: the epoch; camera, drawing: the picture's number"),
    (
        "sample",
        "u64",
        "first sample of the sound (speech: counted within its epoch); at most 2⁵³−1",
    ),
)
"""The header as printed in the reference: name, type, meaning."""


MICROPHONE, SPEECH, CAMERA, DRAWING = 1, 2, 3, 4
"""The kinds of binary frames."""

END: Final = 1
"""Flag: the microphone stops after this frame."""

LOST: Final = 2
"""Flag: samples before this frame were recorded, and could not be kept."""


class Microphone(msgspec.Struct, frozen=True, gc=False):
    """What the glasses hear: 16 kHz mono s16le, `sample` the number of its first sample."""

    sample: int
    sound: Sound
    end: bool = False
    lost: bool = False


class Speech(msgspec.Struct, frozen=True, gc=False):
    """What the glasses shall say: 16 kHz mono s16le, `sample` counted within the epoch."""

    epoch: Epoch
    sample: int
    sound: Sound


class Camera(msgspec.Struct, frozen=True, gc=False):
    """A picture (JPEG) taken at a microphone sample."""

    number: int
    sample: int
    picture: bytes


class Drawing(msgspec.Struct, frozen=True, gc=False):
    """A picture (JPEG or PNG) for cards, which name it by its number: `Picture(source="7")`.

    The glasses keep the last few. A card whose picture has not come yet is drawn again with it.
    """

    number: int
    picture: bytes


Media = Microphone | Speech | Camera | Drawing


def encode(media: Media) -> bytes:
    """The frame of a piece of sound or a picture."""
    match media:
        case Microphone(sample, sound, end, lost):
            flags = END * end | LOST * lost
            return HEADER.pack(MICROPHONE, 0, flags, 0, sample) + sound
        case Speech(epoch, sample, sound):
            return HEADER.pack(SPEECH, 0, 0, epoch, sample) + sound
        case Camera(number, sample, picture):
            return HEADER.pack(CAMERA, 0, 0, number, sample) + picture
        case Drawing(number, picture):
            return HEADER.pack(DRAWING, 0, 0, number, 0) + picture


def decode(frame: bytes, limits: Limits) -> Media:
    """The piece of sound or picture in a frame.

    Raises ProtocolBreach or TooMuch, for the protocol to turn into data.
    """
    if len(frame) < HEADER.size:
        raise ProtocolBreach(f"a binary frame has a header of {HEADER.size} bytes")
    if len(frame) > limits.media_bytes:
        raise TooMuch(f"a binary frame has at most {limits.media_bytes} bytes")
    kind, stream, flags, sequence, sample = HEADER.unpack_from(frame)
    if stream or sample > SAFE:
        raise ProtocolBreach("the stream or the sample of a binary frame is out of range")
    payload = frame[HEADER.size :]
    if kind == CAMERA:
        return Camera(sequence, sample, payload)
    if kind == DRAWING:
        return Drawing(sequence, payload)
    if len(payload) % SAMPLE_BYTES:
        raise ProtocolBreach("sound has two bytes a sample")
    if len(payload) > limits.audio_samples * SAMPLE_BYTES:
        raise TooMuch(f"a piece of sound has at most {limits.audio_samples} samples")
    if kind == MICROPHONE:
        return Microphone(sample, payload, bool(flags & END), bool(flags & LOST))
    if kind == SPEECH:
        return Speech(Epoch(sequence), sample, payload)
    raise ProtocolBreach(f"there is no binary frame of kind {kind}")
