"""Photos are read and located in the background: each once, none can stop the rest."""

import anyio
import pytest

from lorgnette.app import photographs
from lorgnette.app.photographs import place_photos, read_photos
from lorgnette.core.errors import EngineFailed, StoreFailed
from lorgnette.core.pages import Row
from lorgnette.core.pictures import Box
from lorgnette.core.places import Address, Place
from lorgnette.core.types import Spot, Wearer
from lorgnette.engines import READER
from lorgnette.engines.photos import Search
from lorgnette.store.photos import SQLitePhotos
from lorgnette.testing.places import ScriptedPlaces
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
    return SQLitePhotos(store_in_memory(), tmp_path, position=True)


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


SQUARE = Spot(47.139, 9.5215)
CAFE = Place(SQUARE, {"": "Café Burg", "zh": "城堡咖啡馆"}, kind="cafe")
HOUSE = Place(
    SQUARE,
    {"": "Städtle", "zh": "小城街"},
    kind="house",
    address=Address("Städtle", "12", "9490", "Vaduz"),
)


async def place(photos, places, photo):
    """Let it be found out where photos were taken until one was asked for; its place then."""

    async def found():
        return (await photos.of(Wearer("ann")).one(photo)).place

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(place_photos, photos, places)
        with anyio.fail_after(30):
            while not places.asked or (places.knows and not await found()):  # noqa: ASYNC110
                await anyio.sleep(0.01)
        tasks.cancel_scope.cancel()
    return await found()


class Somewhere(ScriptedPlaces):
    """Places that may know nothing for a while."""

    knows = True


async def test_a_photo_is_found_by_where_it_was_taken(photos):
    album = photos.of(Wearer("ann"))
    photo = (await album.add(plain(), NOW, spot=SQUARE)).id
    await album.add(plain(), NOW)

    assert await place(photos, Somewhere([CAFE], here=HOUSE), photo) == "Städtle 12, Vaduz"
    await album.read(photo, "Tram 71")
    for words in ("vaduz", "stadtle 12", "burg", "城堡", "小城街", "tram vaduz"):
        assert [each.id for each in (await album.find(Search(words))).photos] == [photo], words


async def test_what_stands_there_is_a_place_where_no_street_is(photos):
    photo = (await photos.of(Wearer("ann")).add(plain(), NOW, spot=SQUARE)).id
    assert await place(photos, Somewhere([CAFE]), photo) == "Café Burg"


@pytest.mark.parametrize("lack", ["failing", "mapless"])
async def test_where_nobody_knows_it_is_asked_again_after_a_restart(photos, lack):
    photo = (await photos.of(Wearer("ann")).add(plain(), NOW, spot=SQUARE)).id
    places = Somewhere([CAFE], here=HOUSE)
    places.knows = False
    setattr(places, lack, True)
    assert await place(photos, places, photo) is None

    places.knows = True
    setattr(places, lack, False)
    assert await place(photos, places, photo) == "Städtle 12, Vaduz"


async def test_without_places_nobody_waits(photos):
    await photos.of(Wearer("ann")).add(plain(), NOW, spot=SQUARE)
    await place_photos(photos, None)
