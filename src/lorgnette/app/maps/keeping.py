"""The hub's folder of maps: put in, looked at, taken out. What is half done has a dot's name."""

import fcntl
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from lorgnette.app.maps.building import Tell, build
from lorgnette.core.clock import Clock
from lorgnette.core.errors import ConfigurationError, NotFound
from lorgnette.providers.valhalla.maps import Map, maps_in
from lorgnette.providers.valhalla.programs import Programs

NAME: Final = re.compile(r"\w[\w-]{0,63}\Z")
LOCK: Final = ".lock"
ENDINGS: Final = re.compile(r"(-latest)?(\.osm)?(\.(pbf|osm|xml|gz|bz2|o5m))*\Z", re.IGNORECASE)


class Atlas:
    """The maps in one folder."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        """The folder is made when something is put into it."""
        self.folder = folder
        self._clock = clock

    def maps(self) -> list[Map]:
        """The maps that are there."""
        return maps_in(self.folder)

    def add(
        self,
        name: str,
        source: Path,
        programs: Programs,
        tell: Tell,
        heights: Path | None = None,
    ) -> None:
        """Make a map of a file, beside the one of that name, which it replaces when it is whole.

        Raises ConfigurationError when the name or the file is none, or another map is being made;
        and as `build`.
        """
        if not NAME.match(name):
            raise ConfigurationError(f"{name!r} is no name for a map: use letters and digits")
        with self._building():
            new = self.folder / f".{name}.new"
            new.mkdir()
            build(source, new, programs, self._clock.now(), tell, heights)
            place, old = self.folder / name, self.folder / f".{name}.old"
            if place.exists():
                place.rename(old)
            new.rename(place)

    def remove(self, name: str) -> None:
        """Take a map out. Raises NotFound."""
        place = self.folder / name
        if not NAME.match(name) or not place.is_dir():
            raise NotFound(f"there is no map {name!r} in {self.folder}")
        with self._building():
            place.rename(self.folder / f".{name}.old")

    @contextmanager
    def _building(self) -> Iterator[None]:
        """Be the only one who changes the folder, and leave nothing half done in it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                why = "another map is being made: wait until it is there, and say it again"
                raise ConfigurationError(why) from error
            self._clear()
            try:
                yield
            finally:
                self._clear()

    def _clear(self) -> None:
        """Throw away what is half done, also by somebody who was killed."""
        for place in self.folder.glob(".*"):
            if place.is_dir():
                shutil.rmtree(place, ignore_errors=True)


def name_of(source: Path) -> str:
    """A name for the map of a file: `liechtenstein-latest.osm.pbf` is `liechtenstein`."""
    plain = ENDINGS.sub("", source.name).lower()
    return re.sub(r"[^\w-]+", "-", plain).strip("-") or "map"
