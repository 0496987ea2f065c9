"""Conversations made with flite, of which it is known who says which word when.

flite prints when each of its phones ends. How many phones a word has is known from the sentence
with and without it, so the end of every word is known to the millisecond.
"""

import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import numpy as np
import soundfile
from numpy.typing import NDArray

from lorgnette.core.types import ENGLISH, SAMPLE_RATE
from lorgnette.core.words import split

Samples = NDArray[np.float32]

SAID = (
    "Good morning everybody, and thank you for coming so early.",
    "Good morning. I hope the train was not too late for you.",
    "It was fine, but I had to stand all the way from the coast.",
    "Let us begin with the budget, because that is what worries me most.",
    "We have spent more than half of the money, and it is only April.",
    "Most of that went into the new office, and we knew it would.",
    "I still think the rent is too high for a building without a kitchen.",
    "Then we should talk to the owner before the summer.",
    "Yes, please do that, and tell us what he says.",
    "What about the web site? The old pages are still there.",
    "The designer was ill last week, so nothing has happened since Monday.",
    "Could we at least take down the prices? They are simply wrong.",
    "I will remove them this afternoon, and put up a short note instead.",
    "Good. Now, the customers in the north have asked for a second visit.",
    "They liked the first one very much, but they want to see the machine at work.",
    "We can take it there in the small van, if somebody helps me carry it.",
    "I can help you on Thursday, but not on Friday.",
    "Thursday is perfect. We will leave at eight and be back for dinner.",
    "Do not forget the papers for the insurance, or they will not let us in.",
    "They are in my bag already, together with the map.",
    "There is one more thing. The printer in the hall makes a terrible noise.",
    "It has made that noise since the day we bought it.",
    "Maybe a new one would be cheaper than all these repairs.",
    "I will look for a better one, and show you three offers next week.",
    "Wonderful. Is there anything else that we have forgotten?",
    "Only the party. We still need music, and somebody who can cook.",
    "My brother plays the piano, and he owes me a favour.",
    "And I can make a very large pot of soup.",
    "Then everything is settled. Thank you all, and have a good day.",
    "Thank you. See you on Thursday, and drive carefully.",
)


class Word(NamedTuple):
    """A word and the second at which it has been said."""

    text: str
    end: float


class Turn(NamedTuple):
    """What one voice says without a break: seconds, and its words."""

    voice: str
    start: float
    end: float
    words: tuple[Word, ...]


def conversation(
    voices: Sequence[str], said: Iterable[str] = SAID, pauses: Sequence[float] = (0.5,)
) -> tuple[Samples, list[Turn]]:
    """The voices take turns, with pauses of these lengths between them, over faint noise."""
    parts, turns, now = [np.zeros(SAMPLE_RATE // 2, np.float32)], list[Turn](), 0.5
    for text, voice, pause in zip(said, cycle(voices), cycle(pauses), strict=False):
        sound, words = spoken(voice, text)
        length = len(sound) / SAMPLE_RATE
        placed = tuple(Word(word, now + end) for word, end in words)
        turns.append(Turn(voice, now, now + length, placed))
        parts += [sound, np.zeros(round(pause * SAMPLE_RATE), np.float32)]
        now += length + round(pause * SAMPLE_RATE) / SAMPLE_RATE
    parts.append(np.zeros(2 * SAMPLE_RATE, np.float32))
    whole = np.concatenate(parts)
    noise = np.random.default_rng(5).normal(0, 1e-3, len(whole)).astype(np.float32)
    return whole + noise, turns


@cache
def spoken(voice: str, text: str) -> tuple[Samples, tuple[Word, ...]]:
    """One sentence, without the silence around it, and its words."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "said.wav")
        phones = phones_of(voice, text, file)
        sound, rate = soundfile.read(file, dtype="float32")
    if rate != SAMPLE_RATE:
        raise ValueError(f"flite's voice {voice} speaks at {rate} Hz")
    start = next(end for name, end in phones if name == "pau")
    ends = [end for name, end in phones if name != "pau"]
    words = split(text, ENGLISH)
    counts = [
        sum(name != "pau" for name, _ in phones_of(voice, " ".join(words[:number])))
        for number in range(1, len(words) + 1)
    ]
    counts[-1] = len(ends)
    placed = (
        Word(word, ends[count - 1] - start) for word, count in zip(words, counts, strict=True)
    )
    cut = slice(round(start * SAMPLE_RATE), round((ends[-1] + 0.05) * SAMPLE_RATE))
    samples = 0.25 * sound[cut] / np.abs(sound).max()
    return samples.astype(np.float32), tuple(placed)


def phones_of(voice: str, text: str, file: Path | None = None) -> list[tuple[str, float]]:
    """The phones of a text with the second at which each ends."""
    wanted = ["flite", "-psdur", "-voice", voice, "-t", text, "-o", str(file or "none")]
    printed = subprocess.run(wanted, capture_output=True, text=True, check=True).stdout
    pairs = (phone.rpartition(":") for phone in printed.split())
    return [(name, float(end)) for name, _, end in pairs]
