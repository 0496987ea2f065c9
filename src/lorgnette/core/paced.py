"""Captions as they are shown: no faster than they can be read, however they come.

Whoever speaks is read along. After a gap in the network, or when the recogniser was late, much
comes at once: then words are let by one after another, twice as fast as one reads at ease, until
all are shown. What is more than a moment late is not waited for: its lines are kept elsewhere.
"""

import unicodedata
from collections.abc import Callable, Sequence
from typing import Final

from msgspec.structs import replace

from lorgnette.core.captions import Caption
from lorgnette.core.cards import Spoken
from lorgnette.core.lens.reading import LETTERS_A_SECOND

RATE: Final = 2 * LETTERS_A_SECOND
"""Letters a second that are let by."""

AT_ONCE: Final = 2 * RATE
"""Letters that may appear together: a recogniser is sure of several words at a time."""

LATE: Final = 15 * RATE
"""Letters behind from which on one is left out for the present."""

WIDE: Final = 2.4
"""A Chinese character takes as long to read as so many letters."""

SHOWN: Final = 400
"""Characters of the end of a line that any display may need."""

LINES: Final = 20
"""Lines that any display may need."""


class Paced:
    """How far the captions of one stream have been shown. Times are seconds of any clock."""

    def __init__(self) -> None:
        self._line = 0
        self._length = 0
        self._budget = AT_ONCE
        self._then: float | None = None
        self.behind = False
        """Whether certain words wait to be shown."""

    def show(self, captions: Sequence[Caption], now: float) -> tuple[Caption, ...]:
        """What is to be seen now: all but the words that would come too fast."""
        passed = 0.0 if self._then is None else max(0.0, now - self._then)
        self._then = now
        self._budget = min(AT_ONCE, self._budget + passed * RATE)
        late = sum(weight(each.committed[self._shown(each) :]) for each in captions)
        if late > LATE:
            self._budget += late - AT_ONCE
        self.behind = False
        seen = list[Caption]()
        for each in captions:
            if not self.behind:
                seen.append(self._seen(each))
        return tuple(each for each in seen if each.text)

    def _shown(self, line: Caption) -> int:
        """How many certain characters of a line were shown."""
        if line.line == self._line:
            return self._length
        return len(line.committed) if line.line < self._line else 0

    def _seen(self, line: Caption) -> Caption:
        """One line as far as it may be seen, which uses up the budget."""
        length = self._shown(line)
        for word in words(line.committed[length:]):
            if weight(word) > self._budget:
                self.behind = True
                break
            self._budget -= weight(word)
            length += len(word)
        if line.line >= self._line:
            self._line, self._length = line.line, length
        if self.behind:
            return replace(line, committed=line.committed[:length], tail="")
        return line


def words(text: str) -> list[str]:
    """A text cut behind its spaces, and behind each wide character."""
    found, start = list[str](), 0
    for end, char in enumerate(text, 1):
        if char.isspace() or is_wide(char):
            found.append(text[start:end])
            start = end
    return [*found, text[start:]] if start < len(text) else found


def weight(text: str) -> float:
    """How long a text takes to read, in letters."""
    return sum(WIDE if is_wide(char) else 1.0 for char in text)


def is_wide(char: str) -> bool:
    """Whether a character is a word, or nearly."""
    return not char.isascii() and unicodedata.east_asian_width(char) in "WF"


def spoken(captions: Sequence[Caption], name_of: Callable[[int], str]) -> tuple[Spoken, ...]:
    """Captions as a card shows them; speakers are named as soon as there are several."""
    several = len({each.speaker for each in captions if each.speaker is not None}) > 1
    return tuple(
        Spoken(
            each.committed[-SHOWN:],
            each.tail,
            name_of(each.speaker) if several and each.speaker is not None else "",
        )
        for each in captions[-LINES:]
    )
