"""The promises of every `VoiceActivity`."""

import math
import random
from itertools import pairwise

from lorgnette.core.types import SAMPLE_BYTES, Sound
from lorgnette.engines import SpeechMeter, VoiceActivity
from lorgnette.testing.promises import promise
from lorgnette.testing.signals import quiet, voiced

LOUDEST = b"\xff\x7f\x00\x80" * 8000


def pieces(sound: Sound, seed: int) -> list[Sound]:
    """A sound in pieces of many lengths, empty ones too; always the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - it only cuts test sounds
    cut = sorted(chance.randrange(len(sound) // SAMPLE_BYTES + 1) for _ in range(40))
    ends = [at * SAMPLE_BYTES for at in (0, *cut, len(sound) // SAMPLE_BYTES)]
    return [sound[start:end] for start, end in pairwise(ends)]


def course(meter: SpeechMeter, sounds: list[Sound]) -> list[float]:
    """What the meter says after each sound."""
    return [meter.hear(sound) for sound in sounds]


def check_voice_activity(voices: VoiceActivity) -> None:
    """Raise AssertionError at the first promise that is not kept."""
    check_range(voices)
    check_pieces(voices)
    check_streams(voices)


def check_range(voices: VoiceActivity) -> None:
    """Probabilities are from 0 to 1, and low in silence, whatever is heard."""
    meter = voices.open()
    sounds = [b"", LOUDEST, voiced(0.5), quiet(2), b"\x01\x00" * 7]
    probabilities = course(meter, sounds)
    sane = all(math.isfinite(p) and 0 <= p <= 1 for p in probabilities)
    promise(sane, "a probability is from 0 to 1")
    promise(course(voices.open(), [quiet(2)])[0] < 0.5, "silence is no speech")


def check_pieces(voices: VoiceActivity) -> None:
    """The pieces in which sound comes make no difference."""
    sounds = [quiet(0.3), voiced(0.7), quiet(0.09), voiced(0.3), quiet(0.5)]
    whole = course(voices.open(), sounds)
    meter = voices.open()
    for seed, (sound, probability) in enumerate(zip(sounds, whole, strict=True)):
        last = course(meter, pieces(sound, seed))[-1]
        promise(math.isclose(last, probability, abs_tol=1e-6), "sound may come in any pieces")


def check_streams(voices: VoiceActivity) -> None:
    """A meter knows its own stream only, and after a reset not even that."""
    sound = pieces(quiet(0.2) + voiced(0.8), 4)
    alone = course(voices.open(), sound)
    first, second = voices.open(), voices.open()
    together = []
    for piece in sound:
        together.append(first.hear(piece))
        second.hear(LOUDEST)
    promise(together == alone, "two streams know nothing of each other")
    second.reset()
    promise(course(second, sound) == alone, "a reset meter is as if newly opened")
