"""Sound in, questions to a recogniser out; its answers in, captions out. Time is samples.

    sound ──> pieces by voice activity ──> questions ──> a recogniser, wherever it runs
                                                              │
    captions <── what successive guesses agree on <── answers ┘

A piece is asked about again and again while it grows, and once more when it has ended. One question
is open at a time. Pieces that have ended come first, so whoever is behind catches up: the guesses
in between become fewer, and no piece is left out.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from math import inf
from typing import Final

import msgspec

from lorgnette.core.captions import CaptionEvent, Missed
from lorgnette.core.transcripts.believable import believable
from lorgnette.core.types import SAMPLE_RATE, Language, Sound
from lorgnette.engines.recogniser import Transcript
from lorgnette.engines.voiceactivity import VoiceActivity
from lorgnette.senses.blocks import BLOCK, Block, Grid
from lorgnette.senses.cutter import Cutter, Piece, PieceRules
from lorgnette.senses.gain import Gain
from lorgnette.senses.line import Line

SAID: Final = 60
"""Lines whose sound is kept: of a minute that glasses kept and send at once, and more."""


class CaptionRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Seconds, unless a field says otherwise."""

    every: float = 0.4
    """New voice after which a growing piece is asked about again."""
    seldom: float = 3.0
    """The same when the recogniser is slow: it is given as much time as it takes, up to this."""
    begin: float = 0.3
    """Voice before the first question; less is a cough, or a word that is not whole yet."""
    guesses: int = 4
    """Guesses that must agree about a word before it is committed."""
    hold: int = 2
    """Words at the end of a guess that are not committed while the voice goes on."""
    backlog: float = 600.0
    """Sound that waits for the recogniser at most; then the oldest is missed."""
    pieces: PieceRules = PieceRules()


class Question(msgspec.Struct, frozen=True):
    """What is said in this piece? Pieces are numbered, so that one utterance serves each.

    `final`: the piece has ended, and there will be no other question about it. `paused`: the voice
    is silent at its end, so that the last word is whole.
    """

    piece: int
    speech: Piece
    final: bool = False
    paused: bool = False


class Spoken(msgspec.Struct, frozen=True):
    """The sound of a line."""

    line: int
    speech: Piece


