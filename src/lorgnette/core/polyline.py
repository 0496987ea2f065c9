"""Lines written as few letters, as routers send them.

Each number is the difference to the one before, in units of the last digit, turned so that the sign
is its last bit, and cut into five bits a letter from the low end (Google's «Encoded Polyline
Algorithm Format»). Valhalla writes 6 digits after the point, OSRM and most others 5.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from lorgnette.core.types import Spot

MOST: Final = 200_000
"""Spots of one line: a road across a continent with a bend every few metres."""

LONGEST: Final = 7
"""Letters of a number: 360 degrees in 6 digits need 30 bits, which are 6 of 5, and one is spare."""


def decode(text: str, digits: int = 5) -> tuple[Spot, ...]:
    """The spots of a line. Raises ValueError when it is none: cut off, of other digits, endless."""
    spots: list[Spot] = []
    latitude = longitude = 0
    scale = 10**digits
    numbers = _numbers(text)
    for north in numbers:
        east = next(numbers, None)
        if east is None:
            raise ValueError("the line ends with half a spot")
        latitude, longitude = latitude + north, longitude + east
        if abs(latitude) > 90 * scale or abs(longitude) > 180 * scale:
            raise ValueError(f"the line leaves the earth: it may be of other than {digits} digits")
        if len(spots) == MOST:
            raise ValueError(f"the line has more than {MOST} spots")
        spots.append(Spot(latitude / scale, longitude / scale))
    return tuple(spots)


def encode(spots: Iterable[Spot], digits: int = 5) -> str:
    """The letters of a line, each spot rounded to so many digits."""
    scale = 10**digits
    written: list[str] = []
    before = (0, 0)
    for spot in spots:
        here = (round(spot.latitude * scale), round(spot.longitude * scale))
        written += (_letters(now - then) for now, then in zip(here, before, strict=True))
        before = here
    return "".join(written)


def _numbers(text: str) -> Iterator[int]:
    """The differences, each made of letters that say that more follow, and one that does not."""
    bits = shift = 0
    for letter in text:
        five = ord(letter) - 63
        if not 0 <= five < 64 or shift == 5 * LONGEST:
            raise ValueError(f"the line has a {letter!r} where none can be")
        bits |= (five & 31) << shift
        shift += 5
        if five < 32:
            yield bits >> 1 ^ -(bits & 1)
            bits = shift = 0
    if shift:
        raise ValueError("the line is cut off")


def _letters(number: int) -> str:
    bits = number << 1 ^ number >> 63
    written = []
    while bits >= 32:
        written.append(chr((bits & 31 | 32) + 63))
        bits >>= 5
    return "".join([*written, chr(bits + 63)])
