"""One utterance over time: what is settled, what is new, and what need not be thought again."""

from typing import Final, NamedTuple

import msgspec

from lorgnette.core.types import ENGLISH, SAMPLE_RATE, Sound
from lorgnette.engines import Transcript, Vocabulary
from lorgnette.providers.moonshine.sound import (
    LONGEST,
    Floats,
    around,
    floats,
    quiet_place,
    speech_in,
)
from lorgnette.providers.moonshine.transcriber import Transcriber

ENOUGH_AFTER: Final = SAMPLE_RATE // 10
"""Samples after the last word that let the network hear its end."""

NO_NEWS: Final = SAMPLE_RATE // 20
"""Samples by which speech may seem longer although nothing was said."""


class Considered(NamedTuple):
    """What is known about an utterance.

    `said` are earlier parts of a long one, which do not change any more, `samples` long.
    `end` is the last sample of speech after them, and `after` how many followed it.
    """

    transcript: Transcript = Transcript("", ENGLISH)
    said: tuple[str, ...] = ()
    samples: int = 0
    end: int = 0
    after: int = 0


def consider(
    sound: Sound, last: Considered, transcriber: Transcriber, vocabulary: Vocabulary | None
) -> Considered:
    """What is known now; `sound` is everything after the parts that are settled in `last`.

    Raises EngineFailed.
    """
    samples = floats(sound)
    said, settled = last.said, last.samples
    while len(samples) > LONGEST:
        cut = quiet_place(samples)
        said = (*said, hear(samples[:cut], transcriber, None).text)
        samples, settled = samples[cut:], settled + cut
    _, end = speech_in(samples)
    fresh = settled == last.samples and last.after >= ENOUGH_AFTER
    if fresh and end <= last.end + NO_NEWS:
        return last
    transcript = hear(samples, transcriber, None if said else vocabulary)
    if said:
        text = " ".join(filter(None, (*said, transcript.text)))
        transcript = msgspec.structs.replace(transcript, text=text)
    return Considered(transcript, said, settled, end, len(samples) - end)


def hear(samples: Floats, transcriber: Transcriber, vocabulary: Vocabulary | None) -> Transcript:
    """The transcript of the part in which somebody speaks."""
    start, end = speech_in(samples)
    if start == end:
        return Transcript("", ENGLISH)
    return transcriber.transcribe(around(samples, start, end), vocabulary)
