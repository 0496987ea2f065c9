"""Picture files of the command line."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lorgnette.core.pictures import Pixels

MOST = 200_000_000
"""Bytes of a file that are read: no picture that is looked at has more."""

REASONS = {
    "unreadable": "this is no picture (JPEG, PNG, WebP, GIF, BMP, TIFF), or it is damaged",
    "too-large": "this picture is too large: a JPEG may have 120 million pixels, others 25 million",
}
"""Why a file cannot be looked at."""


async def opened(file: Path) -> "Pixels | None":
    """The picture in a file; None when it cannot be looked at, and why not on standard error."""
    import anyio

    from lorgnette.app.pictures import decode
    from lorgnette.core.errors import CannotSee

    try:
        async with await anyio.open_file(file, "rb") as picture:
            return await decode(await picture.read(MOST))
    except OSError as error:
        print(f"lorgnette: {file}: {error.strerror}", file=sys.stderr)
    except CannotSee as error:
        print(f"lorgnette: {file}: {REASONS[error.reason]}", file=sys.stderr)
    return None


def places(files: "Sequence[Path]", out: Path | None) -> "list[Path | None]":
    """Where the picture made of each file goes: a file, or a folder for several.

    Raises ConfigurationError when there is no such place, or a picture would take its own.
    """
    from lorgnette.core.errors import ConfigurationError

    if out is None:
        return [None] * len(files)
    if len(files) > 1 and not out.is_dir():
        raise ConfigurationError(f"several pictures go into a folder, and {out} is none")
    if not out.is_dir() and out.suffix.lower() not in (".png", ".jpg", ".jpeg", ".webp"):
        raise ConfigurationError(f"{out}: a picture is written as .png, .jpg or .webp")
    chosen = [out / f"{file.stem}.png" if out.is_dir() else out for file in files]
    for file, place in zip(files, chosen, strict=True):
        if not place.parent.is_dir():
            raise ConfigurationError(f"there is no folder {place.parent}")
        if place.exists() and file.exists() and place.samefile(file):
            raise ConfigurationError(f"{place}: the picture would take the place of its original")
    if len(set(chosen)) < len(chosen):
        raise ConfigurationError("two of the files have the same name: translate them one by one")
    return list(chosen)


async def write(pixels: "Pixels", place: Path) -> None:
    """Write a picture in the format that the name says. Raises ConfigurationError."""
    import anyio.to_thread
    from PIL import Image

    from lorgnette.core.errors import ConfigurationError

    try:
        await anyio.to_thread.run_sync(Image.fromarray(pixels).save, place)
    except OSError as error:
        raise ConfigurationError(f"cannot write {place}: {error.strerror or error}") from error
