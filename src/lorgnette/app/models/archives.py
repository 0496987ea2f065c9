"""Takes a model out of a stranger's archive: plain files only, in one folder, within bounds."""

import shutil
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Final

from lorgnette.core.errors import ConfigurationError

MOST_FILES: Final = 2_000
MOST_BYTES: Final = 16 << 30
BLOCK: Final = 1 << 20

TARS: Final = (".tar.bz2", ".tar.gz", ".tgz", ".tar.xz", ".tar")
ZIPS: Final = (".zip", ".whl")

RUNS: Final = 0o100
"""The bit of a file that its owner may run."""

Member = tuple[str, IO[bytes], int]
"""Its name, what is in it, and its mode."""


def unpack(archive: Path, name: str, folder: Path) -> None:
    """Write the files of an archive into a new folder; `name` tells which kind it is.

    A folder that holds all of them is left out. What is no archive is itself the only file. Raises
    ConfigurationError for an archive that is damaged, too large, or that would write elsewhere.
    """
    folder.mkdir()
    if not name.endswith((*TARS, *ZIPS)):
        shutil.copyfile(archive, folder / PurePosixPath(name).name)
        return
    members = _tar(archive) if name.endswith(TARS) else _zip(archive)
    try:
        _write(members, folder)
    except (tarfile.TarError, zipfile.BadZipFile, EOFError, ValueError, NotImplementedError) as bad:
        raise ConfigurationError(f"{name} is damaged: {type(bad).__name__}") from bad
    _lift(folder)


def _tar(archive: Path) -> Iterator[Member]:
    try:
        with tarfile.open(archive) as tar:
            for member in tar:
                if member.isdir():
                    continue
                file = tar.extractfile(member) if member.isreg() else None
                if file is None:
                    raise ConfigurationError(f"the archive holds {member.name!r}, which is no file")
                yield member.name, file, member.mode
    except OSError as error:
        if error.errno is not None:
            raise
        raise tarfile.ReadError(str(error)) from error  # a damaged stream has no number


def _zip(archive: Path) -> Iterator[Member]:
    with zipfile.ZipFile(archive) as packed:
        for member in packed.infolist():
            if member.is_dir():
                continue
            if (member.external_attr >> 16) & 0o170000 not in {0, 0o100000}:
                raise ConfigurationError(f"the archive holds {member.filename!r}, which is no file")
            with packed.open(member) as file:
                yield member.filename, file, member.external_attr >> 16


def _write(members: Iterator[Member], folder: Path) -> None:
    """Write members as they come; sizes are counted, not believed."""
    left = MOST_BYTES
    for number, (name, file, mode) in enumerate(members):
        if number >= MOST_FILES:
            raise ConfigurationError("the archive holds too many files")
        place = folder / safe(name)
        if place.exists():
            raise ConfigurationError(f"the archive holds {name!r} twice")
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as written:
            while block := file.read(BLOCK):
                left -= len(block)
                if left < 0:
                    raise ConfigurationError("the archive is too large")
                written.write(block)
        if mode & RUNS:
            place.chmod(0o755)


def safe(name: str) -> PurePosixPath:
    """The place of a file within its folder. Raises ConfigurationError when that is elsewhere."""
    path = PurePosixPath(name)
    odd = "\\" in name or "\0" in name or ":" in name
    if path.is_absolute() or odd or ".." in path.parts or not path.parts:
        raise ConfigurationError(f"the archive would write {name!r}, which is outside its folder")
    return path


def _lift(folder: Path) -> None:
    """Leave out a folder that holds everything."""
    inside = list(folder.iterdir())
    if len(inside) == 1 and inside[0].is_dir():
        only = inside[0].rename(folder.with_name(folder.name + ".lifted"))
        folder.rmdir()
        only.rename(folder)
