"""A long recording cut at its pauses into the pieces in which somebody speaks."""

from collections.abc import Iterator

from lorgnette.core.types import SAMPLE_BYTES, Sound, samples_in
from lorgnette.engines.voiceactivity import VoiceActivity
from lorgnette.senses.blocks import BLOCK, Grid
from lorgnette.senses.cutter import Cutter, Piece, PieceRules
from lorgnette.senses.gain import Gain


class Pieces:
    """Takes the sound of one recording and gives its pieces as they end."""

    def __init__(self, activity: VoiceActivity, rules: PieceRules | None = None) -> None:
        self._cutter = Cutter(activity, rules)
        self._gain = Gain()
        self._grid = Grid()
        self._now = 0

    def hear(self, sound: Sound) -> Iterator[Piece]:
        """Take the next sound, of any length; the pieces that are complete with it."""
        yield from self._cut_up(self._gain.hear(sound))

    def end(self) -> Iterator[Piece]:
        """The recording is over; what was still being said is a piece too."""
        yield from self._cut_up(self._gain.end())
        yield from self._cut_up(bytes(-self._now % BLOCK * SAMPLE_BYTES))
        yield from (piece for piece in self._cutter.end() if piece.speech)

    def _cut_up(self, sound: Sound) -> Iterator[Piece]:
        for block in self._grid.cut(self._now, sound):
            yield from (piece for piece in self._cutter.hear(block) if piece.speech)
        self._now += samples_in(sound)
