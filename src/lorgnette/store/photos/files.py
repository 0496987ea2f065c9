"""The files of photos: there whole, or not at all.

`12.jpg` is a photo, `12.mp4` a film, `12.small.jpg` what is seen of either among others. Nothing
here may run on the event loop.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from lorgnette.core.errors import StoreFailed

PHOTO, FILM, SMALL = "jpg", "mp4", "small.jpg"
UNFINISHED: Final = ".tmp"
KINDS: Final = (PHOTO, FILM, SMALL)


class PhotoFiles:
    """The files in one folder, each named by the number of its photo and its kind."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def of(self, photo: int, kind: str) -> Path:
        """Where a file is, or would be."""
        return self.folder / f"{photo}.{kind}"

    def size_of(self, film: int) -> int:
        """Bytes of a film with its small picture; 0 when there is none."""
        there = [path for kind in (FILM, SMALL) if (path := self.of(film, kind)).exists()]
        whole = self.of(film, FILM) in there
        return sum(path.stat().st_size for path in there) if whole else 0

    def write(self, photo: int, contents: dict[str, bytes]) -> None:
        """Write files, by kind; when this returns they are on disk. Raises StoreFailed."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for kind, content in contents.items():
                put(self.of(photo, kind), content)
        except OSError as error:
            raise StoreFailed(f"a photo cannot be kept: {error.strerror}") from error

    def remove(self, photos: Iterable[int]) -> None:
        """Nothing of these photos is on disk when this returns. Raises StoreFailed."""
        for photo in photos:
            for kind in KINDS:
                path = self.of(photo, kind)
                try:
                    path.unlink(missing_ok=True)
                    unfinished(path).unlink(missing_ok=True)
                except OSError as error:
                    raise StoreFailed(f"{path} cannot be removed: {error.strerror}") from error


def put(path: Path, content: bytes) -> None:
    """Write a file, which its owner alone may read. Raises OSError, and then it is not there."""
    half = unfinished(path)
    try:
        file = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(file, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def unfinished(path: Path) -> Path:
    """The name of a file while it is written."""
    return path.with_name(path.name + UNFINISHED)
