"""Pinyin as it is typed and recognised: `zhanqianlu` is `zhan qian lu`."""

import re
from collections.abc import Sequence
from typing import Final

_FINALS: Final = (
    "iang iong uang ueng ang eng ing ong ian iao uai uan ai ei ao ou an en in un er ia ie iu ua uo"
    " ui ue ve a o e i u v"
)
_SYLLABLE: Final = re.compile(
    rf"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:{_FINALS.replace(' ', '|')})"
    r"|ang|eng|ai|ei|ao|ou|an|en|er|a|o|e)"
)
_LONGEST: Final = 6

MOST: Final = 4
"""Ways of reading letters that are tried."""

MOST_SYLLABLES: Final = 12


def split(letters: str) -> Sequence[tuple[str, ...]]:
    """The ways in which letters are syllables, those with the fewest syllables first."""
    ways: dict[int, list[tuple[str, ...]]] = {0: [()]}
    for end in range(1, len(letters) + 1):
        found = [
            (*way, letters[start:end])
            for start in range(max(0, end - _LONGEST), end)
            if start in ways and _SYLLABLE.fullmatch(letters, start, end)
            for way in ways[start]
            if len(way) < MOST_SYLLABLES
        ]
        if found:
            ways[end] = sorted(found, key=len)[:MOST]
    return ways.get(len(letters), []) if letters else []
