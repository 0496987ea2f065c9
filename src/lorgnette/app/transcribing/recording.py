"""Any sound or film file as a stream of sound, read by a process of its own as it is wanted."""

import datetime as dt
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, Final

import anyio
import anyio.abc
import msgspec
from anyio.streams.buffered import BufferedByteReceiveStream

from lorgnette.core.errors import ConfigurationError
from lorgnette.core.types import SAMPLE_BYTES, Sound

COMMAND: Final = (sys.executable, "-m", "lorgnette.app.transcribing.worker")

STARTING: Final = 60.0
"""Seconds in which a file must have told what it is."""

ENDING: Final = 2.0
"""Seconds until a reader that has nothing more to say is killed."""

CHUNK: Final = 64 * 1024
LONGEST_LINE: Final = 4096

Moment = Annotated[dt.datetime, msgspec.Meta(tz=True)]


class Head(msgspec.Struct, frozen=True):
    """What the reading process says first."""

    seconds: Annotated[float, msgspec.Meta(gt=0, lt=1e7)] | None = None
    began: str | None = None
    wrong: str = ""


class Recording:
    """An open file. Use `opened`."""

    def __init__(self, head: Head, stream: BufferedByteReceiveStream) -> None:
        self.seconds = head.seconds
        """How long the file says it is; what is there may be less."""
        self.began = moment(head.began)
        self.over = False
        """Whether the last sound was read."""
        self._stream = stream

    async def next(self) -> Sound:
        """The next piece of sound, of any length; empty when there is no more."""
        try:
            sound = await self._stream.receive(CHUNK)
            if len(sound) % SAMPLE_BYTES:
                sound += await self._stream.receive_exactly(1)
        except (anyio.EndOfStream, anyio.IncompleteRead):
            self.over = True
            return b""
        return sound


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[Recording]:
    """Open a file. Raises ConfigurationError that names it when no sound can be read from it."""
    if why := nothing_in(path):
        raise ConfigurationError(f"cannot read {path}: {why}")
    process = await anyio.open_process(
        [*COMMAND, path],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    recording = None
    try:
        assert process.stdout is not None  # noqa: S101 - it is a pipe by default
        stream = BufferedByteReceiveStream(process.stdout)
        recording = Recording(await _head(stream, path), stream)
        yield recording
    finally:
        await _end(process, busy=recording is not None and not recording.over)


async def _end(process: anyio.abc.Process, *, busy: bool) -> None:
    """A reader that has told everything ends by itself; one that is busy, or hangs, is killed."""
    with anyio.CancelScope(shield=True):
        with anyio.move_on_after(0.0 if busy else ENDING):
            await process.wait()
        if process.returncode is None:
            process.kill()
        await process.aclose()


def nothing_in(path: Path) -> str:
    """Why a path need not be opened, or ""."""
    try:
        if path.is_dir():
            return "it is a folder"
        if not path.exists():
            return "there is no such file"
        if not path.is_file():
            return "it is no file"
        return "" if path.stat().st_size else "it is empty"
    except OSError as error:
        return error.strerror or type(error).__name__


async def _head(stream: BufferedByteReceiveStream, path: Path) -> Head:
    try:
        with anyio.fail_after(STARTING):
            head = msgspec.json.decode(await stream.receive_until(b"\n", LONGEST_LINE), type=Head)
    except (anyio.EndOfStream, anyio.IncompleteRead, anyio.DelimiterNotFound) as error:
        raise ConfigurationError(f"cannot read {path}: reading it crashed") from error
    except TimeoutError as error:
        raise ConfigurationError(f"cannot read {path}: it takes too long to open") from error
    except msgspec.DecodeError as error:
        raise ConfigurationError(f"cannot read {path}: it makes no sense") from error
    if head.wrong:
        raise ConfigurationError(f"cannot read {path}: {head.wrong}")
    return head


def moment(text: str | None) -> dt.datetime | None:
    """A time in ISO 8601, if it is one and has its zone."""
    try:
        return msgspec.convert(text, Moment)
    except msgspec.ValidationError:
        return None
