"""The hub's side of the frames that the worker speaks; no I/O."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from lorgnette.core.errors import EngineFailed
from lorgnette.providers.espeak.worker import HEADER, SPEAK

LONGEST_BODY: Final = 32 << 20
"""Bytes, some twelve minutes of sound; whatever announces more is not our worker."""


class Frame(NamedTuple):
    """What the worker says about the request `number`."""

    kind: bytes
    number: int
    body: bytes


class Frames:
    """Bytes in, frames out."""

    def __init__(self) -> None:
        """Nothing was received yet."""
        self._received = bytearray()

    def feed(self, received: bytes, /) -> Iterator[Frame]:
        """The frames that are complete with these bytes. Raises EngineFailed on nonsense."""
        self._received += received
        while len(self._received) >= HEADER.size:
            kind, number, length = HEADER.unpack_from(self._received)
            if length > LONGEST_BODY:
                raise EngineFailed("the espeak-ng worker says something that is not a frame")
            end = HEADER.size + length
            if len(self._received) < end:
                return
            body = bytes(self._received[HEADER.size : end])
            del self._received[:end]
            yield Frame(kind, number, body)


def request(number: int, voice: str, rate: int, pitch: int, text: str) -> bytes:
    """A request to speak. Control characters, commands to espeak-ng, become spaces."""
    plain = "".join(" " if letter < " " or letter == "\x7f" else letter for letter in text)
    fields = (voice, str(rate), str(pitch), plain)
    body = "\0".join(fields).encode(errors="replace")
    return HEADER.pack(SPEAK, number, len(body)) + body
