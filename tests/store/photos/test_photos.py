"""Photos are kept whole, are each wearer's own, and leave nothing behind."""

from datetime import timedelta

import anyio
import pytest

from lorgnette.core.errors import CannotSee, NoRoom, NotFound, StoreFailed
from lorgnette.core.types import Spot, Wearer
from lorgnette.engines.photos import Search
from lorgnette.store.photos import SQLitePhotos, files
from lorgnette.testing.turns import NOW

HERE = Spot(52.52, 13.405)


def on_disk(tmp_path):
    folder = tmp_path / "photos"
    return sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []


async def test_a_photo_is_there_with_what_is_known_of_it(album, picture):
    photo = await album.add(picture(), NOW, title="My bike", spot=HERE)
    assert await album.one(photo.id) == photo
    assert (photo.taken, photo.taken.utcoffset()) == (NOW, timedelta(hours=1))
    assert (photo.width, photo.height, photo.title, photo.text) == (640, 480, "My bike", None)
    assert photo.spot == HERE
    sizes = [(await album.file(photo.id, small=each)).stat().st_size for each in (True, False)]
    assert sum(sizes) == photo.size
    assert (await album.pixels(photo.id)).shape == (384, 512, 3)


async def test_where_it_was_is_not_kept_unless_it_may(store, tmp_path, picture):
    album = SQLitePhotos(store, tmp_path / "photos").of(Wearer("ann"))
    assert (await album.add(picture(), NOW, spot=HERE)).spot is None


async def test_the_newest_come_first_page_by_page(album, picture):
    ids = [(await album.add(picture(64, 64), NOW)).id for _ in range(3)]
    assert [each.id for each in await album.newest(limit=2)] == ids[:0:-1]
    assert [each.id for each in await album.newest(before=ids[1])] == ids[:1]


async def test_nobody_reaches_what_is_another_wearers(album, photos, picture):
    photo, other = await album.add(picture(), NOW), photos.of(Wearer("ben"))
    assert list(await other.newest()) == []
    for refused in (other.one(photo.id), other.file(photo.id), other.read(photo.id, "mine")):
        with pytest.raises(NotFound):
            await refused
    assert await other.delete(photo.id) == 0
    assert (await album.one(photo.id)).text is None


async def test_what_is_deleted_is_nowhere_on_disk(album, store, picture, tmp_path):
    photo = await album.add(picture(), NOW, title="quagmire")
    await album.read(photo.id, "the xylophonist")
    assert await album.delete(photo.id, 99) == 1
    assert on_disk(tmp_path) == []
    left = b"".join(each.read_bytes() for each in tmp_path.glob("store.sqlite*"))
    assert b"xylophonist" not in left
    assert b"quagmire" not in left
    again = await album.add(picture(), NOW)
    assert again.id > photo.id  # no number comes twice


@pytest.mark.slow
async def test_a_full_quota_is_said_and_leaves_nothing(store, tmp_path, picture):
    album = SQLitePhotos(store, tmp_path / "photos", quota=1).of(Wearer("ann"))
    first = await album.add(picture(1600, 1200), NOW)
    with pytest.raises(NoRoom):
        await album.add(picture(2400, 1800), NOW)
    assert on_disk(tmp_path) == [f"{first.id}.jpg", f"{first.id}.small.jpg"]
    await album.delete(first.id)
    await album.add(picture(1600, 1200), NOW)


async def test_a_disk_that_takes_nothing_keeps_no_half_photo(album, picture, monkeypatch, tmp_path):
    whole = files.put

    def full(path, content):
        if path.name.endswith("small.jpg"):
            raise OSError(28, "No space left on device")
        whole(path, content)

    monkeypatch.setattr(files, "put", full)
    with pytest.raises(StoreFailed, match="No space left"):
        await album.add(picture(), NOW)
    assert on_disk(tmp_path) == []
    assert list(await album.newest()) == []


async def test_a_kill_in_the_middle_leaves_no_half_photo(album, photos, store, picture, tmp_path):
    kept = await album.add(picture(), NOW)
    await store.run("UPDATE photos SET state = 0 WHERE id = ?", [kept.id])  # the hub was killed
    (tmp_path / "photos" / f"{kept.id}.jpg.tmp").write_bytes(b"half")
    assert list(await album.newest()) == []

    await SQLitePhotos(store, tmp_path / "photos").tidy()
    assert on_disk(tmp_path) == []
    assert await store.run("SELECT * FROM photos") == []


async def test_tidying_leaves_alone_what_is_being_written(album, photos, picture, monkeypatch):
    finish = album.finish

    def tidied(db, number):
        assert number in photos.coming
        return finish(db, number)

    monkeypatch.setattr(album, "finish", tidied)
    photo = await album.add(picture(), NOW)
    await photos.tidy()
    assert (await album.file(photo.id)).exists()
    assert photos.coming == set()


async def test_no_picture_is_kept_of_what_is_none(album, tmp_path):
    with pytest.raises(CannotSee):
        await album.add(b"no picture", NOW)
    assert on_disk(tmp_path) == []


async def test_what_nobody_has_read_is_waited_for(album, photos, picture):
    found = []

    async def wait():
        found.append(await photos.unread(()))

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(wait)
        await anyio.wait_all_tasks_blocked()
        assert found == []
        photo = await album.add(picture(), NOW)
    assert found == [(Wearer("ann"), photo)]
    await album.read(photo.id, "")
    with anyio.move_on_after(1) as waited:
        await photos.unread(())
    assert waited.cancelled_caught


async def test_where_it_was_is_the_wearers_own_and_goes_with_the_photo(album, photos, picture):
    photo = await album.add(picture(), NOW, spot=HERE)
    with pytest.raises(NotFound):
        await photos.of(Wearer("ben")).locate(photo.id, "Alexanderplatz")

    await album.locate(photo.id, "Alexander\x00platz\n1", ["亚历山大广场"])
    assert (await album.one(photo.id)).place == "Alexanderplatz 1"
    await album.delete(photo.id)
    assert (await album.find(Search("alexander"))).count == 0
