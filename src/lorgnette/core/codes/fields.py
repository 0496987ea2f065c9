"""Texts of fields: `WIFI:S:home;P:secret;;`, with a backslash before what is meant as it stands."""

import re
from collections.abc import Iterator
from typing import Final

_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)


def fields(text: str) -> Iterator[tuple[str, str]]:
    """The names, in capitals, and the values of fields; what has no colon is left out."""
    for part in split(text, ";"):
        name, *value = split(part, ":", 1)
        if value and name.strip():
            yield name.strip().upper(), _ESCAPED.sub(r"\1", value[0])


def split(text: str, mark: str, most: int = -1) -> list[str]:
    """The parts between marks that no backslash stands before, which stays where it is."""
    parts, begin, place = list[str](), 0, 0
    while place < len(text) and len(parts) != most:
        if text[place] == "\\":
            place += 1
        elif text[place] == mark:
            parts.append(text[begin:place])
            begin = place + 1
        place += 1
    return [*parts, text[begin:]]


def unescaped(text: str) -> str:
    """A value of a vCard or an iCalendar without the backslashes; an n after one is a new line."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
