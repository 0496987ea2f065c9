"""The sentences of a transcript, with what the rules of their language see in them."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Final

from lorgnette.core.minutes.rules import Cue, Kind, Rules, rules
from lorgnette.core.sentences import sentences
from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.words import Span, spans, split

_CUT: Final = re.compile("[,;:–—，、；：]")
_ASKED: Final = re.compile("[?？][\"'”’»)）」』 ]*$")
_STATED: Final = re.compile("[.!。！][\"'”’»)）」』 ]*$")

DENIED_WITHIN: Final = 2
"""Words between a promise and what makes it none."""


class Said:
    """One sentence that somebody said; `who` is "" when nobody can tell."""

    def __init__(self, text: str, line: Line, who: str) -> None:
        self.text, self.line, self.who = text, line, who
        self.rules: Rules | None = rules(line.language)
        self._kept = self._fluent(split(text, line.language))
        self.words = tuple(word for _, word in self._kept)
        self.cues: tuple[Cue, ...] = tuple(self.rules.cues(self.words)) if self.rules else ()

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where each word stands in the text."""
        every = spans(self.text, self.line.language)
        return tuple(every[at] for at, _ in self._kept)

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """The first word of each clause: what stands between commas."""
        cut = (
            at
            for at, ((_, end), (start, _)) in enumerate(pairwise(self.spans), 1)
            if _CUT.search(self.text, end, start)
        )
        return (0, *cut)

    @cached_property
    def asks(self) -> bool:
        """Whether it is a question: by its mark, or by its words where there is no mark."""
        if _ASKED.search(self.text):
            return True
        first = any("asks_first" in cue.kinds and self._begins(cue) for cue in self.cues)
        return self.ends_with("asks_last") or (first and not _STATED.search(self.text))

    def has(self, *kinds: Kind) -> bool:
        """Whether there is a cue of one of these kinds."""
        return any(not cue.kinds.isdisjoint(kinds) for cue in self.cues)

    def opens_with(self, *kinds: Kind) -> bool:
        """Whether it begins with such a cue; a word such as «oh» may stand before its comma."""
        return any(
            not cue.kinds.isdisjoint(kinds)
            and (not cue.first or (cue.first == 1 and cue.first in self.clauses))
            for cue in self.cues
        )

    def ends_with(self, *kinds: Kind) -> bool:
        """Whether it ends with such a cue."""
        return any(
            cue.end == len(self.words) and not cue.kinds.isdisjoint(kinds) for cue in self.cues
        )

    def stands(self, *kinds: Kind) -> Cue | None:
        """The first such cue that is meant: neither denied nor doubted, imagined or reported."""
        return next(
            (cue for cue in self.cues if not cue.kinds.isdisjoint(kinds) and self._meant(cue)), None
        )

    def clause_of(self, word: int) -> int:
        """The first word of the clause in which a word stands."""
        return max(first for first in self.clauses if first <= word)

    def is_by_another(self, said: "Said") -> bool:
        """Whether somebody else says this; another line will do where nobody can tell."""
        if not self.who or not said.who:
            return self.line.number != said.line.number
        return self.who != said.who

    def _begins(self, cue: Cue) -> bool:
        """Whether nothing but «okay» and «so» stands before a cue."""
        before = [each for each in self.cues if each.end <= cue.first]
        openers = sum(each.end - each.first for each in before if each.kinds & {"agree", "anew"})
        return openers == cue.first

    def _fluent(self, words: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
        """The words and their places, without «um» and without what is said twice in a row."""
        fillers = self.rules.fillers if self.rules else frozenset[str]()
        kept: list[tuple[int, str]] = []
        for at, word in enumerate(words):
            if word in fillers:
                continue
            if kept and kept[-1][1] == word and len(word) > 1 and not word[0].isdigit():
                kept.pop()
            kept.append((at, word))
        return tuple(kept)

    def _meant(self, cue: Cue) -> bool:
        clause = self.clause_of(cue.first)
        before = [each for each in self.cues if each.end <= cue.first]
        if any("anew" in each.kinds and each.first == clause for each in before if clause):
            before = [each for each in before if each.first >= clause]
        if cue.kinds & {"promise", "assigned"} and self._denied_behind(cue):
            return False
        return not any(
            "unless" in each.kinds
            or (each.first >= clause and not each.kinds.isdisjoint(("not", "hedge")))
            for each in before
        )

    def _denied_behind(self, cue: Cue) -> bool:
        """«I'll certainly not», 我明天不在."""
        return any(
            "not" in each.kinds and 0 <= each.first - cue.end <= DENIED_WITHIN
            for each in self.cues
            if self.clause_of(each.first) <= cue.first
        )


def all_said(transcript: Transcript) -> Iterator[Said]:
    """Every sentence of a transcript that has a word, in its order."""
    for line in transcript.lines:
        who = transcript.name_of(line)
        for sentence in sentences(line.text):
            said = Said(sentence.strip(), line, who)
            if said.words:
                yield said
