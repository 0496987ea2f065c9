"""What is kept of what the wearer wanted to keep seeing: photos and films."""

import datetime as dt
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from lorgnette.core.pictures import Pixels
from lorgnette.core.types import Sound, Spot, Wearer
from lorgnette.engines.key import Key


class Photo(msgspec.Struct, frozen=True):
    """A photo, or a film when it lasts some `seconds`; `size` in bytes, sides as one looks at it.

    `taken` has the offset of the zone it was taken in. `text` is what stands in it; None while
    nobody has read it. `title` is what the wearer called it. `spot` is where it was taken, if that
    may be kept, and `place` what is there: house, street, town; None while nobody knows.
    """

    id: int
    taken: dt.datetime
    width: int
    height: int
    size: int
    seconds: float = 0.0
    title: str = ""
    text: str | None = None
    spot: Spot | None = None
    place: str | None = None


class Search(msgspec.Struct, frozen=True):
    """What is looked for: `words` of title, text or place, taken in some time, taken near a spot.

    "…" is put around words that must stand together.
    """

    words: str = ""
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    near: Spot | None = None


class Found(msgspec.Struct, frozen=True):
    """Some of what was found, the newest first, and how many there are in all.

    `exact`: every word stands there as it was asked for; else a letter of it may be another.
    """

    photos: Sequence[Photo]
    count: int
    exact: bool = True


class Filming(Protocol):
    """Keeps a film while it is shot. A kill costs some seconds at most.

    Nothing raises: what cannot be kept ends the film, not what shoots it.
    """

    @property
    def stopped(self) -> str:
        """Why nothing is kept any more, in a sentence for the log; "" while all is well."""

    @property
    def full(self) -> bool:
        """Whether that is because the wearer's photos fill what they may."""

    async def see(self, jpeg: bytes, sample: int, /) -> None:
        """Keep a picture that was taken at this sample of the microphone."""

    async def hear(self, sound: Sound, first: int, /) -> None:
        """Keep a piece of sound that begins with this sample."""

    async def aclose(self) -> Photo | None:
        """Make the film whole. None when there was nothing to keep."""


class Album(Protocol):
    """The photos and films of one wearer. What a call has kept is on disk, whole, when it returns.

    Every verb that names a photo raises NotFound when the wearer has no such photo, and every
    verb StoreFailed, after which nothing has changed.
    """

    async def add(
        self, jpeg: bytes, taken: dt.datetime, /, *, title: str = "", spot: Spot | None = None
    ) -> Photo:
        """Keep a photo as it came from the camera, without what else the file tells.

        Raises NoRoom when the wearer's photos fill what they may, CannotSee when it is no picture.
        """

    async def film(
        self, jpeg: bytes, began: dt.datetime, /, *, spot: Spot | None = None
    ) -> Filming:
        """Begin a film, of which this is what is seen among others. Raises as `add`."""

    async def one(self, photo: int, /) -> Photo:
        """One photo."""

    async def newest(self, *, before: int | None = None, limit: int = 100) -> Sequence[Photo]:
        """The newest, newest first, of those that came before the one with an id."""

    async def find(self, search: Search, /, *, skip: int = 0, limit: int = 100) -> Found:
        """What fits, the newest first, without the first `skip`."""

    async def read(self, photo: int, text: str, /) -> None:
        """Keep what stands in a photo, so that it is found by it."""

    async def locate(self, photo: int, place: str, names: Sequence[str] = (), /) -> None:
        """Keep what is where a photo was taken, so that it is found by it and by other `names`."""

    async def file(self, photo: int, /, *, small: bool = False) -> Path:
        """The file: JPEG, or MP4 of a film; `small`, a JPEG to be seen among others."""

    async def pixels(self, photo: int, /) -> Pixels:
        """The small picture, to be shown."""

    async def delete(self, *photos: int) -> int:
        """Forget photos; how many there were. When this returns, nothing of them is on disk.

        Cancelled or killed in between, they are gone and `tidy` does the rest.
        """


class Photos(Protocol):
    """The photos of every wearer. What one wearer keeps, no other can reach."""

    def of(self, wearer: Wearer, /) -> Album:
        """The photos of one wearer."""

    async def unread(self, but: Collection[int], /) -> tuple[Wearer, Photo]:
        """Wait for a photo that nobody has read, but for some. Raises StoreFailed."""

    async def unplaced(self, but: Collection[int], /) -> tuple[Wearer, Photo]:
        """Wait for one of which a spot is known and no place, but for some. Raises StoreFailed."""

    async def tidy(self) -> None:
        """Finish what a kill interrupted. Raises StoreFailed."""


PHOTOS: Key[Photos] = Key("photos")
"""Photos and films."""
