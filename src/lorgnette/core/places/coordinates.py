"""Coordinates as they are written and said: `47.14, 9.52`, `47°8'24"N 9°31'E`, «北纬47.14度».

Said, their numbers may be words: «forty seven point one four north nine point five two east».
"""

import re
from typing import Final

from lorgnette.core.places.spoken import LONGEST, in_digits
from lorgnette.core.types import Spot

_NUMBER: Final = r"[0-9]{1,3}(?:\.[0-9]{1,12})?"
_BETWEEN: Final = r"\s*[,，;/和]?\s*(?:and\s+)?"
_NEGATIVE: Final = ("-", "minus", "负", "s", "w", "南", "西")


def _signed(which: int) -> str:
    return rf"(?P<h{which}>[+-]|minus\s+|负)?(?P<d{which}>{_NUMBER})\s*°?"


def _angle(which: int) -> str:
    return (
        rf"(?P<d{which}>{_NUMBER})\s*(?:°|degrees?|deg|度)?\s*"
        rf"(?:(?P<m{which}>{_NUMBER})\s*(?:['’′]|minutes?|min|分)\s*)?"
        rf"(?:(?P<s{which}>{_NUMBER})\s*(?:\"|”|″|''|seconds?|sec|秒)\s*)?"
    )


_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:geo:|@)?\s*{_signed(1)}(?:\s*[,，;]\s*|\s+){_signed(2)}(?:[,?;].*)?",
        rf"(?:lat(?:itude)?|纬度)\s*{_signed(1)}{_BETWEEN}(?:long?(?:itude)?|lng|经度)\s*{_signed(2)}",
        rf"(?:long?(?:itude)?|lng|经度)\s*{_signed(2)}{_BETWEEN}(?:lat(?:itude)?|纬度)\s*{_signed(1)}",
        rf"{_angle(1)}(?P<h1>north|south|[ns])\b{_BETWEEN}{_angle(2)}(?P<h2>east|west|[ew])",
        (
            rf"(?P<h1>north|south|[ns]|北纬|南纬)\s*{_angle(1)}{_BETWEEN}"
            rf"(?P<h2>east|west|[ew]|东经|西经)\s*{_angle(2)}"
        ),
        rf"(?P<h2>东经|西经)\s*{_angle(2)}{_BETWEEN}(?P<h1>北纬|南纬)\s*{_angle(1)}",
    )
)
_WHOLE: Final = re.compile(r"[0-9]+ [0-9]+")
"""Two numbers alone may be anything."""

_CALLED: Final = re.compile(r"(?:the )?(?:gps )?coordinates?:?\s+|坐标[是为：:]?\s*", re.IGNORECASE)


def read(text: str) -> Spot | None:
    """The spot that a text is, and nothing else; None when it is none, or none on the earth."""
    plain = " ".join(text.replace("−", "-").split())
    if len(plain) > LONGEST:
        return None
    plain = plain[called.end() :] if (called := _CALLED.match(plain)) else plain
    return _read(plain) or _read(in_digits(plain))


def written(spot: Spot) -> str:
    """A spot as short as it can be told to a metre: `48.001, -30`."""
    return f"{round(spot.latitude, 5):.8g}, {round(spot.longitude, 5):.8g}"


def _read(plain: str) -> Spot | None:
    if _WHOLE.fullmatch(plain):
        return None
    for form in _FORMS:
        if match := form.fullmatch(plain):
            latitude, longitude = _degrees(match, 1), _degrees(match, 2)
            on_earth = abs(latitude) <= 90 and abs(longitude) <= 180
            return Spot(latitude, longitude) if on_earth else None
    return None


def _degrees(match: re.Match[str], which: int) -> float:
    parts = match.groupdict()
    minutes = float(parts.get(f"m{which}") or 0)
    seconds = float(parts.get(f"s{which}") or 0)
    if minutes >= 60 or seconds >= 60:
        return 999.0  # nowhere on earth
    value = float(parts[f"d{which}"]) + minutes / 60 + seconds / 3600
    return -value if (parts[f"h{which}"] or "").lower().startswith(_NEGATIVE) else value
