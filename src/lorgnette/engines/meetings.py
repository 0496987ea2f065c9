"""What is kept of meetings: what was said and by whom, what came of it, and perhaps the sound."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from lorgnette.core.minutes import Minutes
from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.types import Language, Sound, Wearer
from lorgnette.engines.key import Key


class Mark(msgspec.Struct, frozen=True):
    """A moment that the wearer marked, `at` seconds of the meeting, and what they noted then."""

    number: int
    at: float
    note: str = ""


class Meeting(msgspec.Struct, frozen=True):
    """A meeting without its lines; `began` has the offset of the zone it was held in.

    `speakers` names those who have a name, and `same` tells which speakers turned out to be
    another. `lines` is the number of the last line. `audio` tells whether there is sound.
    """

    id: int
    title: str
    began: dt.datetime
    language: Language
    seconds: float = 0.0
    over: bool = False
    speakers: dict[int, str] = {}
    same: dict[int, int] = {}
    marks: tuple[Mark, ...] = ()
    lines: int = 0
    audio: bool = False


class Search(msgspec.Struct, frozen=True):
    """What is looked for: `words` as one types them; "…" around a phrase, * after a beginning.

    Nothing in `words` is an operator otherwise. `person` is a name or a part of one. Without
    words everything is found that the rest describes.
    """

    words: str = ""
    person: str = ""
    meeting: int | None = None
    since: dt.datetime | None = None
    until: dt.datetime | None = None


class Hit(msgspec.Struct, frozen=True):
    """A line that was found; `who` is a name, a number («#2») while there is none, or "".

    `excerpt` is the part of the line that matters, and `found` where in it the words stand:
    first character, and one past the last.
    """

    meeting: int
    title: str
    began: dt.datetime
    line: Line
    who: str
    excerpt: str
    found: tuple[tuple[int, int], ...] = ()


class Recorder(Protocol):
    """Keeps the sound of one meeting that is running. At most two seconds are lost to a kill.

    Nothing raises: what cannot be kept ends the recording, never the meeting.
    """

    @property
    def stopped(self) -> str:
        """Why nothing is kept any more, in a sentence for the log; "" while all is well."""

    async def hear(self, sound: Sound, first: int, /) -> None:
        """Keep a piece of sound that begins with this sample of the meeting.

        What was heard already is left out, and what is missing in between is silence.
        """

    async def aclose(self) -> None:
        """Make what was heard by now whole. A later recorder of the meeting goes on behind it."""


class Diary(Protocol):
    """The meetings of one wearer. Every change is on disk when the call returns.

    Every verb that names a meeting raises NotFound when the wearer has no such meeting, and
    every verb StoreFailed, after which nothing has changed.
    """

    async def begin(self, title: str, began: dt.datetime, language: Language, /) -> Meeting:
        """Begin a meeting; `began` has a time zone."""

    async def write(
        self, meeting: int, lines: Sequence[Line], /, *, tail: Sequence[Line] = (), seconds: float
    ) -> None:
        """Keep lines, each in the place of the one with its number; `seconds` have passed.

        The `tail` is what may still change: it takes the place of the tail before. What the
        wearer corrected stays as it is. Cheap enough for several times a second.
        """

    async def go_on(self, meeting: int, /) -> Meeting:
        """Take up a meeting after a restart: what was its tail is kept, and it is running.

        New lines go behind `lines`, and new sound behind `seconds`.
        """

    async def end(self, meeting: int, /, *, seconds: float | None = None) -> Meeting:
        """The meeting is over: what was its tail is kept. `seconds`: how long it was."""

    async def retitle(self, meeting: int, title: str, /) -> None:
        """Give a meeting another title."""

    async def name_speaker(self, meeting: int, speaker: int, name: str, /) -> None:
        """Say who a speaker is, for all that they said and will say; "" takes the name away.

        A name that another speaker has means that they are the same.
        """

    async def merge_speakers(self, meeting: int, speaker: int, into: int, /) -> None:
        """Two speakers are one; `into` the speaker itself: they stand for themselves again."""

    async def correct(self, meeting: int, line: int, text: str, /) -> None:
        """Say what was really said in a line. Raises NotFound when there is no such line."""

    async def attribute(self, meeting: int, line: int, speaker: int | None, /) -> None:
        """Say who really said a line. Raises NotFound when there is no such line."""

    async def mark(self, meeting: int, at: float, note: str = "", /) -> Mark:
        """Mark a moment, `at` seconds of the meeting."""

    async def unmark(self, meeting: int, mark: int, /) -> bool:
        """Take a mark away; False when it is gone."""

    async def keep_minutes(self, meeting: int, minutes: Minutes, /) -> None:
        """Keep the minutes, in the place of those before."""

    async def minutes(self, meeting: int, /) -> Minutes | None:
        """The minutes that are kept; None when there are none that fit what the lines say now.

        Who gets another name has it in minutes that were reworded.
        """

    async def one(self, meeting: int, /) -> Meeting:
        """One meeting."""

    async def newest(self, *, before: int | None = None, limit: int = 100) -> Sequence[Meeting]:
        """The newest meetings, newest first, of those that came before the one with an id."""

    async def running(self) -> Sequence[Meeting]:
        """The meetings that are not over, newest first."""

    async def people(self) -> Sequence[str]:
        """The names of everybody who has one in some meeting."""

    async def transcript(self, meeting: int, /) -> Transcript:
        """What was said by now, the tail too; speakers that are one have one number."""

    async def search(self, search: Search, /, *, skip: int = 0, limit: int = 20) -> Sequence[Hit]:
        """The lines that fit, the best first, without the first `skip` of them.

        Best are those with the words as one phrase, then those with all words, then those
        near which the other words stand, the newest first. The same in any meeting's language.
        """

    async def recorder(self, meeting: int, /) -> Recorder | None:
        """What keeps the sound of a meeting; None when the hub is not to keep it."""

    async def audio(self, meeting: int, /) -> Path | None:
        """The sound of a meeting that is over, a FLAC file; None when there is none."""

    async def delete_audio(self, meeting: int, /) -> bool:
        """Forget the sound of a meeting and keep the rest; False when there is none."""

    async def delete(self, meeting: int, /) -> None:
        """Forget a meeting and its sound. When this returns, nothing of it is on disk.

        Cancelled or killed in between, the meeting is gone and `tidy` does the rest.
        """

    async def clear(self) -> int:
        """Forget every meeting, in the same way; how many there were."""


class Meetings(Protocol):
    """The meetings of every wearer. What one wearer keeps, no other can reach."""

    def of(self, wearer: Wearer, /) -> Diary:
        """The meetings of one wearer."""

    async def tidy(self, *, audio_until: dt.datetime | None = None) -> int:
        """Finish what a kill interrupted, and forget the sound of meetings that began by then.

        Of how many meetings. Raises StoreFailed.
        """


MEETINGS: Key[Meetings] = Key("meetings")
