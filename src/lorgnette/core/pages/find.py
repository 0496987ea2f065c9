"""«Find the word …»: where a page has it, though a letter of it may have been misread."""

import unicodedata
from collections.abc import Iterator
from typing import Final

import msgspec

from lorgnette.core.pages.order import in_order
from lorgnette.core.pages.page import SQUARE, Page, Row
from lorgnette.core.pictures import Box

FORGIVING: Final = 4
"""Letters from which on one of a word may be wrong, missing or too many; in Chinese one less."""

Letter = tuple[str, int]
"""A letter in its plainest form, and its place in the text."""

Letters = list[Letter]


class Found(msgspec.Struct, frozen=True):
    """A word on a page: its row, the letters of it, and about where they are."""

    row: Row
    start: int
    end: int
    wrong: int = 0

    @property
    def text(self) -> str:
        """The letters as they were read."""
        return self.row.text[self.start : self.end]

    @property
    def box(self) -> Box:
        """About where the letters are."""
        return self.row.box_of(self.start, self.end)


def find(page: Page, words: str) -> list[Found]:
    """Every place of a word or some words, in the order of reading; exact ones if there are any.

    Case, accents, full width and spaces make no difference.
    """
    wanted = "".join(char for char, _ in _letters(words))
    if not wanted:
        return []
    allowed = int(len(wanted) >= FORGIVING - (min(wanted) >= SQUARE))
    found = [each for row in in_order(page.rows) for each in _in_row(row, wanted, allowed)]
    return [each for each in found if not each.wrong] or found


def _in_row(row: Row, wanted: str, allowed: int) -> Iterator[Found]:
    """The places in one row, from left to right, none over another."""
    letters, at = list(_letters(row.text)), 0
    while at < len(letters):
        best = next(_from(row, letters[at:], wanted, allowed), None)
        if best is not None:
            yield best
        at += 1
        while best is not None and at < len(letters) and letters[at][1] < best.end:
            at += 1


def _from(row: Row, letters: Letters, wanted: str, allowed: int) -> Iterator[Found]:
    """What begins with the first of some letters and may be what is wanted, the likeliest first."""
    for length in (len(wanted), len(wanted) + 1, len(wanted) - 1):
        piece = letters[: max(1, length)]
        wrong = errors("".join(letter for letter, _ in piece), wanted)
        if wrong <= allowed and _is_whole(row.text, piece):
            yield Found(row, piece[0][1], piece[-1][1] + 1, wrong)


def _is_whole(text: str, piece: Letters) -> bool:
    """Whether letters begin and end where words do; every Chinese character is a word."""
    start, end = piece[0][1], piece[-1][1] + 1
    return not _joined(text[max(0, start - 1) : start + 1]) and not _joined(text[end - 1 : end + 1])


def _joined(two: str) -> bool:
    """Whether two characters are in one word."""
    return len(two) == 2 and two.isalnum() and max(two) < SQUARE


def errors(read: str, wanted: str) -> int:
    """0 when two words are equal, 1 when one letter is wrong, missing or too many, 2 for more."""
    shorter = min(len(read), len(wanted))
    start = next((at for at in range(shorter) if read[at] != wanted[at]), shorter)
    end = 0
    while end < shorter - start and read[-1 - end] == wanted[-1 - end]:
        end += 1
    return min(2, max(len(read), len(wanted)) - start - end)


def _letters(text: str) -> Iterator[Letter]:
    """The letters and digits of a text in their plainest form, each with its place."""
    for at, char in enumerate(text):
        for letter in unicodedata.normalize("NFKD", char).casefold():
            if letter.isalnum():
                yield letter, at
