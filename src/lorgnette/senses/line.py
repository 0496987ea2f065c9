"""One line of the captions while it is being said: guesses become committed words and a tail."""

from collections.abc import Iterator, Sequence

from lorgnette.core.captions import CaptionEvent, Committed, LineEnded, Tail
from lorgnette.core.types import Language
from lorgnette.senses.agreement import Agreement
from lorgnette.senses.cutter import Piece


class Line:
    """The line of one piece. It takes its number when there is something to show."""

    def __init__(
        self, number: int, language: Language, guesses: int, said: Sequence[str] = ()
    ) -> None:
        """`said`: words of this piece that were committed with the line before."""
        self.number = number
        self._language = language
        self._guesses = guesses
        self._agreement = Agreement(language, guesses, said)
        self._tail = ""
        self.begun = False
        """Whether anything of it was shown."""
        self._upto: int | None = None
        """The sample up to which words are committed, about."""

    def guess(
        self, text: str, piece: Piece, language: Language, hold: int, *, paused: bool
    ) -> Iterator[CaptionEvent]:
        """The next guess about what was said so far; `hold` and `paused` as for `Agreement`."""
        committed, tail, left = self._agreement.guess(text, hold, paused=paused)
        whole = len(text)
        said = piece.first + (piece.last - piece.first) * (whole - left) // max(1, whole)
        yield from self._commit(committed, piece, said, language)
        if tail != self._tail:
            self._tail, self.begun = tail, True
            yield Tail(self.number, tail, self._since(piece), piece.last)

    def end(self, text: str, piece: Piece, language: Language) -> Iterator[CaptionEvent]:
        """The final guess."""
        yield from self._commit(self._agreement.end(text), piece, piece.last, language)

    def over(self, piece: Piece) -> Iterator[CaptionEvent]:
        """Nothing follows."""
        if self.begun:
            yield LineEnded(self.number, piece.first, piece.last)

    def following(self, *, cut: bool) -> "Line":
        """The next line. Where one piece was cut from the next, words may be committed too far."""
        said = self._agreement.beyond if cut else ()
        return Line(self.number + self.begun, self._language, self._guesses, said)

    def _commit(
        self, text: str, piece: Piece, last: int, language: Language
    ) -> Iterator[Committed]:
        if text:
            text = text if self._upto is not None else text.lstrip()
            last = max(last, self._since(piece))
            rest = self._tail.startswith(text)
            self._tail, self.begun = self._tail[len(text) :] if rest else "", True
            yield Committed(self.number, text, self._since(piece), last, language)
            self._upto = last

    def _since(self, piece: Piece) -> int:
        return piece.first if self._upto is None else max(self._upto, piece.first)
