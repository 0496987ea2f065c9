"""Plus codes, such as `8FVC2222+22`: read and written as their specification says.

[github.com/google/open-location-code, specification/specification.md]
"""

import re
from typing import Final

from lorgnette.core.places.spoken import joined
from lorgnette.core.types import Spot

DIGITS: Final = "23456789CFGHJMPQRVWX"

_PAIRS: Final = 5
"""Pairs of digits; what is behind them divides an area into 5 rows of 4."""

_CODE: Final = re.compile(
    rf"(?P<before>[{DIGITS}]{{2,8}}0{{0,6}})\+(?P<after>[{DIGITS}]{{2,7}})?", re.IGNORECASE
)

_IN: Final = re.compile(r"(?:in|near|at|在)\s+", re.IGNORECASE)


def encoded(spot: Spot) -> str:
    """The full code of the area of some 14 by 14 metres in which a spot lies."""
    south = min(max(int((spot.latitude + 90) * 8000 + 1e-9), 0), 180 * 8000 - 1)
    east = int(((spot.longitude + 180) % 360) * 8000 + 1e-9) % (360 * 8000)
    code = ""
    for _ in range(_PAIRS):
        south, row = divmod(south, 20)
        east, column = divmod(east, 20)
        code = DIGITS[row] + DIGITS[column] + code
    return f"{code[:8]}+{code[8:]}"


def read(text: str) -> tuple[str, str] | None:
    """The code in a text, in capitals, and what else stands there; None when there is none.

    A code may lack its first two, four or six digits; then the rest is where it is: «9G8F+6X Bern».
    It may be spelt, as «nine g eight f plus six x bern».
    """
    return _read(text) or _read(joined(text, DIGITS))


def _read(text: str) -> tuple[str, str] | None:
    for match in _CODE.finditer(text):
        before, after = match["before"].upper(), match["after"] or ""
        padded = len(before.rstrip("0")) % 2 or ("0" in before and (after or len(before) < 8))
        inside = re.search(r"[^\W_]\Z", text[: match.start()]) or re.match(
            r"[^\W_]", text[match.end() :]
        )
        full = len(before) == 8
        if padded or inside or len(before) % 2 or len(after) == 1 or not (after or full):
            continue
        if full and (before[0] not in DIGITS[:9] or before[1] not in DIGITS[:18]):
            continue  # beyond a pole, or the date line
        rest = f"{text[: match.start()]} {text[match.end() :]}"
        return f"{before}+{after.upper()}", _place(rest)
    return None


def _place(rest: str) -> str:
    """Where the code is: what stands beside it, without the word that joins them."""
    plain = " ".join(rest.strip(" ,，的").split())
    return plain[joint.end() :] if (joint := _IN.match(plain)) else plain


def is_full(code: str) -> bool:
    """Whether a code needs no reference."""
    return code.index("+") == 8


def centre(code: str, reference: Spot | None = None) -> Spot | None:
    """The middle of the area of a code; None when a short one has no reference.

    A short code is the nearest one to the reference that ends so.
    """
    if is_full(code):
        return _area(code)[0]
    if reference is None:
        return None
    missing = 8 - code.index("+")
    whole = encoded(reference)[:missing] + code
    middle, _ = _area(whole)
    size = 20.0 ** (2 - missing / 2)
    return Spot(
        _nearest(middle.latitude, reference.latitude, size, 90),
        (_nearest(middle.longitude, reference.longitude, size, 540) + 180) % 360 - 180,
    )


def _nearest(value: float, reference: float, size: float, most: float) -> float:
    for shift in (-size, size):
        if abs(value + shift - reference) < size / 2 and abs(value + shift) <= most:
            return value + shift
    return value


def _area(code: str) -> tuple[Spot, float]:
    digits = [DIGITS.index(digit) for digit in code.replace("+", "").rstrip("0")]
    south, west, height, width = -90.0, -180.0, 400.0, 400.0
    for place in range(0, min(len(digits), 2 * _PAIRS), 2):
        height, width = height / 20, width / 20
        south += digits[place] * height
        west += digits[place + 1] * width
    for digit in digits[2 * _PAIRS :]:
        height, width = height / 5, width / 4
        south += digit // 4 * height
        west += digit % 4 * width
    return Spot(min(south + height / 2, 90.0), west + width / 2), height
