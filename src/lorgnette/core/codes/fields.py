"""Texts of fields: `WIFI:S:home;P:secret;;`, with a backslash before what is meant as it stands."""

from collections.abc import Iterator


def fields(text: str) -> Iterator[tuple[str, str]]:
    """The names, in capitals, and the values of fields; what has no colon is left out."""
    for part in split(text, ";"):
        name, *value = split(part, ":", 1)
        if value and name.strip():
            yield name.strip().upper(), unescaped(value[0])


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
    """The text without the backslashes; one before an n means a new line."""
    plain, escaped = list[str](), False
    for char in text:
        if not escaped and char == "\\":
            escaped = True
            continue
        plain.append("\n" if escaped and char in "nN" else char)
        escaped = False
    return "".join(plain)
