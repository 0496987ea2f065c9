"""How meetings look on a terminal."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from lorgnette.core.errors import ConfigurationError
from lorgnette.core.minutes import Minutes
from lorgnette.core.minutes.written import about, plain_chapters
from lorgnette.core.transcripts import Transcript
from lorgnette.core.transcripts.exports.clock import clock
from lorgnette.engines import Hit, Meeting

BOLD, PLAIN = "\x1b[1m", "\x1b[0m"

_NO_NAME: Final = re.compile(r'[\\/:*?"<>|\s]+')


def in_list(meeting: Meeting) -> str:
    """A meeting in one row."""
    remarks = [] if meeting.over else ["running"]
    remarks += ["with sound"] if meeting.audio else []
    behind = f"  ({', '.join(remarks)})" if remarks else ""
    began = f"{meeting.began:%Y-%m-%d %H:%M}"
    return f"{meeting.id:6}  {began}  {clock(meeting.seconds):>8}  {meeting.title}{behind}"


def in_whole(meeting: Meeting, said: Transcript, minutes: Minutes) -> Iterator[str]:
    """A meeting from its title to its last line."""
    yield meeting.title
    yield about(minutes)
    yield from (f"\n{chapter}" for chapter in plain_chapters(minutes, said, meeting.language))
    if meeting.marks:
        yield ""
    for mark in meeting.marks:
        yield f"* {clock(mark.at)} {mark.note}".rstrip()
    yield ""
    for line in said.lines:
        who = said.name_of(line)
        yield f"[{line.number}] {clock(line.start)} {f'{who}: ' if who else ''}{line.text}"


def in_result(hit: Hit, *, bold: bool) -> str:
    """What was found: where it is, and the words around it."""
    text = hit.excerpt
    for start, end in reversed(hit.found) if bold else ():
        text = f"{text[:start]}{BOLD}{text[start:end]}{PLAIN}{text[end:]}"
    who = f"{hit.who}: " if hit.who else ""
    where = f"{hit.title} · {hit.began:%Y-%m-%d} · {clock(hit.line.start)}"
    return f"{where}  (meeting {hit.meeting}, line {hit.line.number})\n  {who}{text}"


def file_name(meeting: Meeting) -> str:
    """A meeting's title as the name of a file without an ending."""
    title = _NO_NAME.sub(" ", meeting.title).strip(" .")[:80]
    return title or f"meeting {meeting.id}"


def day(text: str, where: dt.tzinfo, *, end: bool = False) -> dt.datetime:
    """The beginning of a day, or its end. Raises ConfigurationError."""
    try:
        date = dt.date.fromisoformat(text)
    except ValueError:
        raise ConfigurationError(f"{text!r} is no day such as 2026-03-31") from None
    return dt.datetime.combine(date, dt.time.max if end else dt.time.min, where)
