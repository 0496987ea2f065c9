"""What is said around the wearer while it is said: the events of captions, and what they show.

Captions come in **lines**: what one voice says without a long pause. The line that is being said
has a committed part, which never changes, and a tail, which is still a guess. Lines are numbered
from 1, and one is open at a time. Times are sample numbers of the microphone, so that they are
right after a network gap; the seconds of a recording are `(sample - its first) / SAMPLE_RATE`.

A text carries its own spaces: what a line says is its committed texts and its tail, one after
another with nothing between.
"""

from typing import Final

import msgspec
from msgspec.structs import replace

from lorgnette.core.types import ENGLISH, Language

SHOWN: Final = 200
"""Lines that are kept to be shown; whoever needs all keeps the events."""


class Committed(msgspec.Struct, frozen=True, tag=True):
    """More words of a line are certain; they follow what was committed of it, and never change.

    They were said about from `first` to `last`. When the tail began with this text, the rest of it
    is the tail now; otherwise there is none until the next `Tail`.
    """

    line: int
    text: str
    first: int
    last: int
    language: Language = ENGLISH


class Tail(msgspec.Struct, frozen=True, tag=True):
    """The uncertain end of a line is now this, in the place of whatever it was."""

    line: int
    text: str
    first: int
    last: int


class LineEnded(msgspec.Struct, frozen=True, tag=True):
    """Nothing is added to a line any more; its voice was heard from `first` to `last`.

    A line of which nothing was committed was no speech, and is forgotten.
    """

    line: int
    first: int
    last: int


class Relabelled(msgspec.Struct, frozen=True, tag=True):
    """These lines are said by one speaker, also if they were taken for another's until now.

    Numbers tell speakers apart and begin with 1; names are the wearer's to give.
    """

    lines: tuple[int, ...]
    speaker: int


class Missed(msgspec.Struct, frozen=True, tag=True):
    """Nobody wrote down what was said from `first` to `last`.

    Sound was lost on its way, or the recogniser failed, or could not keep up for very long.
    """

    first: int
    last: int


CaptionEvent = Committed | Tail | LineEnded | Relabelled | Missed


class Caption(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line as it stands."""

    line: int
    first: int
    last: int
    committed: str = ""
    tail: str = ""
    speaker: int | None = None
    ended: bool = False
    language: Language = ENGLISH

    @property
    def text(self) -> str:
        """The whole line, with its uncertain end."""
        return self.committed + self.tail


Captions = tuple[Caption, ...]
"""The last lines, in order."""


def follow(event: CaptionEvent, shown: Captions, most: int = SHOWN) -> Captions:
    """What is shown after an event; of the older lines all but `most` are forgotten."""
    match event:
        case Relabelled(lines=lines, speaker=speaker):
            return tuple(
                replace(each, speaker=speaker) if each.line in lines else each for each in shown
            )
        case Missed():
            return shown
    before = list(shown)
    if before and before[-1].line == event.line:
        line = before.pop()
    else:
        line = Caption(event.line, event.first, event.last)
    line = _changed(line, event)
    kept = [line] if line.committed or not line.ended else []
    return tuple([*before, *kept][-most:])


def _changed(line: Caption, event: Committed | Tail | LineEnded) -> Caption:
    last = max(line.last, event.last)
    match event:
        case Committed(text=text, language=language):
            committed = line.committed + text
            tail = line.tail[len(text) :] if line.tail.startswith(text) else ""
            return replace(line, committed=committed, tail=tail, last=last, language=language)
        case Tail(text=text):
            return replace(line, tail=text, last=last)
        case LineEnded(first=first, last=end):
            return replace(line, tail="", first=first, last=end, ended=True)