class Captioner:
    """The captions of one microphone in one language."""

    def __init__(
        self, activity: VoiceActivity, language: Language, rules: CaptionRules | None = None
    ) -> None:
        self.language = language
        self.rules = rules or CaptionRules()
        self.now = 0
        """The sample up to which everything was considered."""
        self._grid = Grid()
        self._gain = Gain(BLOCK)
        self._cutter = Cutter(activity, self.rules.pieces)
        self._ended: deque[Piece] = deque()
        """Pieces that have ended and wait for their last question, the oldest first."""
        self._line = Line(1, language, self.rules.guesses)
        """That of the oldest piece, or of the growing one when no other waits."""
        self._piece = 1
        self._asked: Question | None = None
        self._asked_at = 0
        self._every = round(self.rules.every * SAMPLE_RATE)
        self._upto = 0
        """The last voice of the growing piece that was asked about."""
        self.parted: float = inf
        """Where nobody knows yet whether another voice took over: no piece ends for good there."""
        self.said: deque[Spoken] = deque(maxlen=SAID)
        """The last lines that ended, for whoever wants to know whose voice it was."""
        self._excluded: tuple[float, float] = (inf, inf)

    @property
    def waiting(self) -> int:
        """Samples of speech that wait for their last question."""
        return sum(piece.last - piece.first for piece in self._ended)

    @property
    def idle(self) -> bool:
        """Whether nothing is being said, and nothing waits for an answer."""
        return not self._ended and self._asked is None and self._cutter.growing is None

    def hear(self, first: int, sound: Sound) -> list[CaptionEvent]:
        """Take sound of any length whose first sample has that number."""
        return [event for block in self._grid.cut(first, sound) for event in self._hear(block)]

    def question(self) -> Question | None:
        """What to ask the recogniser now; None while nothing is new, or a question is open."""
        if self._asked is not None:
            return None
        if self._ended:
            piece = self._ended[0]
            known = piece.last <= self.parted
            return self._ask(Question(self._piece, piece, final=True)) if known else None
        growing, paused = self._cutter.growing, self._cutter.paused
        if growing is None or not growing.speech or growing.last <= self._upto:
            return None
        enough = self._every if self._upto > growing.first else self.rules.begin * SAMPLE_RATE
        if not paused and growing.last - max(self._upto, growing.first) < enough:
            return None
        self._upto = growing.last
        return self._ask(Question(self._piece, growing, paused=paused))

    def answer(self, question: Question, heard: Transcript) -> list[CaptionEvent]:
        """What the recogniser says to a question; one that was overtaken changes nothing."""
        if not self._answered(question):
            return []
        piece = question.speech
        text = believable(heard.text, (piece.last - piece.first) / SAMPLE_RATE)
        if question.final:
            return [*self._line.end(text, piece, heard.language), *self._next(piece)]
        paused = question.paused
        hold = 0 if paused else self.rules.hold
        return list(self._line.guess(text, piece, heard.language, hold, paused=paused))

    def failed(self, question: Question) -> list[CaptionEvent]:
        """The recogniser cannot answer. If it was the last question, the piece is missed."""
        open_still = self._answered(question)
        self._every = round(self.rules.seldom * SAMPLE_RATE)
        if not open_still or not question.final:
            return []
        piece = question.speech
        return [*self._next(piece), Missed(piece.first, piece.last)]

    @property
    def saying(self) -> "Spoken | None":
        """The line that is being said now, once there is something of it to show."""
        growing = self._cutter.growing if self._line.begun and not self._ended else None
        return None if growing is None else Spoken(self._line.number, growing)

    @property
    def unparted(self) -> Piece | None:
        """The oldest piece of which it is not known whether another voice took over in it."""
        later = (piece for piece in self._ended if piece.last > self.parted)
        return next(later, self._cutter.growing)

    def part(self, piece: Piece, cuts: Sequence[int]) -> list[CaptionEvent]:
        """Another voice took over at these samples of a piece that was `unparted`."""
        if piece in self._ended:
            place = self._ended.index(piece)
            before = list(self._ended)
            self._ended = deque([*before[:place], *piece.parts(cuts), *before[place + 1 :]])
            self.parted = max(self.parted, piece.last)
            return []
        growing = self._cutter.growing
        if growing is None or growing.first != piece.first:
            return []
        self.parted = max(self.parted, piece.last)
        return [event for cut in cuts for event in self._close(self._cutter.part(cut))]

    def exclude(self, first: int, last: int | None = None) -> list[CaptionEvent]:
        """Leave out what is said from sample `first` to `last`: it was meant for the hub.

        Without `last` everything is left out, until it is said again with one. What is committed
        stays.
        """
        self._excluded = (first, inf if last is None else last)
        until = self.now if last is None else min(last, self.now)
        events = []
        for piece in list(self._ended):
            if piece.first < until and first < piece.last:
                events += self._leave_out(piece, first, until)
        return events + self._close(self._cutter.leave_out(first, until))

    def end(self) -> list[CaptionEvent]:
        """No more sound comes; the last questions may follow."""
        return self._close(self._cutter.end())

    def _hear(self, block: Block) -> list[CaptionEvent]:
        missed = [Missed(self.now, block.first)] if block.torn else []
        first, last = self._excluded
        if block.end > first and block.first < last:
            block = block._replace(sound=bytes(len(block.sound)))
        block = block._replace(sound=self._gain.hear(block.sound))
        self.now = block.end
        return [*self._close(self._cutter.hear(block)), *missed]

    def _ask(self, question: Question) -> Question:
        self._asked, self._asked_at = question, self.now
        return question

    def _answered(self, question: Question) -> bool:
        """Close a question; whether it was still open. What it took says when to ask again."""
        took = self.now - self._asked_at
        most, least = (round(at * SAMPLE_RATE) for at in (self.rules.seldom, self.rules.every))
        self._every = max(least, min(most, took))
        still = question is self._asked
        self._asked = None
        return still

    def _close(self, pieces: Iterator[Piece]) -> list[CaptionEvent]:
        """These pieces have ended; their last question follows, if there is speech in them."""
        events = list[CaptionEvent]()
        for piece in pieces:
            self._upto = 0
            if piece.cut:
                self._asked = None
            if piece.speech:
                self._ended.append(piece)
            elif not self._ended:
                events += self._next(piece)
        while self.waiting > self.rules.backlog * SAMPLE_RATE:
            piece = self._ended[0]
            events += [*self._next(piece), Missed(piece.first, piece.last)]
        return events

    def _next(self, piece: Piece) -> Iterator[CaptionEvent]:
        """Nothing more is said about a piece, the oldest."""
        if self._line.begun:
            self.said.append(Spoken(self._line.number, piece))
        yield from self._line.over(piece)
        if self._ended and self._ended[0] is piece:
            self._ended.popleft()
        self._asked = None
        self._piece += 1
        self._line = self._line.following(cut=piece.cut)

    def _leave_out(self, piece: Piece, first: int, last: int) -> list[CaptionEvent]:
        """Take out of a piece that waits what was said between two samples."""
        parts = [part for part in piece.without(first, last) if part.first < part.last]
        place = self._ended.index(piece)
        if place == 0:
            self._asked = None
        if place == 0 and not parts:
            return list(self._next(piece))
        before = list(self._ended)
        self._ended = deque([*before[:place], *parts, *before[place + 1 :]])
        return []
