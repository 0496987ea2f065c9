"""A film while it is shot: what is seen and heard goes to a process that writes its file."""

import logging
import struct
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import anyio
import anyio.abc
import msgspec

from lorgnette.core.errors import StoreFailed
from lorgnette.core.types import SAMPLE_RATE, Sound, samples_in
from lorgnette.engines.photos import Photo
from lorgnette.store.photos.files import FILM

if TYPE_CHECKING:
    from lorgnette.store.photos.photos import SQLiteAlbum

log = logging.getLogger(__name__)

COMMAND: Final = (sys.executable, "-P", str(Path(__file__).with_name("filmer.py")))
PIECE: Final = struct.Struct(">cQI")

EVERY: Final = 5.0
"""Seconds of film after which the store is told how long it is."""

ENDING: Final = 20.0
"""Seconds in which the file must be whole."""


class Said(msgspec.Struct, frozen=True):
    """What the process says at its end."""

    seconds: float = 0.0
    wrong: str = ""


class FileFilming:
    """Implements `engines.Filming`."""

    def __init__(self, album: "SQLiteAlbum", number: int, process: anyio.abc.Process) -> None:
        self.album = album
        self.number = number
        self.process = process
        self.turn = anyio.Lock()
        self.began: int | None = None
        self.seconds = self.told = 0.0
        self.reason = ""
        self.full = False

    @classmethod
    async def open(cls, album: "SQLiteAlbum", number: int) -> "FileFilming":
        """Begin a film whose row and small picture are there. Raises OSError."""
        path = album.photos.files.of(number, FILM)
        process = await anyio.open_process(
            [*COMMAND, str(path)],
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            umask=0o077,
        )
        return cls(album, number, process)

    @property
    def stopped(self) -> str:
        """See `Filming`."""
        return self.reason

    async def see(self, jpeg: bytes, sample: int, /) -> None:
        """See `Filming`."""
        await self.send(b"P", sample, jpeg, sample)

    async def hear(self, sound: Sound, first: int, /) -> None:
        """See `Filming`."""
        await self.send(b"S", first, sound, first + samples_in(sound))

    async def send(self, kind: bytes, sample: int, content: bytes, end: int) -> None:
        """Hand over a piece; a process that is slow is waited for."""
        if self.reason:
            return
        self.began = sample if self.began is None else self.began
        self.seconds = max(self.seconds, (end - self.began) / SAMPLE_RATE)
        async with self.turn:
            await self.attempt(self.put, PIECE.pack(kind, sample, len(content)) + content)
        if self.seconds - self.told >= EVERY:
            self.told = self.seconds
            await self.attempt(self.tell)

    async def put(self, piece: bytes) -> None:
        """Write to the process: whole, as half a piece would be the end of the film."""
        assert self.process.stdin is not None  # noqa: S101 - it is a pipe by default
        with anyio.fail_after(ENDING, shield=True):
            await self.process.stdin.send(piece)

    async def tell(self) -> None:
        """Tell the store how long and how large the film is: a kill leaves what is there by now."""
        if not await self.album.grow(self.number, self.seconds):
            self.full, self.reason = True, "the photos of this wearer fill their quota"

    async def attempt(self, work: Callable[..., Awaitable[None]], *what: Any) -> None:
        """Do something; what fails ends the film."""
        try:
            await work(*what)
        except Exception as error:  # noqa: BLE001 - the pipe, the disk, the store
            self.reason = f"the film is kept no longer: {type(error).__name__}"
            log.warning("%s", self.reason)

    async def aclose(self) -> Photo | None:
        """See `Filming`."""
        kept = None
        with anyio.CancelScope(shield=True):
            said = await self.end()
            if said.wrong:
                log.warning("a film is not whole: %s", said.wrong)
            try:
                kept = await self.album.end_film(self.number, said.seconds or self.told)
            except StoreFailed as error:
                log.warning("a film is kept when the hub starts again: %s", error)
        return kept

    async def end(self) -> Said:
        """Let the process finish the file; what it says."""
        said = Said(wrong="it does not end")
        async with self.turn:
            with anyio.move_on_after(ENDING):
                try:
                    assert self.process.stdin is not None  # noqa: S101 - pipes by default
                    assert self.process.stdout is not None  # noqa: S101
                    await self.process.stdin.aclose()
                    line = b"".join([piece async for piece in self.process.stdout])
                    said = msgspec.json.decode(line, type=Said)
                except (OSError, anyio.BrokenResourceError, msgspec.DecodeError) as error:
                    said = Said(wrong=type(error).__name__)
            if self.process.returncode is None:
                self.process.kill()
            await self.process.aclose()
        return said
