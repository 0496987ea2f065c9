"""The photos of every wearer: rows in the store's file, pictures and films in files beside it."""

import datetime as dt
import json
import sqlite3
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import anyio

from lorgnette.core.errors import NoRoom, StoreFailed
from lorgnette.core.pictures import Pixels
from lorgnette.core.types import Spot, Wearer
from lorgnette.core.writing import showable
from lorgnette.engines.photos import Found, Photo, Search
from lorgnette.store.photos import rows
from lorgnette.store.photos.files import FILM, PHOTO, SMALL, PhotoFiles
from lorgnette.store.photos.film import FileFilming
from lorgnette.store.photos.finding import found
from lorgnette.store.photos.pictures import pixels_of, prepared
from lorgnette.store.photos.rows import WHOLE, Coming, indexed, put, room_taken
from lorgnette.store.sqlite import LAST, SQLite

TEXT: Final = 20_000
"""Characters of a photo's text that are kept."""

PLACE: Final = 200
"""Characters of a place, and of each of its names."""

MEGABYTE: Final = 1_000_000


class SQLitePhotos:
    """Implements `engines.Photos`.

    `folder` is where the files are. Each wearer may have `quota` megabytes of them. Where a photo
    was taken is kept with `position` only.
    """

    def __init__(
        self, store: SQLite, folder: Path, *, quota: int = 4_000, position: bool = False
    ) -> None:
        self.store = store
        self.files = PhotoFiles(folder)
        self.quota = quota * MEGABYTE
        self.keeps_position = position
        self.coming = set[int]()
        self.news = anyio.Event()

    def of(self, wearer: Wearer, /) -> "SQLiteAlbum":
        """See `Photos`."""
        return SQLiteAlbum(self, wearer)

    async def unread(self, but: Collection[int], /) -> tuple[Wearer, Photo]:
        """See `Photos`."""
        return await self.waiting("text IS NULL AND seconds = 0", but)

    async def unplaced(self, but: Collection[int], /) -> tuple[Wearer, Photo]:
        """See `Photos`."""
        return await self.waiting("place IS NULL AND latitude IS NOT NULL", but)

    async def waiting(self, condition: str, but: Collection[int]) -> tuple[Wearer, Photo]:
        """Wait for a photo for which something holds, the newest first, but for some."""
        while True:
            news = self.news
            for wearer, *row in await self.store.run(
                f"SELECT wearer, {rows.COLUMNS} FROM photos"  # noqa: S608 - ours
                f" WHERE state = {WHOLE} AND {condition}"
                " AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT 1",
                (json.dumps([*but]),),
            ):
                return Wearer(wearer), rows.photo(row)
            await news.wait()

    async def tidy(self) -> None:
        """See `Photos`. A film whose hub was killed ends where that was."""
        left = await self.store.run(f"SELECT id, state, seconds FROM photos WHERE state != {WHOLE}")  # noqa: S608 - ours
        gone = []
        for number, state, seconds in left:
            if number in self.coming:
                continue
            size = self.files.size_of(number) if state == rows.HALF and seconds else 0
            if size:
                await self.store.run(
                    f"UPDATE photos SET state = {WHOLE}, size = ? WHERE id = ?",  # noqa: S608 - ours
                    (size, number),
                )
            else:
                gone.append(number)
        if gone:
            await self.remove(gone)

    async def remove(self, gone: Sequence[int]) -> None:
        """Leave nothing of photos on disk. Raises StoreFailed."""
        await self.store.off_the_loop(lambda: self.files.remove(gone))
        await self.store.work(
            lambda db: db.executemany("DELETE FROM photos WHERE id = ?", [(each,) for each in gone])
        )
        await self.store.empty_log()

    def tell(self) -> None:
        """There is a new photo."""
        self.news.set()
        self.news = anyio.Event()


