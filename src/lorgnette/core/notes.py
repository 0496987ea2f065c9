"""Notes: what the wearer wants to remember, from a word to a whole speech."""

import re
from typing import Final

import msgspec

LONGEST: Final = 60_000
"""Characters of the longest note: about an hour and a half of speech."""

_TITLE: Final = 80
"""Characters of the longest title."""

_BEGINNING: Final = 40
"""Characters of the beginning by which a note without a title is called."""

_HEADLINE: Final = re.compile(rf"\s*(?:#+\s*([^\n]{{1,{_TITLE}}})\n|([^\n]{{1,{_TITLE}}})\n\s*\n)")


class Note(msgspec.Struct, frozen=True, tag="note"):
    """What the wearer wants to remember."""

    text: str

    @property
    def title(self) -> str:
        """What its text is called: a first line with an empty one below, or with `#` before it."""
        found = _HEADLINE.match(self.text)
        return "" if found is None else (found[1] or found[2]).strip()

    @property
    def body(self) -> str:
        """The text without its title."""
        found = _HEADLINE.match(self.text)
        return (self.text if found is None else self.text[found.end() :]).strip()

    @property
    def name(self) -> str:
        """Its title, or else how it begins."""
        return self.title or beginning(self.text, _BEGINNING)


def beginning(text: str, length: int) -> str:
    """So much of a text as has room in a sentence about it."""
    line = " ".join(text[: 2 * length].split())
    whole = len(text) <= 2 * length
    return line if whole and len(line) <= length else line[: length - 1].rstrip() + "…"
