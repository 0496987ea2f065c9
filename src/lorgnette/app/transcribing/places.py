"""Where transcripts go: standard output, a file, or beside the recordings."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from lorgnette.core.errors import ConfigurationError
from lorgnette.core.transcripts.exports import FORMATS

DEFAULT: Final = "md"


def ending(wanted: str | None, out: Path | None) -> str:
    """The format: as it was asked for, or as the name of the file says."""
    named = out.suffix[1:].lower() if out else ""
    return wanted or (named if named in FORMATS else DEFAULT)


def places(files: Sequence[Path], out: Path | None, kind: str) -> list[Path | None]:
    """Where the transcript of each file goes; None is standard output.

    A name that was not asked for never takes the place of a file that is there. Raises
    ConfigurationError when there is no such place.
    """
    if out is None and len(files) == 1:
        if kind == "docx" and sys.stdout.isatty():
            raise ConfigurationError("a .docx is nothing for a terminal; name a file: --out FILE")
        return [None]
    if out is not None and len(files) == 1 and not out.is_dir():
        chosen = [out]
    else:
        chosen = beside(files, out, kind)
    for folder in {place.parent for place in chosen}:
        if not folder.is_dir():
            raise ConfigurationError(f"there is no folder {folder}")
    if any(
        file.exists() and place.exists() and file.samefile(place)
        for place in chosen
        for file in files
    ):
        raise ConfigurationError("the transcript would take the place of the recording")
    return list(chosen)


def beside(files: Sequence[Path], folder: Path | None, kind: str) -> list[Path]:
    """A free name for each, in `folder` or beside its recording."""
    chosen: list[Path] = []
    for file in files:
        number, place = 1, (folder or file.parent) / f"{file.stem}.{kind}"
        while place in chosen or place.exists():
            number += 1
            place = place.with_name(f"{file.stem} {number}.{kind}")
        chosen.append(place)
    return chosen


def put(content: bytes, place: Path | None) -> None:
    """Write a transcript. Raises ConfigurationError; then the transcript is on standard output."""
    if place is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        place.write_bytes(content)
    except OSError as error:
        put(content, None)
        raise ConfigurationError(f"cannot write {place}: {error.strerror}") from error
