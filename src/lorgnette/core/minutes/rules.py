"""What meetings sound like in one language: data, read on first use from `data/<lang>.yaml`.

| kind of cue | what it tells | «for example» |
|---|---|---|
| `decision` | something is settled | «we decided» |
| `proposal` | it is, when another agrees | «shall we», «let's» |
| `promise`, `take` | the speaker does it; `take`: what was just said | «I'll», «leave it to me» |
| `request`, `told` | another is wanted to; `told`: only with a name after it | «can you», 让 |
| `assigned` | whose name stands before it does something | «has to», 负责 |
| `duty`, `plan`, `offer` | somebody must; we will; I might | «we must», «we'll», «should I» |
| `agree`, `refuse`, `defer`, `done` | how one replies | «sure», «sorry», «not sure», «already» |
| `pause`, `move_on` | no reply yet; no reply any more | «let me check», «anyway» |
| `unless`, `past` | imagined or reported; long ago | «if», «she said», «last year» |
| `not`, `hedge` | its clause is denied, doubted | «never», «maybe» |
| `anew` | at the start of a clause: «if» and «she said» end here | «so» |
| `asks_first`, `asks_last` | a question without its mark | «what about», 怎么办 |
| `social`, `tag` | a question that needs no answer; `tag`: at the end | «can you hear», «right?» |
| `matter` | a sentence for the summary | «the main risk» |
| `nothing` | an exception: looks like a cue and is none | «I'll be honest» |
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final, Literal, NamedTuple

import msgspec

from lorgnette.core.slots.phrases import Table
from lorgnette.core.types import CHINESE, ENGLISH, Language

LANGUAGES: Final = (ENGLISH, CHINESE)


Kind = Literal[
    "decision", "proposal", "promise", "take", "request", "told", "assigned", "duty", "plan",
    "offer", "agree", "refuse", "defer", "done", "pause", "move_on", "unless", "past", "not",
    "hedge", "anew", "asks_first", "asks_last", "social", "tag", "matter", "nothing",
]  # fmt: skip
"""What a cue can tell."""


class Headings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands above the parts of written minutes; `nobody` where an action has no owner."""

    summary: str
    decisions: str
    actions: str
    questions: str
    transcript: str
    nobody: str


class Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file as it is written; see the comments in `data/en.yaml`."""

    headings: Headings
    cues: dict[Kind, list[str]]
    due_after: str
    not_due_after: str
    not_names: str
    stop_words: str
    fillers: str
    surnames: str = ""
    name_before: str = ""
    name_after: str = ""


class Cue(NamedTuple):
    """Words that tell something; they stand from `first` to before `end`."""

    kinds: frozenset[Kind]
    first: int
    end: int


class Rules:
    """The rules of one language."""

    def __init__(self, language: Language) -> None:
        sheet = read(language)
        self.language = language
        self.due_after, self.not_due_after, self.not_names, self.stop_words, self.fillers = (
            frozenset(text.split())
            for text in (
                sheet.due_after,
                sheet.not_due_after,
                sheet.not_names,
                sheet.stop_words,
                sheet.fillers,
            )
        )
        self.surnames = frozenset(sheet.surnames)
        self.name_before = frozenset(sheet.name_before)
        self.name_after = tuple(tuple(each) for each in sheet.name_after.split())
        kinds: dict[str, list[Kind]] = {}
        for kind, phrases in sheet.cues.items():
            for phrase in phrases:
                kinds.setdefault(phrase, []).append(kind)
        self._cues = Table({phrase: tuple(each) for phrase, each in kinds.items()}, template="")

    def cues(self, words: Sequence[str]) -> Iterator[Cue]:
        """The cues in a sentence, from left to right; none begins inside another."""
        at = 0
        while at < len(words):
            found = self._cues.scan(words, at)
            end = max((each for each, _ in found), default=at)
            if end > at:
                kinds = (kinds for each, kinds in found if each == end)
                yield Cue(frozenset(kind for each in kinds for kind in each), at, end)
            at = max(end, at + 1)


@cache
def rules(language: Language) -> Rules | None:
    """The rules of a language; None when nobody wrote any."""
    return Rules(language) if language in LANGUAGES else None


@cache
def read(language: Language) -> Sheet:
    """The file of one of `LANGUAGES`."""
    import yaml

    path = Path(__file__).with_name("data") / f"{language}.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text("utf-8")), Sheet)
