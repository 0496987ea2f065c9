"""Recordings for the benches: where in them somebody speaks, and a microphone that plays them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import anyio
import numpy as np
import soundfile
from numpy.typing import NDArray

from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Sound
from lorgnette.link.client import Glasses

FRAME = SAMPLE_RATE // 100
BELOW_PEAK = 30.0
"""Decibels below its loudest 30 ms at which a recording is taken to be silent."""

STEADY = 6
"""Frames, all but one of them loud, that make a voice: a click is shorter."""

RELEASE = 10
"""Frames behind a voice in which its last consonant may still burst."""

BEFORE, AFTER = 0.4, 1.5
"""Seconds of a recording's own silence that are kept around its speech."""

PIECE = SAMPLE_RATE // 50

Samples = NDArray[np.int16]


class Clip(NamedTuple):
    """A recording cut to its speech; `first` and `last` are its first and last voiced samples."""

    name: str
    samples: Samples
    first: int
    last: int

    @property
    def sound(self) -> Sound:
        """As it goes over the link."""
        return self.samples.tobytes()


def loudness(samples: Samples) -> NDArray[np.float64]:
    """Decibels of each 10 ms, smoothed over 30."""
    frames = samples[: len(samples) // FRAME * FRAME].astype(float).reshape(-1, FRAME)
    power = np.convolve((frames**2).mean(axis=1), np.full(3, 1 / 3), "same")
    decibels: NDArray[np.float64] = 10 * np.log10(power + 1)
    return decibels


def cut(name: str, samples: Samples) -> Clip:
    """A recording with a little of its own silence around the speech in it."""
    decibels = loudness(samples)
    loud = decibels > decibels.max() - BELOW_PEAK
    rows = np.lib.stride_tricks.sliding_window_view(loud, STEADY).sum(axis=1) >= STEADY - 1
    first = int(np.flatnonzero(loud[: len(rows)] & rows)[0]) * FRAME
    end = int(np.flatnonzero(rows)[-1]) + STEADY + RELEASE
    last = (int(np.flatnonzero(loud[:end])[-1]) + 1) * FRAME
    start = max(0, first - round(BEFORE * SAMPLE_RATE))
    kept = samples[start : last + round(AFTER * SAMPLE_RATE)]
    return Clip(name, kept, first - start, last - start)


def read(path: Path) -> Samples:
    """The samples of a file."""
    samples: Samples = soundfile.read(path, dtype="int16")[0]
    return samples


def clips(folder: Path, count: int | None = None) -> Iterator[Clip]:
    """The recordings of a folder, or `count` of them spread evenly over it."""
    paths = sorted(folder.glob("*.flac"))
    if count is not None and count < len(paths):
        paths = [paths[number * len(paths) // count] for number in range(count)]
    for path in paths:
        yield cut(path.stem, read(path))


def hiss(count: int, seed: int = 1) -> Samples:
    """A very quiet room."""
    return np.random.default_rng(seed).normal(0, 4, count).astype(np.int16)


class Microphone:
    """Records in real time what is being said, and a quiet room in between."""

    def __init__(self, glasses: Glasses) -> None:
        self.glasses = glasses
        self.script = bytearray()
        self.room = hiss(10 * SAMPLE_RATE).tobytes()
        self.pieces = 0
        self.start = 0.0

    @property
    def now(self) -> float:
        """The time at which the next sample is recorded."""
        return self.start + self.pieces * PIECE / SAMPLE_RATE

    async def run(self) -> None:
        """Record until cancelled."""
        self.start, size = anyio.current_time(), PIECE * SAMPLE_BYTES
        while True:
            said = bytes(self.script[:size])
            del self.script[:size]
            at = self.pieces * size % len(self.room)
            self.pieces += 1
            await anyio.sleep_until(self.now)
            piece = said + self.room[at + len(said) : at + size]
            await self.glasses.hear(piece, real_time=False)

    @property
    def seconds(self) -> float:
        """How long what is being said still takes."""
        return len(self.script) / SAMPLE_BYTES / SAMPLE_RATE

    def say(self, sound: Sound) -> float:
        """Begin to say something after what is being said; the time of its first sample."""
        begins = self.now + self.seconds
        self.script += sound
        return begins
