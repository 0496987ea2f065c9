"""Photos that were taken: put into the store of a hub, as a wearer leaves them."""

import datetime as dt
from contextlib import asynccontextmanager

import numpy as np

from lorgnette.app.clocks import SystemClock
from lorgnette.app.config import Config, Hub, Photos
from lorgnette.app.doors.ledger import OWNER
from lorgnette.app.house import STORE, photos_in
from lorgnette.core.types import Spot
from lorgnette.store.sqlite import SQLite
from lorgnette.testing import readers
from lorgnette.testing.views import jpeg


@asynccontextmanager
async def album_in(folder):
    """The owner's photos in the store of a hub that has its things in this folder."""
    store = SQLite(folder / STORE, SystemClock())
    try:
        config = Config(hub=Hub(data=str(folder)), photos=Photos(position=True))
        yield photos_in(store, config).of(OWNER)
    finally:
        await store.aclose()


def board(*texts, shade=245, side=(960, 720)):
    """A board with text on it."""
    width, height = side
    made = np.full((height, width, 3), (shade, shade - 20, shade - 60), np.uint8)
    text = readers.drawn(texts, height=64)[: height - 40, : width - 40]
    made[20 : 20 + text.shape[0], 20 : 20 + text.shape[1]] = text
    return made


async def kept(folder, *texts, days=0, title="", place="", **more):
    """Somebody takes a photo of a board, which is read; its number."""
    taken = SystemClock().now() - dt.timedelta(days=days)
    async with album_in(folder) as album:
        photo = await album.add(
            jpeg(board(*texts, **more)), taken, title=title, spot=Spot(48.2082, 16.3738)
        )
        await album.read(photo.id, "\n".join(texts))
        if place:
            await album.locate(photo.id, place)
    return photo.id
