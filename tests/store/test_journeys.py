"""Journeys in files: one for each, seen by their wearer alone."""

from datetime import timedelta

import pytest

from lorgnette.core.errors import NotFound, StoreFailed
from lorgnette.core.fixes import Fix
from lorgnette.core.guidance import Fixed
from lorgnette.core.guidance.journal import Beginning, Head
from lorgnette.core.types import Spot, Wearer
from lorgnette.store.journeys import FileJourneys
from lorgnette.testing.turns import NOW
from lorgnette.testing.ways import Draft

ROUTE = Draft().go(100).arrive()
FIX = Fixed(Fix(1.0, Spot(48.2, 16.37), 5.0))


@pytest.fixture
def journeys(tmp_path):
    return FileJourneys(tmp_path / "journeys")


async def went(logbook, goal, began=NOW, *, events=(FIX,)):
    log = await logbook.begin(Head(1, began, (goal,)))
    for line in (Beginning(0.0, ROUTE), *events):
        log.write(line)
    log.close()


async def test_the_newest_come_first_and_each_wearer_sees_their_own(journeys):
    ann, bob = journeys.of(Wearer("ann")), journeys.of(Wearer("bob"))
    assert await ann.newest() == []
    await went(ann, "Museum", NOW - timedelta(days=1))
    await went(bob, "Bar")
    await went(ann, "Station")
    assert [each.head.goal for each in await ann.newest()] == ["Station", "Museum"]
    assert [each.head.goal for each in await ann.newest(limit=1)] == ["Station"]
    assert [each.head.goal for each in await ann.newest(since=NOW)] == ["Station"]
    [bobs] = await bob.newest()
    assert (await bob.one(bobs.id)).events == (FIX,)
    for verb in (ann.one, ann.delete):
        with pytest.raises(NotFound):
            await verb(bobs.id)


async def test_nobody_else_on_the_machine_can_read_them(journeys):
    await went(journeys.of(Wearer("ann")), "Museum")
    [file] = journeys.folder.iterdir()
    assert journeys.folder.stat().st_mode & 0o077 == 0
    assert file.stat().st_mode & 0o077 == 0


async def test_one_is_deleted_or_all_of_a_wearer(journeys):
    ann, bob = journeys.of(Wearer("ann")), journeys.of(Wearer("bob"))
    for goal in ("Museum", "Station", "Park"):
        await went(ann, goal)
    await went(bob, "Bar")
    await ann.delete((await ann.newest())[1].id)
    assert [each.head.goal for each in await ann.newest()] == ["Park", "Museum"]
    assert await ann.delete_all() == 2
    assert await ann.newest() == []
    assert len(await bob.newest()) == 1


async def test_one_that_cannot_be_read_any_more_can_be_deleted(journeys):
    ann = journeys.of(Wearer("ann"))
    await went(ann, "Museum")
    [file] = journeys.folder.iterdir()
    file.write_bytes(file.read_bytes().splitlines(keepends=True)[0] + b"broken\n")
    [kept] = await ann.newest()
    with pytest.raises(StoreFailed):
        await ann.one(kept.id)
    await ann.delete(kept.id)
    assert await ann.newest() == []


async def test_what_is_old_is_forgotten(journeys):
    ann = journeys.of(Wearer("ann"))
    await journeys.tidy(NOW)
    await went(ann, "Museum", NOW - timedelta(days=91))
    await went(ann, "Station", NOW - timedelta(days=89))
    await journeys.tidy(NOW - timedelta(days=90))
    assert [each.head.goal for each in await ann.newest()] == ["Station"]


async def test_who_never_moved_leaves_nothing(journeys):
    await went(journeys.of(Wearer("ann")), "Museum", events=())
    assert list(journeys.folder.iterdir()) == []


async def test_strangers_files_disturb_nobody(journeys):
    ann = journeys.of(Wearer("ann"))
    await went(ann, "Museum")
    (journeys.folder / "000007.jsonl").write_bytes(b"\xff\xfe no journal")
    (journeys.folder / "notes.txt").write_text("mine")
    assert len(await ann.newest()) == 1
    with pytest.raises(StoreFailed, match="7 cannot be read: line 1"):
        await ann.one(7)
    await went(ann, "Station")
    assert [each.id for each in await ann.newest()] == [8, 1]


async def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreFailed, match="journeys cannot be kept"):
        await went(FileJourneys(tmp_path / "file" / "journeys").of(Wearer("ann")), "Museum")


async def test_an_endless_journey_ends_its_file(journeys, monkeypatch):
    monkeypatch.setattr("lorgnette.store.journeys.MOST", 2_000)
    ann = journeys.of(Wearer("ann"))
    await went(ann, "Museum", events=[FIX] * 500)
    [kept] = await ann.newest()
    assert kept.size <= 2_000
    assert (await ann.one(kept.id)).events
