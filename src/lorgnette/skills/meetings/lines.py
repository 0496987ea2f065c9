"""Captions as the lines of a meeting: what has changed since they were written."""

from collections.abc import Callable, Sequence

from lorgnette.core.captions import Caption
from lorgnette.core.transcripts import Line

WAITING = 5_000
"""Lines that wait for a disk that takes nothing; then the oldest are lost."""


class Lines:
    """Turns captions into lines. Numbers and speakers go on behind those of before."""

    def __init__(
        self, second_of: Callable[[int], float], *, after: int = 0, speakers: int = 0
    ) -> None:
        """`second_of`: the second of the meeting at which a sample was recorded."""
        self._second_of = second_of
        self._after = after
        self._speakers = speakers
        self._seen: dict[int, Caption] = {}
        self._waiting: dict[int, Line] = {}

    def follow(self, captions: Sequence[Caption]) -> None:
        """Take captions as they stand."""
        known = {each.line: each for each in captions}
        for caption in captions:
            if caption.ended and self._seen.get(caption.line) != caption:
                self._waiting[caption.line] = self._line(caption)
        self._seen = known
        for line in list(self._waiting)[:-WAITING]:
            del self._waiting[line]

    @property
    def waiting(self) -> tuple[Line, ...]:
        """Lines that ended, or have another speaker, and were not written since."""
        return tuple(self._waiting.values())

    @property
    def tail(self) -> tuple[Line, ...]:
        """What is being said."""
        said = (each for each in self._seen.values() if not each.ended and each.text.strip())
        return tuple(map(self._line, said))

    def written(self, lines: Sequence[Line]) -> None:
        """These are on disk."""
        for line in lines:
            if self._waiting.get(line.number - self._after) == line:
                del self._waiting[line.number - self._after]

    def _line(self, caption: Caption) -> Line:
        return Line(
            caption.line + self._after,
            self._second_of(caption.first),
            self._second_of(caption.last),
            caption.text.strip(),
            None if caption.speaker is None else caption.speaker + self._speakers,
            caption.language,
        )
