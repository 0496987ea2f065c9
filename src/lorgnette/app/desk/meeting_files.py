"""The meetings of a wearer as the files of an archive."""

from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any, Final

import anyio
import anyio.to_thread
import msgspec

from lorgnette.core.errors import StoreFailed
from lorgnette.core.minutes import written
from lorgnette.engines import Diary, Meeting
from lorgnette.skills.minuted import minutes_of

PAGE: Final = 50
"""Meetings that are listed at once."""

PIECE: Final = 1 << 18
"""Bytes of sound that are read at once."""

Files = AsyncGenerator[tuple[str, AsyncGenerator[bytes]]]
"""Names of files, and their contents piece by piece."""


async def meeting_files(diary: Diary) -> Files:
    """For every meeting a file to read, one for programs, and its sound where it is kept."""
    before = None
    while page := await diary.newest(before=before, limit=PAGE):
        for meeting in page:
            async for named in files_of(diary, meeting):
                yield named
        before = page[-1].id


async def files_of(diary: Diary, meeting: Meeting) -> Files:
    """The files of one meeting."""
    name = f"meetings/{meeting.began:%Y-%m-%dT%H-%M}-{meeting.id}"
    said, minutes = await diary.transcript(meeting.id), await minutes_of(diary, meeting.id)
    yield f"{name}.md", once(written.export(minutes, said, "md", meeting.language))
    whole = {"meeting": meeting, "minutes": minutes, "lines": said.lines}
    yield f"{name}.json", once(pretty(whole))
    try:
        sound = await diary.audio(meeting.id)
    except StoreFailed:
        return
    if sound is not None:
        yield f"{name}.flac", read(sound)


async def read(file: Path) -> AsyncGenerator[bytes]:
    """A file, piece by piece; as far as it is there."""
    try:
        async with await anyio.open_file(file, "rb") as opened:
            while piece := await opened.read(PIECE):
                yield piece
    except OSError:
        return


async def once(content: bytes) -> AsyncGenerator[bytes]:
    """A file in one piece."""
    yield content


def pretty(value: Any) -> bytes:
    """A value as JSON that people can read."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
