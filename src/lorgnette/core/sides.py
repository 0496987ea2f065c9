"""Who of two people said what was just heard: two languages, one microphone.

The same sound is written down in both languages, and one of the two texts is nonsense. Which one
is told by what the texts look like, by whose voice it was before, and by the wearer's touch, which
is always right.
"""

import math
from collections import Counter, deque
from enum import StrEnum
from typing import Final

import msgspec

from lorgnette.core.captions import Caption, Captions

KEPT: Final = 200
"""Utterances that are remembered."""

SURE: Final = 3.0
"""Nats of evidence from which on nothing more is waited for."""

VOICE: Final = 0.7
"""Nats that one utterance of a voice counts for the next."""

VOTES: Final = 4
"""Utterances of a voice that count at most."""

TOUCH: Final = 3
"""How often a touch counts."""


class Side(StrEnum):
    """Who of the two."""

    MINE = "mine"
    THEIRS = "theirs"

    @property
    def other(self) -> "Side":
        """The other one."""
        return Side.THEIRS if self is Side.MINE else Side.MINE


class Utterance(msgspec.Struct):
    """What somebody said, as a line of captions in each language; `number` counts from 1.

    `evidence` above 0 speaks for the wearer, below for the other; `judged` is what was written down
    when it was weighed. `told` is who it was when the wearer said so. `voice` is the number of the
    speaker.
    """

    number: int
    first: int
    last: int
    lines: dict[Side, Caption]
    evidence: float = 0.0
    told: Side | None = None
    voice: int | None = None
    judged: tuple[str, str] = ("", "")
    counted: bool = False

    @property
    def texts(self) -> tuple[str, str]:
        """What was written down in the wearer's language, and in the other's."""
        mine, theirs = (self.lines.get(side) for side in Side)
        return mine.text.strip() if mine else "", theirs.text.strip() if theirs else ""

    @property
    def side(self) -> Side:
        """Who said it, as far as one knows now."""
        return self.told or (Side.MINE if self.evidence > 0 else Side.THEIRS)

    @property
    def ended(self) -> bool:
        """Whether nothing is added to it."""
        return all(line.ended for line in self.lines.values())

    @property
    def settled(self) -> bool:
        """Whether its side will not change but by a touch."""
        return self.ended or self.told is not None or abs(self.evidence) >= SURE


class Sides:
    """The utterances of a conversation of two."""

    def __init__(self) -> None:
        self.utterances: deque[Utterance] = deque(maxlen=KEPT)
        self._voices: dict[int, Counter[Side]] = {}
        self._count_of_all = 0

    def hear(self, side: Side, captions: Captions) -> None:
        """Take the captions in one of the languages as they stand."""
        known = {each.line: each for each in captions}
        for utterance in self.utterances:
            line = utterance.lines.get(side)
            if line is not None and line.line in known:
                self._update(utterance, side, known.pop(line.line))
        for caption in known.values():
            self._update(self._at(side, caption), side, caption)

    def of(self, side: Side, caption: Caption) -> Utterance | None:
        """The utterance that a line belongs to."""
        for utterance in reversed(self.utterances):
            line = utterance.lines.get(side)
            if line is not None and line.line == caption.line:
                return utterance
        return None

    def unjudged(self) -> list[Utterance]:
        """Utterances that have grown or ended since they were judged."""
        return [
            each
            for each in self.utterances
            if each.judged != each.texts or (each.ended and not each.counted)
        ]

    def judge(self, utterance: Utterance, mine: float, theirs: float) -> None:
        """How likely each text is in the language it was written down in, 0 to 1."""
        utterance.judged = utterance.texts
        if all(utterance.texts):
            evidence = _logit(mine) - _logit(theirs)
        else:
            evidence = SURE if utterance.texts[0] else -SURE
        utterance.evidence = evidence + self._voice(utterance.voice)
        if utterance.ended:
            self._count(utterance, 1)

    def touch(self) -> Utterance | None:
        """The wearer says that it was the other one who spoke last; the utterance that changed."""
        if not self.utterances:
            return None
        utterance = self.utterances[-1]
        if utterance.counted and utterance.voice in self._voices:
            self._voices[utterance.voice][utterance.side] -= 1
        utterance.counted = False
        utterance.told = utterance.side.other
        self._count(utterance, TOUCH)
        return utterance

    def _at(self, side: Side, caption: Caption) -> Utterance:
        """The utterance at the time of a line that has none in this language yet, or a new one."""
        for utterance in reversed(self.utterances):
            if side not in utterance.lines and _overlap(utterance, caption):
                return utterance
        self._count_of_all += 1
        utterance = Utterance(self._count_of_all, caption.first, caption.last, {})
        self.utterances.append(utterance)
        return utterance

    def _update(self, utterance: Utterance, side: Side, caption: Caption) -> None:
        utterance.lines[side] = caption
        utterance.first = min(utterance.first, caption.first)
        utterance.last = max(utterance.last, caption.last)
        if side is Side.MINE:
            utterance.voice = caption.speaker

    def _voice(self, voice: int | None) -> float:
        if voice is None or voice not in self._voices:
            return 0.0
        votes = self._voices[voice]
        difference = votes[Side.MINE] - votes[Side.THEIRS]
        return VOICE * max(-VOTES, min(VOTES, difference))

    def _count(self, utterance: Utterance, votes: int) -> None:
        if utterance.voice is not None and not utterance.counted:
            self._voices.setdefault(utterance.voice, Counter())[utterance.side] += votes
        utterance.counted = True


def _overlap(utterance: Utterance, caption: Caption) -> bool:
    """Whether they share at least half of the shorter one."""
    shared = min(utterance.last, caption.last) - max(utterance.first, caption.first)
    shorter = min(utterance.last - utterance.first, caption.last - caption.first)
    return shared > 0 and 2 * shared >= shorter


def _logit(share: float) -> float:
    share = min(0.99, max(0.01, share))
    return math.log(share / (1 - share))
