"""Short sounds that say what words would say too slowly.

They are made of pure tones that rise and fall softly: no click in the ear, and nothing that the
voice activity of the same pair of glasses would take for speech. Rising means «your turn»,
falling «done», low «that went wrong». The two for the sides are played in the ear of that side;
where there is only one, up is right.
"""

from array import array
from enum import StrEnum
from functools import lru_cache
from math import exp, pi, sin
from sys import byteorder
from typing import Final

import msgspec

from lorgnette.core.types import SAMPLE_RATE, Sound

LOUDNESS: Final = 0.25
"""The loudest an earcon gets, where 1 is the loudest a sample can be."""

_ATTACK: Final = 0.008
_RELEASE: Final = 0.03


class Earcon(StrEnum):
    """What a short sound says."""

    WAKE = "wake"
    DONE = "done"
    QUESTION = "question"
    ERROR = "error"
    ALARM = "alarm"
    LEFT = "left"
    RIGHT = "right"


class Note(msgspec.Struct, frozen=True):
    """A tone: `pitch` in hertz, beginning `at` and lasting `length` seconds, fading by `decay`.

    `decay` is how many times by the factor e the tone gets softer in a second.
    """

    pitch: float
    at: float
    length: float
    decay: float = 6.0


_C5, _E5, _G5, _C6, _E6, _G6 = 523.25, 659.26, 783.99, 1046.5, 1318.5, 1568.0

SCORES: Final = {
    Earcon.WAKE: (Note(_G5, 0.0, 0.07), Note(_C6, 0.06, 0.10)),
    Earcon.DONE: (Note(_C6, 0.0, 0.08), Note(_G5, 0.07, 0.14)),
    Earcon.QUESTION: (Note(_C5, 0.0, 0.09), Note(_E5, 0.08, 0.09), Note(_G5, 0.16, 0.16)),
    Earcon.ERROR: (Note(329.63, 0.0, 0.14), Note(246.94, 0.13, 0.24)),
    Earcon.ALARM: tuple(
        Note(pitch, beat + at, 0.16, decay=4.0)
        for beat in (0.0, 0.5)
        for at, pitch in ((0.0, _C6), (0.11, _E6), (0.22, _G6))
    ),
    Earcon.LEFT: (Note(_E6, 0.0, 0.08), Note(_G5, 0.08, 0.12)),
    Earcon.RIGHT: (Note(_G5, 0.0, 0.08), Note(_E6, 0.08, 0.12)),
}
"""The notes of each earcon. An alarm is one second long with its pause, to be played in a loop."""

_LENGTHS: Final = {Earcon.ALARM: 1.0}


@lru_cache(maxsize=len(Earcon))
def sound_of(earcon: Earcon) -> Sound:
    """The sound of an earcon, always the same bytes."""
    score = SCORES[earcon]
    length = _LENGTHS.get(earcon, max(note.at + note.length for note in score))
    mixed = [0.0] * round(length * SAMPLE_RATE)
    for note in score:
        first = round(note.at * SAMPLE_RATE)
        for offset, value in enumerate(_tone(note)):
            mixed[first + offset] += value
    scale = LOUDNESS * 32767 / max(map(abs, mixed))
    samples = array("h", (round(value * scale) for value in mixed))
    if byteorder == "big":
        samples.byteswap()
    return samples.tobytes()


def _tone(note: Note) -> list[float]:
    """One note: a sine with a little of its octave, rising and falling without a click."""
    count = round(note.length * SAMPLE_RATE)
    turn = 2 * pi * note.pitch / SAMPLE_RATE
    tone = []
    for index in range(count):
        at = index / SAMPLE_RATE
        envelope = min(1.0, at / _ATTACK, (count - index) / SAMPLE_RATE / _RELEASE)
        wave = sin(turn * index) + 0.2 * sin(2 * turn * index)
        tone.append(wave * envelope * exp(-note.decay * at))
    return tone
