"""Names in what is said: those of the speakers, and those of people who are called."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from lorgnette.core.minutes.due import end_of_day
from lorgnette.core.minutes.rules import Cue
from lorgnette.core.minutes.said import Said
from lorgnette.core.transcripts import Transcript
from lorgnette.core.types import CHINESE
from lorgnette.core.words import split

AFTER_DAY: Final = 2
"""Words such as 之前 between a day and what is to be done by then."""

ASKING: Final = ("request", "told", "assigned")


class Name(NamedTuple):
    """A name in a sentence, and the word behind it."""

    name: str
    end: int


class Names:
    """Whose names can be recognised in a meeting."""

    def __init__(self, transcript: Transcript, everything: Sequence[Said]) -> None:
        self._known: dict[tuple[str, ...], str] = {}
        for name in transcript.speakers.values():
            words = split(name, CHINESE)
            given = words[:1] if words and len(words[0]) > 1 else ()  # not 安 of 安娜
            for each in filter(None, (words, given)):
                self._known.setdefault(each, name)
        self._longest = max(map(len, self._known), default=0)
        self._has_capitals = any(said.text != said.text.lower() for said in everything)
        self._plain = {word for said in everything for word in _uncapitalised(said)}
        self._called: frozenset[str] = frozenset()
        asked = (self.called(said) for said in everything if said.has("request", "told"))
        self._called = frozenset(name.name for name in asked if name)

    def called(self, said: Said) -> Name | None:
        """Who is asked to do something, as in «Anna, can you …?», «can you …, Anna?» and 请小王."""
        for cue in said.cues:
            if not cue.kinds.isdisjoint(ASKING):
                before = self._before(said, cue)
                after = (
                    self._at(said, cue.end, strange=False)
                    if cue.kinds & {"request", "told"}
                    else None
                )
                if found := before or after:
                    return found
        last = said.clauses[-1]
        found = self._at(said, last, strange=True) if last else None
        return found if found and found.end == len(said.words) else None

    def assigned(self, said: Said) -> Name | None:
        """Who is told to do something, as in «Anna will …» and 小王负责."""
        for cue in said.cues:
            if "assigned" in cue.kinds:
                clause = said.clause_of(cue.first)
                name = self._at(said, clause, strange=False) if clause < cue.first else None
                if name and cue.first - end_of_day(said, name.end) in range(AFTER_DAY + 1):
                    return name
                if name := self._before(said, cue):
                    return name
        return None

    def _before(self, said: Said, cue: Cue) -> Name | None:
        """A name right before a cue; one that nobody knows must have the clause for itself."""
        for first in range(max(0, cue.first - 4), cue.first):
            alone = first in said.clauses and cue.first in said.clauses
            name = self._at(said, first, strange=alone)
            if name and name.end == cue.first:
                return name
        return None

    def _at(self, said: Said, first: int, *, strange: bool) -> Name | None:
        """The name that begins at a word. `strange`: also a word that only looks like one."""
        for end in range(min(first + self._longest, len(said.words)), first, -1):
            known = self._known.get(said.words[first:end])
            if known and not (self._has_capitals and _written(said, first, end)[0].islower()):
                return Name(known, end)
        if end := _address(said, first):
            return Name(_written(said, first, end), end)
        if first < len(said.words):
            name = _written(said, first, first + 1)
            if name in self._called or (strange and self._looks_like_one(said, first, name)):
                return Name(name, first + 1)
        return None

    def _looks_like_one(self, said: Said, at: int, written: str) -> bool:
        word = said.words[at]
        names = said.rules.not_names if said.rules else ()
        capital = written[:1].isupper() and not written.isupper()
        return capital and word.isalpha() and word not in names and word not in self._plain


def _uncapitalised(said: Said) -> Iterable[str]:
    return (
        word
        for word, (start, _) in zip(said.words, said.spans, strict=True)
        if said.text[start].islower()
    )


def _written(said: Said, first: int, end: int) -> str:
    return said.text[said.spans[first][0] : said.spans[end - 1][1]]


def _address(said: Said, first: int) -> int:
    """Where a Chinese form of address ends that begins here: 小王, 李总, 陈老师; 0 if none does."""
    words, rules = said.words, said.rules
    if rules is None or not rules.surnames or first + 1 >= len(words):
        return 0
    if words[first] in rules.name_before and words[first + 1] in rules.surnames:
        return first + 2
    if words[first] in rules.surnames:
        for title in rules.name_after:
            if words[first + 1 : first + 1 + len(title)] == title:
                return first + 1 + len(title)
    return 0
