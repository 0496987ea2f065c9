"""Places of all maps on this machine."""

import logging
import sqlite3
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Final, TypeVar

import anyio
import anyio.to_thread
import msgspec

from lorgnette.core.errors import EngineFailed, NoMap
from lorgnette.core.geo import metres
from lorgnette.core.places import Place, coordinates, pluscodes
from lorgnette.core.places.kinds import KINDS, SETTLEMENTS, TOLD
from lorgnette.core.types import Language, Spot
from lorgnette.engines.places import Found
from lorgnette.store.places import nearby, reverse
from lorgnette.store.places.searching import Question, search, settlement
from lorgnette.store.places.tables import FILE, THERE, open_index, squares_around

log = logging.getLogger(__name__)

T = TypeVar("T")

SOURCE: Final = "© OpenStreetMap contributors"
"""Whose the maps are, as their licence wants it shown."""

FARTHEST: Final = 50_000.0
"""Metres that «around» may be at most."""

MOST: Final = 100
"""Places that are found at once at most."""


class Index:
    """The places of one map, opened."""

    def __init__(self, path: Path, mark: tuple[int, int, int]) -> None:
        """`mark` tells this file from one that takes its place. Raises sqlite3.Error."""
        self.mark = mark
        self.db = open_index(path)

    def told(self, place: Place, language: Language = THERE) -> Place:
        """A place as it is told: with its locality, and whose map it is from."""
        address = place.address
        if not address.locality and place.kind not in SETTLEMENTS:
            name = nearby.locality(self.db, place.spot, language)
            address = msgspec.structs.replace(address, locality=name)
        return msgspec.structs.replace(place, address=address, source=SOURCE)

    def knows(self, spot: Spot) -> bool:
        """Whether anything is known within some fifty kilometres."""
        _, _, wide = squares_around(spot)
        wanted = " OR ".join(f'"{square}"' for square in wide)
        row = self.db.execute("SELECT 1 FROM names WHERE names MATCH ? LIMIT 1", [wanted])
        return row.fetchone() is not None


class MapPlaces:
    """Implements `Places` with the indexes of all maps in a folder.

    Maps are found when they are asked: one that was added or removed needs no restart.
    """

    def __init__(self, folder: Path) -> None:
        """`folder`: it has a folder for each map. One that is not there yet has no maps."""
        self.folder = folder
        self.turn = anyio.Lock()
        self.opened: dict[Path, Index] = {}
        self.broken: dict[Path, tuple[int, int, int]] = {}

    async def search(
        self, words: str, /, *, language: Language, near: Spot | None = None, limit: int = 10
    ) -> Sequence[Found]:
        """See `Places`. Raises NoMap when there is none, or none of where one searches near."""
        plain = words.encode("utf-8", "ignore").decode()
        question = Question(plain, language, near, max(0, min(limit, MOST)))
        return await self._work(lambda maps: _search(maps, question))

    async def around(
        self, spot: Spot, /, *, kinds: Collection[str] = (), within: float = 500, limit: int = 20
    ) -> Sequence[Found]:
        """See `Places`. Raises NoMap when there is none."""
        wanted = [kind for kind in (kinds or sorted(TOLD)) if kind in KINDS]
        reach = max(0.0, min(within, FARTHEST))
        most = max(0, min(limit, MOST))
        return await self._work(lambda maps: _around(maps, wanted, spot, reach)[:most])

    async def address(self, spot: Spot, /) -> Place | None:
        """See `Places`. Raises NoMap when there is none."""
        return await self._work(lambda maps: _address(maps, spot))

    async def aclose(self) -> None:
        """Close all maps."""
        for index in self.opened.values():
            index.db.close()
        self.opened.clear()

    async def _work(self, task: Callable[[Sequence[Index]], T]) -> T:
        async with self.turn:
            return await anyio.to_thread.run_sync(self._done, task)

    def _done(self, task: Callable[[Sequence[Index]], T]) -> T:
        maps = self._maps()
        if not maps:
            if self.broken:
                raise EngineFailed("no map can be read: add them again with `lorgnette maps add`")
            raise NoMap
        try:
            return task(maps)
        except (sqlite3.Error, msgspec.MsgspecError) as error:
            raise EngineFailed(f"the places of a map could not be read: {error}") from error

    def _maps(self) -> list[Index]:
        """The maps that are there now."""
        there = {path: _mark(path) for path in sorted(self.folder.glob(f"*/{FILE}"))}
        for path, index in list(self.opened.items()):
            if there.get(path) != index.mark:
                index.db.close()
                del self.opened[path]
        self.broken = {path: mark for path, mark in self.broken.items() if there.get(path) == mark}
        for path, mark in there.items():
            if mark and path not in self.opened and path not in self.broken:
                try:
                    self.opened[path] = Index(path, mark)
                except sqlite3.Error as error:
                    name = path.parent.name
                    log.warning("the places of the map %s are left out: %s", name, error)
                    self.broken[path] = mark
        return list(self.opened.values())


def _mark(path: Path) -> tuple[int, int, int] | None:
    try:
        stat = path.stat()
    except OSError:  # it went away meanwhile
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def _search(maps: Sequence[Index], question: Question) -> list[Found]:
    if question.limit == 0:
        return []
    if (exact := _exact(maps, question)) is not None:
        return exact
    hits = [(hit, index) for index in maps for hit in search(index.db, question)]
    hits = _once(sorted(hits, key=lambda each: -each[0][0]), lambda each: each[0][1].place)
    near = question.near
    if not hits and near is not None and not any(index.knows(near) for index in maps):
        raise NoMap
    return [
        msgspec.structs.replace(hit, place=index.told(hit.place, question.language))
        for (_, hit), index in hits[: question.limit]
    ]


def _exact(maps: Sequence[Index], question: Question) -> list[Found] | None:
    """What coordinates and plus codes say; None when the words are neither."""
    near = question.near
    if spot := coordinates.read(question.words):
        return [_here(spot, coordinates.written(spot), near)]
    if (read := pluscodes.read(question.words)) is None:
        return None
    code, where = read
    reference = near
    if where and not pluscodes.is_full(code):
        towns = [settlement(index.db, where, near) for index in maps]
        reference = next((town.spot for town in towns if town), None)
    spot = pluscodes.centre(code, reference)
    return [_here(spot, code, near)] if spot else []


def _here(spot: Spot, words: str, near: Spot | None) -> Found:
    far = None if near is None else metres(near, spot)
    return Found(Place(spot, {"": words.strip()}), 1.0, far)


def _around(maps: Sequence[Index], kinds: Sequence[str], spot: Spot, reach: float) -> list[Found]:
    found = [
        Found(index.told(row.place), 1.0, far)
        for index in maps
        for far, _, row in nearby.within(index.db, kinds, spot, reach)[:MOST]
    ]
    return _once(sorted(found, key=lambda each: each.metres or 0.0), lambda each: each.place)


def _once(found: Sequence[T], place: Callable[[T], Place]) -> list[T]:
    """The first of each place: maps may overlap."""
    named = {place(each).identity or number: each for number, each in reversed([*enumerate(found)])}
    return list(reversed(named.values()))


def _address(maps: Sequence[Index], spot: Spot) -> Place | None:
    found = [(index, at) for index in maps if (at := reverse.address_at(index.db, spot))]
    if not found:
        return None
    index, (_, place) = min(found, key=lambda each: each[1][0])
    return index.told(place)
