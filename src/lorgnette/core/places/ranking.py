"""Which of several places is meant: how well its name fits, how important and how near it is."""

from math import log10
from typing import Final

FITS: Final = 3.0
COUNTS: Final = 0.8
NEAR: Final = 0.8
KNOWN: Final = 0.15

FAR: Final = 3.3
"""The logarithm of the kilometres at which a place could as well be anywhere."""


def closeness(metres: float | None) -> float:
    """From 1 for here to 0 for the other side of the earth; what is near counts most."""
    if metres is None:
        return 0.0
    return max(0.0, 1.0 - log10(1.0 + metres / 1000) / FAR)


def worth(likeness: float, importance: float, metres: float | None, visits: int = 0) -> float:
    """How likely a place is meant, to be compared with that of others.

    `visits` is how often the wearer went there: some visits count like being much nearer.
    """
    return (
        FITS * likeness
        + COUNTS * importance
        + NEAR * closeness(metres)
        + KNOWN * log10(1 + max(0, visits)) * 2
    )
