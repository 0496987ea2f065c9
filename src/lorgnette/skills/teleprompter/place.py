"""Where somebody is in a text, and how to get from there to another line or paragraph."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from lorgnette.core.lens.scroll import Room, Scroll
from lorgnette.core.sentences import sentences
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.core.words import split
from lorgnette.understanding.following import AHEAD, begin, hear
from lorgnette.understanding.script import Script

STEADY = 12
"""Words by which the place does not go back: what was a guess is soon said."""

LAST = 3
"""Words at the end that may go unheard."""

PHRASE = {CHINESE: 12}
"""Characters that are whispered at once, by language."""

WORDS = 6
"""Words that are whispered at once, in other languages."""

_PARAGRAPHS = re.compile(r"\n\s*\n\s*|\n")


class Place:
    """The place in a text of somebody who is saying it."""

    def __init__(self, text: str, language: Language, room: Room | None) -> None:
        """`text` as it can be shown; without `room` it is in lines of one sentence."""
        self.text = text
        self.script = Script(text, language)
        self.scroll = None if room is None else Scroll(text, room)
        self.following = begin()
        self.next = 0
        """The word that is next, as far as one can tell."""
        self.guessed = 0
        """Where the last guess was."""
        found = accumulate(map(len, sentences(text)), initial=0)
        self.sentences = self.words_at(list(found))
        gaps = _PARAGRAPHS.finditer(text)
        self.paragraphs = self.words_at([0, *(gap.end() for gap in gaps)])
        self.lines = self.words_at(self.scroll.starts) if self.scroll else self.sentences

    def words_at(self, places: Sequence[int]) -> Sequence[int]:
        """The words that begin at or after some places of the text, each once, in order."""
        starts = [start for start, _ in self.script.spans]
        found = {bisect_left(starts, place) for place in places}
        return sorted(found - {len(starts)}) or [0]

    @property
    def over(self) -> bool:
        """Whether everything was said."""
        return self.next >= len(self.script)

    @property
    def nearly_over(self) -> bool:
        """Whether hardly anything is left, which may have been said and not been heard."""
        return self.next >= len(self.script) - LAST

    @property
    def share(self) -> float:
        """How much of the text was said, 0 to 1."""
        return self.next / max(len(self.script), 1)

    def hear(self, text: str) -> None:
        """These words were said."""
        self.following = hear(self.script, self.following, self.words_of(text))
        self.reach(self.following.place)

    def guess(self, text: str) -> None:
        """These words seem to follow what was said for certain.

        They move the place on at once; a jump must be guessed twice.
        """
        words = self.words_of(text)
        place = hear(self.script, self.following, words).place
        near = self.next - STEADY <= place <= self.next + len(words) + AHEAD
        if near or abs(place - self.guessed) <= AHEAD:
            self.reach(place)
        self.guessed = place

    def words_of(self, text: str) -> Sequence[str]:
        """What was heard, in words."""
        return split(text, self.script.language)

    def reach(self, place: int) -> None:
        """Be somewhere; a few words back are no step back."""
        if not self.next - STEADY <= place < self.next:
            self.next = place

    def put(self, word: int) -> None:
        """Be at a word for certain."""
        self.next = self.guessed = min(max(word, 0), len(self.script))
        self.following = begin(self.next)

    def move(self, starts: Sequence[int], by: int) -> None:
        """Go to the beginning of another line (or sentence, or paragraph), some on or back."""
        here = bisect_right(starts, self.next) - 1
        there = here + by
        self.put(len(self.script) if there >= len(starts) else starts[max(there, 0)])

    def coming(self, start: int) -> tuple[str, int]:
        """The next few words from one on, as they are written, and the word after them."""
        spans = self.script.spans
        most = PHRASE.get(self.script.language, WORDS)
        end = min(start + most, len(spans))
        for word in range(start + 2, end):
            if re.search(r"[.!?…。！？;；:：]", self.text[spans[word - 1][1] : spans[word][0]]):
                end = word
                break
        return (self.text[spans[start][0] : spans[end - 1][1]] if start < end else ""), end


def language_of(text: str, expected: Language) -> Language:
    """The language of a text: one of many ideographs is Chinese; one without them is not."""
    wide = len(re.findall("[\u3400-\u9fff]", text))
    if wide * 4 > len(re.sub(r"\s", "", text)):
        return CHINESE if expected != "ja" else expected
    return ENGLISH if expected == CHINESE else expected
