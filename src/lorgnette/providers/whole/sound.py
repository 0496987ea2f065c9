"""Where in a sound somebody speaks, judged by loudness alone. Times are samples at 16 kHz."""

from typing import Final

import numpy as np
import numpy.typing as npt

from lorgnette.core.types import SAMPLE_RATE, Sound

Floats = npt.NDArray[np.float32]

FRAME: Final = SAMPLE_RATE // 100
TENTH: Final = 10
"""Frames in 0.1 s; nothing shorter is a word."""

PAD: Final = SAMPLE_RATE * 15 // 100
"""What is kept around speech: consonants are quieter than the vowels that are found."""

SILENCE_AFTER: Final = SAMPLE_RATE // 5

SILENCE: Final = 0.001
"""Loudness (root mean square, full scale is 1) below which nobody can be speaking."""

LONGEST: Final = 15 * SAMPLE_RATE
"""What the network hears at once; its errors grow beyond."""

EARLIEST_CUT: Final = 8 * SAMPLE_RATE


def floats(sound: Sound) -> Floats:
    """Samples from -1 to 1. Half a sample at the end is left out."""
    return np.frombuffer(sound[: len(sound) // 2 * 2], "<i2").astype(np.float32) / np.float32(32768)


def loudness(samples: Floats) -> Floats:
    """The root mean square of every 10 ms, smoothed over 30."""
    count = len(samples) // FRAME
    if not count:
        return np.zeros(0, np.float32)
    frames = samples[: count * FRAME].reshape(count, FRAME)
    root = np.sqrt((frames**2).mean(axis=1))
    return np.convolve(root, np.full(3, 1 / 3), "same")[:count].astype(np.float32)


def speech_in(samples: Floats) -> tuple[int, int]:
    """Where the sound stands out of its own background: first and last sample, or 0 and 0.

    Loud is what is above 3 % of the loudest 0.1 s (a click is shorter), or well above the
    quietest tenth when the background is louder than that.
    """
    loud = loudness(samples)
    if len(loud) < TENTH:
        return 0, 0
    loudest = float(np.partition(loud, -TENTH)[-TENTH])
    if loudest < SILENCE:
        return 0, 0
    background = min(float(np.percentile(loud, 10)) * 2.5, loudest / 4)
    above = np.flatnonzero(loud >= max(loudest * 0.03, background))
    return int(above[0]) * FRAME, (int(above[-1]) + 1) * FRAME


def around(samples: Floats, start: int, end: int) -> Floats:
    """The samples from `start` to `end`, a little of what is around them, and silence.

    The silence tells the network that the sentence is over without waiting for more sound.
    """
    return np.pad(samples[max(0, start - PAD) : end + PAD], (0, SILENCE_AFTER))


def quiet_place(samples: Floats) -> int:
    """Where to cut a sound that is longer than `LONGEST`: the quietest 0.2 s that will do."""
    loud = loudness(samples[EARLIEST_CUT:LONGEST])
    width = SAMPLE_RATE // 5 // FRAME
    smooth = np.convolve(loud, np.ones(width), "valid")
    return EARLIEST_CUT + (int(smooth.argmin()) + width // 2) * FRAME
