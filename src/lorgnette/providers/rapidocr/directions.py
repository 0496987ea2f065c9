"""Which way lines of text run: found by reading a few of them both ways.

A line read upside down gives few letters and doubtful ones, so one or two lines settle it for all.
Lines that stand on end may be Chinese columns, or lines of a picture that lies on its side; both
are read from the same end.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lorgnette.providers.rapidocr.detection import Place
from lorgnette.providers.rapidocr.recognition import Reading

Corners = NDArray[np.float64]
"""(4, 2): clockwise from the text's own top left."""

LONG: Final = 1.5
"""A place that is so many times as long as it is high shows how its text runs."""

TRIED: Final = 3
"""Lines that are read both ways, at most."""

CLEAR: Final = 0.9
"""The confidence from which on one line settles it alone, ..."""

LETTERS: Final = 4
"""... if it has so many letters."""


def lines(places: Sequence[Place], read: Callable[[Corners], Reading]) -> list[Corners]:
    """The corners of all places, each from where its text begins."""
    level = sum(place.length for place in places if place.length > LONG * place.height)
    standing = sum(place.height for place in places if place.height > LONG * place.length)
    stand = [stands(place, mostly=standing > level) for place in places]
    found = [
        np.roll(place.corners, -3 * up, axis=0) for place, up in zip(places, stand, strict=True)
    ]
    for kind in (False, True):
        of_kind = [at for at, up in enumerate(stand) if up is kind]
        if of_kind and runs_backwards((found[at] for at in by_length(of_kind, places)), read):
            for at in of_kind:
                found[at] = reverse(found[at])
    return found


def stands(place: Place, *, mostly: bool) -> bool:
    """Whether a line stands on end; what is about square does as most others do."""
    if place.height > LONG * place.length:
        return True
    return mostly and place.length <= LONG * place.height


def by_length(which: Iterable[int], places: Sequence[Place]) -> list[int]:
    """Some places, the longest text first."""
    return sorted(which, key=lambda at: -_proportion(places[at]))


def _proportion(place: Place) -> float:
    short, long = sorted((place.length, place.height))
    return long / max(short, 1.0)


def runs_backwards(longest: Iterable[Corners], read: Callable[[Corners], Reading]) -> bool:
    """Whether lines are upside down, as far as the first of them tell."""
    votes = 0.0
    for _, corners in zip(range(TRIED), longest, strict=False):
        forwards = read(corners)
        if is_clear(forwards):
            return False
        backwards = read(reverse(corners))
        if is_clear(backwards):
            return True
        votes += weight(backwards) - weight(forwards)
    return votes > 0


def reverse(corners: Corners) -> Corners:
    """A line upside down."""
    return np.roll(corners, -2, axis=0)


def is_clear(reading: Reading) -> bool:
    """Whether a line can only have been read the right way."""
    return reading.confidence >= CLEAR and len(reading.text) >= LETTERS


def weight(reading: Reading) -> float:
    """How much a reading says for its direction."""
    return reading.confidence * len(reading.text)
