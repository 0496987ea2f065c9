"""Chunks of any length become blocks of one length, so that chunking never changes an event."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Sound, samples_in

BLOCK: Final = 512
"""Samples in a block: 32 ms, the step of the Silero model."""

LONGEST_PATCH: Final = SAMPLE_RATE // 2


class Block(NamedTuple):
    """`BLOCK` samples of sound; `torn` when sound before it is missing for good."""

    first: int
    sound: Sound
    torn: bool = False

    @property
    def end(self) -> int:
        """The sample after the last."""
        return self.first + BLOCK


class Grid:
    """Cuts a numbered stream into blocks.

    What comes a second time, as after a lost connection, is dropped. A short loss is patched
    with silence, so that time goes on; after a longer one the next block is `torn`.
    """

    def __init__(self) -> None:
        self._rest = b""
        self._end: int | None = None
        self._torn = False

    @property
    def rest(self) -> Sound:
        """What has come since the last full block."""
        return self._rest

    def cut(self, first: int, sound: Sound) -> Iterator[Block]:
        """Every block that is full once `sound`, beginning at sample `first`, has been heard."""
        added = self._fit(first, sound)
        self._rest += added
        size = BLOCK * SAMPLE_BYTES
        if len(self._rest) < size or self._end is None:
            return
        start = self._end - samples_in(self._rest)
        full = len(self._rest) // size
        rest, self._rest = self._rest, self._rest[full * size :]
        for number in range(full):
            piece = rest[number * size : (number + 1) * size]
            yield Block(start + number * BLOCK, piece, self._torn)
            self._torn = False

    def _fit(self, first: int, sound: Sound) -> Sound:
        """What `sound` adds to the stream; moves its end."""
        sound = sound[: samples_in(sound) * SAMPLE_BYTES]
        end = first + samples_in(sound)
        lost = 0 if self._end is None else first - self._end
        if lost < 0:
            sound = sound[-lost * SAMPLE_BYTES :]
        elif lost > LONGEST_PATCH:
            self._rest = b""
            self._torn = True
        elif lost:
            sound = bytes(lost * SAMPLE_BYTES) + sound
        self._end = end if self._end is None else max(end, self._end)
        return sound
