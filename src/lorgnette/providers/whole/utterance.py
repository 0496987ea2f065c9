"""One utterance over time: what is settled, what is new, and what need not be thought again."""

from typing import Final, NamedTuple, Protocol

import msgspec

from lorgnette.core.types import SAMPLE_RATE, Sound
from lorgnette.engines import Transcript, Vocabulary
from lorgnette.providers.whole.sound import (
    LONGEST,
    Floats,
    around,
    floats,
    quiet_place,
    speech_in,
)

SPACELESS: Final = frozenset({"zh", "yue", "ja", "th"})
"""Languages that are written without spaces between words."""

ENOUGH_AFTER: Final = SAMPLE_RATE // 10
"""Samples after the last word that let the network hear its end."""

NO_NEWS: Final = SAMPLE_RATE // 20
"""Samples by which speech may seem longer although nothing was said."""


class Network(Protocol):
    """Hears at most `LONGEST` samples at once. Any number of threads may use it."""

    def transcribe(self, samples: Floats, vocabulary: Vocabulary | None) -> Transcript:
        """What is said. Raises EngineFailed."""


class Considered(NamedTuple):
    """What is known about an utterance.

    `said` are earlier parts of a long one, which do not change any more, `samples` long.
    `end` is the last sample of speech after them, and `after` how many followed it.
    """

    transcript: Transcript
    said: tuple[str, ...] = ()
    samples: int = 0
    end: int = 0
    after: int = 0


def consider(
    sound: Sound, last: Considered, network: Network, vocabulary: Vocabulary | None
) -> Considered:
    """What is known now; `sound` is everything after the parts that are settled in `last`.

    Raises EngineFailed.
    """
    samples = floats(sound)
    said, settled = last.said, last.samples
    while len(samples) > LONGEST:
        cut = quiet_place(samples)
        said = (*said, _hear(samples[:cut], last, network, None).text)
        samples, settled = samples[cut:], settled + cut
    _, end = speech_in(samples)
    fresh = settled == last.samples and last.after >= ENOUGH_AFTER
    if fresh and end <= last.end + NO_NEWS:
        return last
    transcript = _hear(samples, last, network, None if said else vocabulary)
    if said:
        between = "" if transcript.language in SPACELESS else " "
        text = between.join(filter(None, (*said, transcript.text)))
        transcript = msgspec.structs.replace(transcript, text=text)
    return Considered(transcript, said, settled, end, len(samples) - end)


def _hear(
    samples: Floats, last: Considered, network: Network, vocabulary: Vocabulary | None
) -> Transcript:
    """The transcript of the part in which somebody speaks."""
    start, end = speech_in(samples)
    if start == end:
        return Transcript("", last.transcript.language)
    return network.transcribe(around(samples, start, end), vocabulary)
