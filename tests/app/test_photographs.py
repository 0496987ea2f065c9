"""Photos are read in the background: each once, none can stop the rest."""

import anyio
import pytest

from lorgnette.app import photographs
from lorgnette.app.photographs import read_photos
from lorgnette.core.errors import EngineFailed, StoreFailed
from lorgnette.core.pages import Row
from lorgnette.core.pictures import Box
from lorgnette.core.types import Wearer
from lorgnette.engines import READER
from lorgnette.store.photos import SQLitePhotos
from lorgnette.testing.readers import ScriptedReader
from lorgnette.testing.turns import NOW, store_in_memory
from lorgnette.testing.views import plain

pytestmark = pytest.mark.asyncio


def row(text, down):
    return Row(text, Box(((0, down), (90, down), (90, down + 20), (0, down + 20))))


class Breaks:
    """A reader that breaks over the first picture."""

    def __init__(self, error):
        self.error = error

    async def read(self, pixels, /, *, language=None):
        error, self.error = self.error, None
        if error:
            raise error
        yield row("after all", 0)


@pytest.fixture
def photos(tmp_path):
    return SQLitePhotos(store_in_memory(), tmp_path)


async def read(photos, reader, *pictures, until):
    """Let photos be read until some are; the texts of all, the oldest first."""
    album = photos.of(Wearer("ann"))
    for each in pictures:
        await album.add(each, NOW)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(read_photos, photos, {READER: reader})
        with anyio.fail_after(30):
            while None in [(await album.one(each)).text for each in until]:  # noqa: ASYNC110
                await anyio.sleep(0.01)
        tasks.cancel_scope.cancel()
    return [each.text for each in reversed(await album.newest())]


async def test_what_stands_in_a_photo_is_kept_in_the_order_of_reading(photos):
    reader = ScriptedReader([row("Tea 2.80", 40), row("MENU", 0)], [])
    assert await read(photos, reader, plain(), plain(), until=[1, 2]) == ["", "MENU\nTea 2.80"]
    assert len(reader.asked) == 2


@pytest.mark.parametrize("error", [EngineFailed("it hangs"), ZeroDivisionError()])
async def test_a_photo_that_breaks_the_reader_is_left_for_later(photos, error):
    assert await read(photos, Breaks(error), plain(), plain(), until=[1]) == ["after all", None]
    reader = ScriptedReader([row("now", 0)])
    assert await read(photos, reader, until=[2]) == ["after all", "now"]


async def test_a_photo_that_is_gone_from_disk_has_nothing_to_tell(photos):
    album = photos.of(Wearer("ann"))
    photo = await album.add(plain(), NOW)
    (await album.file(photo.id)).unlink()
    assert await read(photos, ScriptedReader([row("x", 0)]), until=[photo.id]) == [""]


async def test_without_a_reader_nobody_waits(photos):
    await photos.of(Wearer("ann")).add(plain(), NOW)
    await read_photos(photos, {})


async def test_a_store_that_fails_is_asked_again(photos, monkeypatch):
    whole, asked = photos.unread, []

    async def unread(but):
        asked.append(but)
        if len(asked) == 1:
            raise StoreFailed("the disk is full")
        return await whole(but)

    monkeypatch.setattr(photos, "unread", unread)
    monkeypatch.setattr(photographs, "AGAIN", 0.0)
    assert await read(photos, ScriptedReader([row("x", 0)]), plain(), until=[1]) == ["x"]
