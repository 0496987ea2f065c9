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

    def transcribe(
        self, samples: Floats, vocabulary: Vocabulary | None, guess: str = ""
    ) -> Transcript:
        """What is said. Raises EngineFailed.

        `guess` is what a little less of the same sound seemed to say; it may save time, and may be
        ignored.
        """


class Considered(NamedTuple):
    """What is known about an utterance.

    `said` are earlier parts of a long one, which do not change any more, `samples` long.
    `end` is the last sample of speech after them, and `after` how many followed it; `latest` is the
    text of what follows them. `partial`: it was found in haste.
    """

    transcript: Transcript
    said: tuple[str, ...] = ()
    samples: int = 0
    end: int = 0
    after: int = 0
    latest: str = ""
    partial: bool = False


def consider(
    sound: Sound,
    last: Considered,
    network: Network,
    vocabulary: Vocabulary | None,
    *,
    partial: bool = False,
) -> Considered:
    """What is known now; `sound` is everything after the parts that are settled in `last`.

    A `partial` goes on from the last one: that is cheap, and changes less of it. Raises
    EngineFailed.
    """
    samples = floats(sound)
    said, settled = last.said, last.samples
    while len(samples) > LONGEST:
        cut = quiet_place(samples)
        said = (*said, _hear(samples[:cut], last._replace(latest=""), network, None).text)
        samples, settled = samples[cut:], settled + cut
    _, end = speech_in(samples)
    known = settled == last.samples and partial >= last.partial
    if known and last.after >= ENOUGH_AFTER and end <= last.end + NO_NEWS:
        return last
    begun = last if partial and settled == last.samples else last._replace(latest="")
    transcript = _hear(samples, begun, network, None if said else vocabulary)
    latest = transcript.text
    if said:
        between = "" if transcript.language in SPACELESS else " "
        text = between.join(filter(None, (*said, transcript.text)))
        transcript = msgspec.structs.replace(transcript, text=text)
    return Considered(transcript, said, settled, end, len(samples) - end, latest, partial)


def _hear(
    samples: Floats, last: Considered, network: Network, vocabulary: Vocabulary | None
) -> Transcript:
    """The transcript of the part in which somebody speaks."""
    start, end = speech_in(samples)
    if start == end:
        return Transcript("", last.transcript.language)
    return network.transcribe(around(samples, start, end), vocabulary, last.latest)
