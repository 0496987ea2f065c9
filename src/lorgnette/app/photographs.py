"""Reads what stands in photos and where they are of, in the background: they are found by it."""

import logging
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import Any, Final

import anyio

from lorgnette.app.pictures import decode
from lorgnette.app.tracing import report
from lorgnette.core.errors import NoMap, NotFound, StoreFailed, WearerError
from lorgnette.core.pages.order import in_order
from lorgnette.core.pages.upright import upright
from lorgnette.core.places import Place
from lorgnette.core.types import Language, Spot, Wearer
from lorgnette.engines import READER, Album, Key, Photo, Photos, Places, Reader
from lorgnette.skills.framed import page_in

log = logging.getLogger(__name__)

AGAIN: Final = 60.0
"""Seconds until a store that failed is asked again."""

MOST: Final = 5
"""Things that are near a photo."""

AT: Final = 40.0
"""Metres within which a photo was taken at something."""

Waiting = Callable[[Collection[int]], Awaitable[tuple[Wearer, Photo]]]


async def read_photos(photos: Photos, engines: Mapping[Key[Any], Any]) -> None:
    """Read one photo after the other, the newest first, for as long as there is a reader.

    Ends without one; else runs until cancelled. What cannot be read now is read after a restart.
    """

    async def work(album: Album, photo: Photo) -> None:
        if READER in engines:
            await read(engines[READER], album, photo)

    if READER in engines:
        await each_once(photos, photos.unread, work)


async def place_photos(photos: Photos, places: Places | None) -> None:
    """Find out where photos were taken, the newest first.

    Ends where no places are known; else runs until cancelled. What is on no map that there is now
    is looked for again after a restart.
    """

    async def work(album: Album, photo: Photo) -> None:
        if places is not None and photo.spot is not None:
            await locate(places, album, photo.id, photo.spot)

    if places is not None:
        await each_once(photos, photos.unplaced, work)


async def each_once(
    photos: Photos, waiting: Waiting, work: Callable[[Album, Photo], Awaitable[None]]
) -> None:
    """Do some work on every photo that waits for it, or will; one that fails stops no other."""
    done = set[int]()
    while True:
        try:
            wearer, photo = await waiting(done)
        except StoreFailed as error:
            report(log, "photos cannot be asked for", error)
            await anyio.sleep(AGAIN)
            continue
        done.add(photo.id)
        try:
            await work(photos.of(wearer), photo)
        except NotFound:
            continue  # it was deleted meanwhile
        except Exception as error:  # noqa: BLE001 - a stranger's engine may raise anything
            report(log, "a photo cannot be worked on", error)


async def read(reader: Reader, album: Album, photo: Photo) -> None:
    """Read a photo, and keep what stands in it; nothing when it is damaged."""
    try:
        picture = await anyio.Path(await album.file(photo.id)).read_bytes()
        page = upright(await page_in(reader, await decode(picture)))
    except NotFound:
        raise
    except (OSError, WearerError):
        await album.read(photo.id, "")
        return
    await album.read(photo.id, "\n".join(row.text for row in in_order(page.rows)))


async def locate(places: Places, album: Album, photo: int, spot: Spot) -> None:
    """Keep the address of a photo, and what is there; nothing where nobody knows."""
    try:
        address = await places.address(spot)
        there = [each.place for each in await places.around(spot, within=AT, limit=MOST)]
    except NoMap:
        return
    shown = in_words(address) if address is not None else ""
    known = there if address is None else [*there, address]
    names = [name for place in known for name in place.names.values()]
    if shown or names:
        await album.locate(photo, shown or names[0], names)


def in_words(place: Place) -> str:
    """An address in one line, as it is written in most places: street, house, town."""
    at = place.address
    street = " ".join(filter(None, (at.street or place.name(Language("")), at.house)))
    return ", ".join(filter(None, (street, at.locality)))
