"""Distances as people say them, and as a lens shows them: in steps that grow with the distance."""

from typing import Final

from lorgnette.core.guidance.phrases import table
from lorgnette.core.types import CHINESE, Language

Steps = tuple[tuple[float, float], ...]
"""Below so many metres, in steps of so many."""

_SAID: Final[Steps] = ((95, 10), (300, 50), (950, 100), (9_750, 500))
_SHOWN: Final[Steps] = ((200, 10), (975, 50), (9_950, 100))


def distance_said(metres: float, language: Language) -> str:
    """«200 metres», «1.5 kilometres»; never less than ten metres."""
    rounded = max(_rounded(metres, _SAID), 10)
    if rounded < 1000:
        return _of("metres", f"{rounded}", language)
    count = f"{rounded / 1000:g}"
    return _of("kilometres", "两" if language == CHINESE and count == "2" else count, language)


def distance_shown(metres: float, language: Language) -> str:
    """«200 m», «1.5 km», and «now» below ten metres."""
    rounded = _rounded(metres, _SHOWN)
    if metres < 10:
        return table().lens["now"].form(language)
    if rounded < 1000:
        return _of("short-metres", f"{rounded}", language)
    return _of("short-kilometres", f"{rounded / 1000:g}", language)


def _rounded(metres: float, steps: Steps) -> int:
    for below, step in steps:
        if metres < below:
            return int(metres / step + 0.5) * int(step)
    return int(metres / 1000 + 0.5) * 1000


def _of(unit: str, count: str, language: Language) -> str:
    return table().distances[unit].form(language, second=count != "1").format(count=count)
