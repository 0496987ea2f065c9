"""A program in a process of its own: pieces go in, lines of JSON come out."""

import struct
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final, TypeVar

import anyio
import anyio.abc
import msgspec
from anyio.streams.buffered import BufferedByteReceiveStream

from lorgnette.core.errors import EngineFailed

PIECE: Final = struct.Struct(">cI")
"""A letter that says what it is, and its length."""

LONGEST: Final = 1 << 20
"""Bytes of a line that it says."""

PATIENCE: Final = 10.0
"""Seconds for it to take a piece."""

ENDING: Final = 3.0
"""Seconds in which it ends by itself, once it is told."""


class Worker:
    """One such process, from the side of the hub; whoever inherits says what its lines mean."""

    what = "a process"
    """What it is called when it breaks."""

    def __init__(self, process: anyio.abc.Process) -> None:
        self.process = process
        self.turn = anyio.Lock()
        self.stopped = ""
        """Why it takes nothing any more; empty while it does."""
        self.news = anyio.Event()

    def take(self, line: bytes, /) -> None:
        """Note what it says. Raises DecodeError when that makes no sense."""
        raise NotImplementedError

    def tell(self) -> None:
        """Something has changed: whoever waits looks again."""
        self.news.set()
        self.news = anyio.Event()

    def stop(self, why: str) -> None:
        """It takes nothing any more; the first reason counts."""
        self.stopped = self.stopped or f"{self.what} {why}"
        self.tell()

    async def listen(self) -> None:
        """Take what it says, until it ends."""
        assert self.process.stdout is not None  # noqa: S101 - it is a pipe by default
        lines = BufferedByteReceiveStream(self.process.stdout)
        try:
            while True:
                self.take(await lines.receive_until(b"\n", LONGEST))
                self.tell()
        except (OSError, anyio.EndOfStream, anyio.IncompleteRead, anyio.BrokenResourceError):
            self.stop("has ended")
        except (msgspec.DecodeError, anyio.DelimiterNotFound):
            self.stop("cannot be understood")

    async def put(self, kind: bytes, content: bytes) -> None:
        """Hand something over: whole, as half a piece would be the end. Raises EngineFailed."""
        if self.stopped:
            raise EngineFailed(self.stopped)
        assert self.process.stdin is not None  # noqa: S101 - it is a pipe by default
        try:
            async with self.turn:
                with anyio.fail_after(PATIENCE, shield=True):
                    await self.process.stdin.send(PIECE.pack(kind, len(content)) + content)
        except (OSError, TimeoutError, anyio.BrokenResourceError, anyio.ClosedResourceError) as why:
            self.stop(f"takes nothing: {type(why).__name__}")
            raise EngineFailed(self.stopped) from why


W = TypeVar("W", bound=Worker)


@asynccontextmanager
async def working(kind: type[W], program: Path, *arguments: str) -> AsyncIterator[W]:
    """A program that runs while inside, and ends when its input does. Raises EngineFailed."""
    command = (sys.executable, "-P", str(program), *arguments)
    try:
        process = await anyio.open_process(
            command, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except OSError as error:
        raise EngineFailed(f"{kind.what} cannot be started: {error.strerror}") from error
    worker, wrong = kind(process), None
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(worker.listen)
        try:
            yield worker
        except Exception as error:  # noqa: BLE001 - what goes wrong inside is no group of errors
            wrong = error
        finally:
            with anyio.CancelScope(shield=True):
                await end(process)
            tasks.cancel_scope.cancel()
    if wrong is not None:
        raise wrong


async def end(process: anyio.abc.Process) -> None:
    """Let it end by itself, then make it."""
    assert process.stdin is not None  # noqa: S101 - it is a pipe by default
    with anyio.move_on_after(ENDING):
        await process.stdin.aclose()
        await process.wait()
    if process.returncode is None:
        process.kill()
    await process.aclose()
