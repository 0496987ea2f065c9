"""Sends a live picture to a server by RTMP, through ffmpeg's libraries in a process of its own."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import anyio
import anyio.abc
import msgspec

from lorgnette.core.errors import ConfigurationError, EngineFailed, MissingPart
from lorgnette.engines import Showing
from lorgnette.providers.places import is_here
from lorgnette.providers.worker import Worker, working

PROGRAM: Final = Path(__file__).with_name("streamer.py")

PATIENCE: Final = 15.0
"""Seconds for the process to start, and for the server to take the picture."""


class Said(msgspec.Struct, frozen=True):
    """What the process says."""

    ready: bool = False
    wrong: str = ""


class Streamer(Worker):
    """The process, from the side of the hub; and a `Showing`."""

    what = "the process that sends live pictures"

    def __init__(self, process: anyio.abc.Process) -> None:
        super().__init__(process)
        self.ready = False

    def take(self, line: bytes, /) -> None:
        """See `Worker`."""
        said = msgspec.json.decode(line, type=Said)
        self.ready = self.ready or said.ready
        if said.wrong:
            self.stop(f"is at an end: {said.wrong}")

    async def see(self, jpeg: bytes, /) -> None:
        """See `Showing`."""
        if not self.ready:
            await self.begin(jpeg)
            return
        with suppress(EngineFailed):
            await self.put(b"P", jpeg)

    async def begin(self, jpeg: bytes) -> None:
        """Wait until the server takes the first picture. Raises EngineFailed."""
        await self.put(b"P", jpeg)
        with anyio.move_on_after(PATIENCE):
            while not self.ready and not self.stopped:
                await self.news.wait()
        if not self.ready:
            raise EngineFailed(self.stopped or "the server of live pictures does not answer")


class RtmpBroadcaster:
    """A `Broadcaster` to the server that `live.rtmp` names."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        """Raises MissingPart without an address or `av`, ConfigurationError for a wrong one."""
        self._url = address(tables)
        if find_spec("av") is None:
            raise MissingPart("live pictures cannot be sent by RTMP: pip install av")

    @classmethod
    def leaves_the_hub(cls, tables: Mapping[str, Any]) -> bool:
        """Whether the picture would go to another machine."""
        return not is_here(address(tables))

    @asynccontextmanager
    async def open(self, *, faces: bool = False) -> AsyncIterator[Showing]:
        """See `Broadcaster`."""
        del faces
        async with working(Streamer, PROGRAM) as streamer:
            await streamer.put(b"U", self._url.encode())
            yield streamer


def address(tables: Mapping[str, Any]) -> str:
    """Where the server is, with the stream key. Raises MissingPart and ConfigurationError."""
    url, key = tables["live"]["rtmp"], tables["live"]["key"]
    if not url:
        raise MissingPart("no server of live pictures: live.rtmp is empty")
    if urlsplit(url).scheme not in {"rtmp", "rtmps"} or not urlsplit(url).hostname:
        raise ConfigurationError("live.rtmp must begin with rtmp:// or rtmps:// and a host")
    return f"{url.rstrip('/')}/{key}" if key else url
