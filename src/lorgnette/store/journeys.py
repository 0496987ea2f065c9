"""The journeys of every wearer: a file of JSON lines for each, named by its number."""

import datetime as dt
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from anyio.to_thread import run_sync
from msgspec.structs import replace

from lorgnette.core.errors import NotFound, StoreFailed
from lorgnette.core.guidance.events import Event, Fixed
from lorgnette.core.guidance.journal import Beginning, Head, Journal, head_of, line_of, read
from lorgnette.core.types import Wearer
from lorgnette.engines.journeys import Kept

MOST: Final = 32_000_000
"""Bytes of one journey: two days with a fix a second."""

ENDING: Final = ".jsonl"


class FileJourneys:
    """Implements `engines.Journeys`. Only the owner of the hub can read the folder."""

    def __init__(self, folder: Path) -> None:
        """The folder is made when the first journey is."""
        self.folder = folder

    def of(self, wearer: Wearer, /) -> "FileLogbook":
        """See `Journeys`."""
        return FileLogbook(self.folder, wearer)

    async def tidy(self, until: dt.datetime, /) -> None:
        """See `Journeys`."""
        await run_sync(self._forget_before, until)

    def _forget_before(self, until: dt.datetime) -> None:
        try:
            for path, head in _heads(self.folder):
                if head.began < until:
                    path.unlink(missing_ok=True)
        except OSError as error:
            raise _failed(error) from error


class FileLogbook:
    """Implements `engines.Logbook`."""

    def __init__(self, folder: Path, wearer: Wearer) -> None:
        self.folder = folder
        self.wearer = wearer

    async def begin(self, head: Head, /) -> "FileLog":
        """See `Logbook`."""
        return await run_sync(FileLog, self.folder, self._owned(head))

    async def newest(self, *, limit: int = 50, since: dt.datetime | None = None) -> Sequence[Kept]:
        """See `Logbook`."""
        kept = await run_sync(self._kept)
        return [each for each in kept if since is None or each.head.began >= since][:limit]

    async def one(self, journey: int, /) -> Journal:
        """See `Logbook`."""
        return await run_sync(self._read, journey)

    async def delete(self, journey: int, /) -> None:
        """See `Logbook`."""
        if journey not in {each.id for each in await run_sync(self._kept)}:
            raise NotFound(f"there is no journey {journey}")
        await run_sync(self._unlink, [journey])

    async def delete_all(self) -> int:
        """See `Logbook`."""
        kept = await run_sync(self._kept)
        await run_sync(self._unlink, [each.id for each in kept])
        return len(kept)

    def _owned(self, head: Head) -> Head:
        return replace(head, wearer=self.wearer)

    def _kept(self) -> list[Kept]:
        try:
            found = [
                Kept(int(path.stem), head, path.stat().st_size)
                for path, head in _heads(self.folder)
                if head.wearer == self.wearer
            ]
        except OSError as error:
            raise _failed(error) from error
        return sorted(found, key=lambda each: each.id, reverse=True)

    def _read(self, journey: int) -> Journal:
        try:
            with _path(self.folder, journey).open("rb") as lines:
                journal = read(lines)
        except FileNotFoundError:
            raise NotFound(f"there is no journey {journey}") from None
        except (OSError, ValueError) as error:
            raise StoreFailed(f"the journey {journey} cannot be read: {error}") from error
        if journal.head.wearer != self.wearer:
            raise NotFound(f"there is no journey {journey}")
        return journal

    def _unlink(self, ids: Sequence[int]) -> None:
        try:
            for journey in ids:
                _path(self.folder, journey).unlink(missing_ok=True)
        except OSError as error:
            raise _failed(error) from error


class FileLog:
    """Implements `engines.JourneyLog`."""

    def __init__(self, folder: Path, head: Head) -> None:
        """Raises StoreFailed when the file cannot be made."""
        self.size = 0
        self.moved = False
        self.path, self.file = _made(folder)
        self._add(line_of(head))

    def write(self, line: Beginning | Event, /) -> None:
        """See `JourneyLog`."""
        self.moved = self.moved or isinstance(line, Fixed)
        self._add(line_of(line))

    def close(self) -> None:
        """See `JourneyLog`."""
        if self.file is not None:
            self.file.close()
            self.file = None
        if not self.moved:
            self.path.unlink(missing_ok=True)

    def _add(self, line: bytes) -> None:
        self.size += len(line)
        if self.file is None or self.size > MOST:
            return
        try:
            self.file.write(line)
        except OSError:
            self.file.close()
            self.file = None


def _made(folder: Path) -> tuple[Path, BinaryIO | None]:
    """A new file with the next number, also when another process makes one at the same moment."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        number = max(map(int, _numbers(folder)), default=0) + 1
        while True:
            path = _path(folder, number)
            try:
                descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                number += 1
            else:
                return path, os.fdopen(descriptor, "wb", buffering=0)
    except OSError as error:
        raise _failed(error) from error


def _heads(folder: Path) -> Iterator[tuple[Path, Head]]:
    """Every file that is the journal of a journey, with its first line."""
    for name in _numbers(folder):
        path = folder / f"{name}{ENDING}"
        try:
            with path.open("rb") as file:
                yield path, head_of(file.readline())
        except (ValueError, FileNotFoundError):
            continue


def _numbers(folder: Path) -> list[str]:
    return [path.stem for path in folder.glob(f"*{ENDING}") if path.stem.isdecimal()]


def _path(folder: Path, journey: int) -> Path:
    return folder / f"{journey:06}{ENDING}"


def _failed(error: OSError) -> StoreFailed:
    return StoreFailed(f"journeys cannot be kept: {error.strerror}")
