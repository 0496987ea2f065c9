"""Which voice says which line: what to ask the engines that tell voices apart, and what follows.

Before a piece ends for good, a diariser is asked whether another voice took over in it, and the
piece is parted there. Whose voice a line has is asked as soon as enough was heard of it, and again
at its end when that was much more, or less because somebody else took over.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from lorgnette.core.captions import CaptionEvent, Relabelled
from lorgnette.core.types import SAMPLE_RATE
from lorgnette.engines.diariser import VoiceSpan
from lorgnette.engines.speakerembedder import SpeakerEmbedding
from lorgnette.senses.captioner import Captioner, Spoken
from lorgnette.senses.cutter import Piece
from lorgnette.senses.speakers import Speakers


class VoiceRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Seconds."""

    every: float = 1.0
    """New voice after which it is asked again whether another voice took over."""
    overlooked: float = 0.3
    """Voice at the end of a piece in which nobody else is looked for."""
    turn: float = 0.4
    """How long somebody speaks at least before and after another voice takes over."""
    early: float = 1.6
    """Voice of a growing line after which it is asked whose it is."""
    more: float = 1.5
    """Times as much voice as then makes it worth to ask again at the end."""


class Voices:
    """The voices of one conversation that is captioned."""

    def __init__(
        self, captioner: Captioner, rules: VoiceRules | None = None, *, parting: bool = True
    ) -> None:
        """`parting`: whether a diariser is there to be asked."""
        self._captioner = captioner
        self._rules = rules or VoiceRules()
        self._speakers = Speakers()
        self._early: Spoken | None = None
        if parting:
            captioner.parted = 0

    def undivided(self) -> Piece | None:
        """A piece for the diariser, or None while there is nothing new to ask."""
        piece = self._captioner.unparted
        if piece is None or not piece.speech:
            return None
        saying = self._captioner.saying
        growing = saying is not None and saying.speech.first == piece.first
        new = piece.last - max(piece.first, self._captioner.parted)
        if new <= self._rules.overlooked * SAMPLE_RATE and not growing:
            self._captioner.part(piece, ())
            return None
        return piece if not growing or new >= self._rules.every * SAMPLE_RATE else None

    def divided(self, piece: Piece, spans: Sequence[VoiceSpan]) -> list[CaptionEvent]:
        """What the diariser says of a piece; nothing when it cannot tell."""
        return self._captioner.part(piece, list(self._cuts(piece, spans)))

    def unnamed(self) -> Spoken | None:
        """A line for the speaker embedder, or None while there is nothing new to ask."""
        while self._captioner.said:
            spoken = self._captioner.said.popleft()
            if self._early is None or self._early.line != spoken.line:
                return spoken
            was, now = voice_of(self._early), voice_of(spoken)
            if now < was or now > self._rules.more * was:
                return spoken
        saying = self._captioner.saying
        if saying is None or voice_of(saying) < self._rules.early * SAMPLE_RATE:
            return None
        if self._early is not None and self._early.line == saying.line:
            return None
        self._early = saying
        return saying

    def named(self, spoken: Spoken, voice: SpeakerEmbedding | None) -> list[Relabelled]:
        """The voice of a line, or None when it was too short to tell."""
        return [] if voice is None else self._speakers.hear(spoken.line, voice, voice_of(spoken))

    def _cuts(self, piece: Piece, spans: Sequence[VoiceSpan]) -> Iterator[int]:
        """Where one voice takes over from another, in the middle of the silence between them."""
        least = self._rules.turn * SAMPLE_RATE
        long = [span for span in spans if span.last - span.first >= least]
        for one, other in pairwise(long):
            if one.voice != other.voice:
                cut = piece.start + (one.last + other.first) // 2
                if piece.first + least <= cut <= piece.last - least:
                    yield cut


def voice_of(spoken: Spoken) -> int:
    """How many samples of voice a line has."""
    return spoken.speech.last - spoken.speech.first
