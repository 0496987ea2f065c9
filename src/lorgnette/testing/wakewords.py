"""The promises of every `WakeWord`."""

import math

from lorgnette.core.errors import MissingPart
from lorgnette.core.types import Sound
from lorgnette.engines import WakeMeter, WakeWord
from lorgnette.testing.promises import promise
from lorgnette.testing.signals import quiet, voiced
from lorgnette.testing.voiceactivities import LOUDEST, pieces

NOBODY_SAYS = "zzz zzz"
"""A wake word that no provider has."""

Scores = list[tuple[str, float]]


def scores(meter: WakeMeter, sounds: list[Sound]) -> Scores:
    """Every score along some sounds."""
    return [score for sound in sounds for score in meter.hear(sound)]


def check_wake_word(provider: WakeWord) -> None:
    """Raise AssertionError at the first promise that is not kept."""
    words = list(provider.words)
    promise(bool(words), "there is a wake word")
    promise(all(word == word.lower().strip() for word in words), "words are given as said")
    check_missing(provider)
    check_scores(provider, words)
    check_pieces(provider, words)
    check_streams(provider, words)


def check_missing(provider: WakeWord) -> None:
    """A word it has no model of is refused on opening."""
    try:
        provider.open([NOBODY_SAYS])
    except MissingPart:
        return
    promise(False, "a word without a model is refused with MissingPart")


def check_scores(provider: WakeWord, words: list[str]) -> None:
    """Scores are of the words asked for, from 0 to 1, and low in silence."""
    for word in words:
        heard = scores(provider.open([word]), [b"", LOUDEST, voiced(0.5), quiet(1)])
        promise({name for name, _ in heard} == {word}, "only the words asked for are scored")
        sane = all(math.isfinite(score) and 0 <= score <= 1 for _, score in heard)
        promise(sane, "a score is from 0 to 1")
        silent = scores(provider.open([word]), [quiet(2)])
        promise(0 <= max(score for _, score in silent) < 0.5, "silence is no wake word")
    both = {name for name, _ in scores(provider.open(words), [quiet(1)])}
    promise(both == set(words), "several words may be active at once")


def check_pieces(provider: WakeWord, words: list[str]) -> None:
    """The pieces in which sound comes make no difference."""
    sound = quiet(0.3) + voiced(0.7) + quiet(0.2)
    whole = scores(provider.open(words), [sound])
    for seed in range(3):
        same = scores(provider.open(words), pieces(sound, seed)) == whole
        promise(same, "sound may come in any pieces")


def check_streams(provider: WakeWord, words: list[str]) -> None:
    """A meter knows its own stream only, and after a reset not even that."""
    sound = pieces(quiet(0.2) + voiced(0.8), 4)
    alone = scores(provider.open(words), sound)
    first, second = provider.open(words), provider.open(words)
    together: Scores = []
    for piece in sound:
        together += first.hear(piece)
        second.hear(LOUDEST)
    promise(together == alone, "two streams know nothing of each other")
    second.reset()
    promise(scores(second, sound) == alone, "a reset meter is as if newly opened")
