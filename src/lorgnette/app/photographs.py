"""Reads what stands in photos, in the background, so that they are found by it."""

import logging
from collections.abc import Mapping
from typing import Any, Final

import anyio

from lorgnette.app.pictures import decode
from lorgnette.app.tracing import report
from lorgnette.core.errors import NotFound, StoreFailed, WearerError
from lorgnette.core.pages.order import in_order
from lorgnette.core.pages.upright import upright
from lorgnette.engines import READER, Album, Key, Photo, Photos, Reader
from lorgnette.skills.framed import page_in

log = logging.getLogger(__name__)

AGAIN: Final = 60.0
"""Seconds until a store that failed is asked again."""


async def read_photos(photos: Photos, engines: Mapping[Key[Any], Any]) -> None:
    """Read one photo after the other, the newest first, for as long as there is a reader.

    Ends without one; else runs until cancelled. What cannot be read now is read after a restart.
    """
    given_up = set[int]()
    while READER in engines:
        try:
            wearer, photo = await photos.unread(given_up)
        except StoreFailed as error:
            report(log, "photos cannot be read", error)
            await anyio.sleep(AGAIN)
            continue
        try:
            await read(engines[READER], photos.of(wearer), photo)
        except NotFound:
            continue  # it was deleted meanwhile
        except Exception as error:  # noqa: BLE001 - a stranger's reader may raise anything
            report(log, "a photo cannot be read", error)
            given_up.add(photo.id)


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
