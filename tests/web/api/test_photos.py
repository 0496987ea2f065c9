"""Photos are told to their wearer, seen, found and deleted by them, and by nobody else."""

from datetime import timedelta

import msgspec
import pytest
from asking import ask

from lorgnette.core.types import Wearer
from lorgnette.engines.photos import Search
from lorgnette.store.photos import SQLitePhotos
from lorgnette.testing.turns import NOW, store_in_memory
from lorgnette.testing.views import plain
from lorgnette.web.api import photos
from lorgnette.web.api.photos import FILES, Asked
from lorgnette.web.tickets import Tickets

pytestmark = pytest.mark.asyncio


class Desk:
    """The albums of a store; «yesterday» is a day, and everything else is words."""

    def __init__(self, kept):
        self.of = kept.of

    def asked(self, wearer, text):
        if text == "yesterday":
            return Asked(Search(since=NOW - timedelta(days=1), until=NOW), NOW.date())
        return Asked(Search(text))


@pytest.fixture
def kept(tmp_path):
    return SQLitePhotos(store_in_memory(), tmp_path)


async def taken(kept, *texts, wearer="ann", when=NOW):
    """Photos of a wearer, which were read; the last of them."""
    album = kept.of(Wearer(wearer))
    for text in texts:
        photo = await album.add(plain(), when)
        await album.read(photo.id, text)
    return photo


async def asked(kept, method, target, tickets=None, **more):
    return await ask(photos.routes(Desk(kept), tickets or Tickets()), method, target, **more)


async def test_the_newest_are_listed_in_pages(kept):
    last = await taken(kept, "one", "two", "three")
    said = await asked(kept, "GET", f"/api/photos?before={last.id}&limit=1")
    [shown] = said.json
    assert (shown["text"], shown["width"], shown["height"]) == ("two", 320, 240)
    assert shown["taken"] == "2026-03-04T09:30:00+01:00"
    assert (await asked(kept, "GET", "/api/photos?limit=0")).error == (400, "query")


async def test_they_are_found_by_words_or_a_day(kept):
    await taken(kept, "menu", "exit")
    await taken(kept, "old", when=NOW - timedelta(hours=20))
    said = await asked(kept, "GET", "/api/photos/found?find=menu")
    assert [each["text"] for each in said.json["photos"]] == ["menu"]
    assert (said.json["count"], said.json["exact"], said.json["day"]) == (1, True, None)
    said = await asked(kept, "GET", "/api/photos/found?find=yesterday")
    assert [each["text"] for each in said.json["photos"]] == ["old"]
    assert said.json["day"] == "2026-03-04"
    assert not (await asked(kept, "GET", "/api/photos/found?find=manu")).json["exact"]
    assert (await asked(kept, "GET", "/api/photos/found")).error == (400, "query")


async def test_a_photo_is_told_and_deleted(kept):
    photo = await taken(kept, "menu")
    where = f"/api/photos/{photo.id}"
    said = await asked(kept, "GET", where)
    assert said.json["id"] == photo.id
    assert msgspec.json.decode(said.body, type=type(photo)).text == "menu"
    assert (await asked(kept, "DELETE", where)).status == 204
    assert (await asked(kept, "DELETE", where)).error == (404, "gone")
    assert (await asked(kept, "GET", where)).error == (404, "gone")


async def test_files_come_whole_small_and_in_parts(kept):
    photo = await taken(kept, "")
    album, where = kept.of(Wearer("ann")), f"{FILES}{photo.id}"
    whole = (await album.file(photo.id)).read_bytes()
    said = await asked(kept, "GET", where)
    assert (said.body, said.headers["content-type"]) == (whole, "image/jpeg")
    said = await asked(kept, "GET", where, headers=[(b"range", b"bytes=2-9")])
    assert (said.status, said.body) == (206, whole[2:10])
    small = await asked(kept, "GET", f"{where}/small")
    assert small.body == (await album.file(photo.id, small=True)).read_bytes()
    (await album.file(photo.id)).unlink()
    assert (await asked(kept, "GET", where)).error == (404, "gone")


async def test_one_ticket_is_for_all_files_and_nothing_else(kept):
    tickets = Tickets()
    bearer = (b"authorization", b"Bearer good")
    said = await asked(kept, "POST", FILES, tickets, headers=[bearer])
    path, _, query = said.json["address"].partition("?")
    assert path == FILES
    for opened in (f"{FILES}3", f"{FILES}3/small"):
        assert tickets.token("GET", opened, query.encode()) == "good"
    for shut in ("/api/photos", "/api/photos/3", "/api/photos/filesystem", "/api/turns"):
        assert tickets.token("GET", shut, query.encode()) == ""
    assert tickets.token("DELETE", f"{FILES}3", query.encode()) is None


@pytest.mark.parametrize("method", ["GET", "DELETE"])
async def test_what_is_another_wearers_is_not_there(kept, method):
    photo = await taken(kept, "secret", wearer="ben")
    assert (await asked(kept, method, f"/api/photos/{photo.id}")).error == (404, "gone")
    assert (await asked(kept, "GET", f"{FILES}{photo.id}")).error == (404, "gone")
    assert (await asked(kept, "GET", f"{FILES}{photo.id}/small")).error == (404, "gone")
    assert (await asked(kept, "GET", "/api/photos")).json == []
    assert (await asked(kept, "GET", "/api/photos/found?find=secret")).json["count"] == 0