class SQLiteAlbum:
    """Implements `engines.Album`."""

    def __init__(self, photos: SQLitePhotos, wearer: Wearer) -> None:
        self.photos = photos
        self.wearer = wearer

    async def add(
        self, jpeg: bytes, taken: dt.datetime, /, *, title: str = "", spot: Spot | None = None
    ) -> Photo:
        """See `Album`."""
        photos = self.photos
        where = spot if photos.keeps_position else None
        made = await photos.store.off_the_loop(lambda: prepared(jpeg, taken, where))
        coming = Coming(made.width, made.height, made.size, taken, title, where)
        number = await photos.store.work(lambda db: self.begin(db, coming))
        photos.coming.add(number)
        try:
            contents = {PHOTO: made.jpeg, SMALL: made.small}
            await photos.store.off_the_loop(lambda: photos.files.write(number, contents))
            photo = await photos.store.work(lambda db: self.finish(db, number))
        except BaseException:
            await self.give_up(number)
            raise
        photos.coming.discard(number)
        photos.tell()
        return photo

    def begin(self, db: sqlite3.Connection, coming: Coming) -> int:
        """The row of a photo whose files are coming. Raises NoRoom."""
        if room_taken(db, self.wearer) + coming.size > self.photos.quota:
            raise NoRoom("the photos of this wearer fill their quota (photos.quota)")
        return put(db, self.wearer, coming)

    def finish(self, db: sqlite3.Connection, number: int) -> Photo:
        """The files of a photo are there."""
        db.execute(f"UPDATE photos SET state = {WHOLE} WHERE id = ?", [number])  # noqa: S608 - ours
        return rows.one(db, self.wearer, number)

    async def film(
        self, jpeg: bytes, began: dt.datetime, /, *, spot: Spot | None = None
    ) -> FileFilming:
        """See `Album`."""
        photos = self.photos
        where = spot if photos.keeps_position else None
        made = await photos.store.off_the_loop(lambda: prepared(jpeg, began, where))
        coming = Coming(made.width, made.height, len(made.small), began, "", where)
        number = await photos.store.work(lambda db: self.begin(db, coming))
        photos.coming.add(number)
        try:
            await photos.store.off_the_loop(lambda: photos.files.write(number, {SMALL: made.small}))
            return await FileFilming.open(self, number)
        except BaseException as error:
            await self.give_up(number)
            if isinstance(error, OSError):
                raise StoreFailed(f"a film cannot be kept: {error.strerror}") from error
            raise

    async def grow(self, number: int, seconds: float) -> bool:
        """A film is so long by now; False when there is no room for more of it."""
        size = self.photos.files.size_of(number)

        def task(db: sqlite3.Connection) -> bool:
            db.execute(
                "UPDATE photos SET seconds = ?, size = ? WHERE id = ?", (seconds, size, number)
            )
            return room_taken(db, self.wearer) <= self.photos.quota

        return await self.photos.store.work(task)

    async def end_film(self, number: int, seconds: float) -> Photo | None:
        """A film is over; None when there is nothing of it."""
        if not seconds or not self.photos.files.size_of(number):
            await self.give_up(number)
            return None
        try:
            await self.grow(number, seconds)
            return await self.photos.store.work(lambda db: self.finish(db, number))
        finally:
            self.photos.coming.discard(number)

    async def give_up(self, number: int) -> None:
        """What was coming does not come: nothing of it stays."""
        self.photos.coming.discard(number)
        with anyio.CancelScope(shield=True), suppress(StoreFailed):
            await self.photos.tidy()

    async def one(self, photo: int, /) -> Photo:
        """See `Album`."""
        return await self.photos.store.work(lambda db: rows.one(db, self.wearer, photo))

    async def newest(self, *, before: int | None = None, limit: int = 100) -> Sequence[Photo]:
        """See `Album`."""
        some = await self.photos.store.run(
            f"SELECT {rows.COLUMNS} FROM photos WHERE wearer = ? AND state = {WHOLE}"  # noqa: S608 - ours
            " AND id < ? ORDER BY id DESC LIMIT ?",
            (self.wearer, LAST if before is None else before, limit),
        )
        return [rows.photo(row) for row in some]

    async def find(self, search: Search, /, *, skip: int = 0, limit: int = 100) -> Found:
        """See `Album`."""
        return await self.photos.store.work(lambda db: found(db, self.wearer, search, skip, limit))

    async def read(self, photo: int, text: str, /) -> None:
        """See `Album`."""
        shown = showable(text, TEXT, paragraphs=True)

        def task(db: sqlite3.Connection) -> None:
            words = indexed(f"{rows.one(db, self.wearer, photo).title} {shown}")
            values = (shown, words, photo)
            db.execute("UPDATE photos SET text = ?, words = ? WHERE id = ?", values)

        await self.photos.store.work(task)

    async def locate(self, photo: int, place: str, names: Sequence[str] = (), /) -> None:
        """See `Album`."""
        shown = showable(place, PLACE)
        words = indexed(" ".join((shown, *(showable(each, PLACE) for each in names))))

        def task(db: sqlite3.Connection) -> None:
            rows.one(db, self.wearer, photo)
            values = (shown, words, photo)
            db.execute("UPDATE photos SET place = ?, place_words = ? WHERE id = ?", values)

        await self.photos.store.work(task)

    async def file(self, photo: int, /, *, small: bool = False) -> Path:
        """See `Album`."""
        known = await self.one(photo)
        kind = SMALL if small else FILM if known.seconds else PHOTO
        return self.photos.files.of(photo, kind)

    async def pixels(self, photo: int, /) -> Pixels:
        """See `Album`."""
        path = await self.file(photo, small=True)
        return await self.photos.store.off_the_loop(lambda: pixels_of(path.read_bytes()))

    async def delete(self, *photos: int) -> int:
        """See `Album`."""

        def task(db: sqlite3.Connection) -> int:
            statement = (
                f"UPDATE photos SET state = {rows.GONE}, title = '', text = '', words = '',"  # noqa: S608 - ours
                " place = '', place_words = '', latitude = NULL, longitude = NULL"
                f" WHERE id = ? AND wearer = ? AND state = {WHOLE}"
            )
            return sum(db.execute(statement, (each, self.wearer)).rowcount for each in photos)

        count = await self.photos.store.work(task)
        await self.photos.tidy()
        return count
