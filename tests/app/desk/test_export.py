"""Everything of a wearer in one archive, and nothing of anybody else."""

import io
import json
import zipfile

import msgspec
import pytest
from house import ALL, ANN, OWNER, house
from test_session import skills

from lorgnette.app import journal
from lorgnette.app.clocks import SteppedClock
from lorgnette.app.desk import export
from lorgnette.app.desk.kept import Settings
from lorgnette.core.transcripts import Line
from lorgnette.core.types import ENGLISH
from lorgnette.engines import MEETINGS, PHOTOS
from lorgnette.skills import notes, timers
from lorgnette.store.meetings import SQLiteMeetings
from lorgnette.store.photos import SQLitePhotos
from lorgnette.store.sqlite import SQLite
from lorgnette.testing.stage import START
from lorgnette.testing.views import plain
from lorgnette.web.api.me import Changes
from lorgnette.web.api.things import Thing, Which
from lorgnette.web.api.turns import Turn


async def archive(home, wearer=OWNER):
    """The archive of a wearer, its files by name, and the pieces it came in."""
    pieces = [piece async for piece in home.desk.export.archive(wearer)]
    packed = zipfile.ZipFile(io.BytesIO(b"".join(pieces)))
    assert packed.testzip() is None
    return {name: packed.read(name) for name in packed.namelist()}, pieces


async def test_what_is_imported_again_is_the_same():
    async with house(skills(), notes.skill, timers.skill) as home:
        await home.desk.me.choose(OWNER, Changes(keep_days=7, language="zh"))
        await home.hears("take a note buy 牛奶", "set a timer for ten minutes", "say done")
        turns, things = await home.turns(), await home.desk.things.list(OWNER, Which())
        files, _ = await archive(home)

        assert home.desk.export.name() == "lorgnette-2026-03-04.zip"
    assert msgspec.json.decode(files["things.json"], type=list[Thing]) == things
    assert msgspec.json.decode(files["turns.json"], type=list[Turn]) == turns
    assert msgspec.json.decode(files["settings.json"], type=Settings) == Settings(7, "zh")
    [name] = [name for name in files if name.startswith("journals/")]
    _, entries = journal.read(iter(files[name].decode().splitlines()))
    assert "buy 牛奶" in files[name].decode()
    assert entries


async def test_a_wearer_without_anything_gets_an_archive_too():
    async with house(skills()) as home:
        files, _ = await archive(home)

    empty = ("things.json", "turns.json", "leases.json", "glasses.json")
    assert set(files) == {"README.txt", "settings.json", *empty}
    assert [json.loads(files[name]) for name in empty] == [[], [], [], []]


async def test_it_says_what_is_what_in_both_languages():
    async with house(skills()) as home:
        files, _ = await archive(home)

    text = files["README.txt"].decode()
    assert text.count("things.json: ") == text.count("journals: ") == 2
    assert "lorgnette replay" in text
    assert "听到、理解和说过的话" in text
    assert "None" not in text


async def test_nothing_of_another_wearer_is_in_it_and_no_secret():
    async with house(skills(), notes.skill) as home:
        token = await home.pairs(ANN, "Ann's glasses")
        await home.hears("say hers", token=token)
        await home.desk.things.note(ANN, "note of hers")
        await home.hears("say mine")
        await home.turns()
        mine, _ = await archive(home)
        hers, _ = await archive(home, ANN)

    assert b"hers" not in b"".join(mine.values())
    assert json.loads(mine["glasses.json"]) == []
    assert b"mine" not in b"".join(hers.values())
    [glasses] = json.loads(hers["glasses.json"])
    assert glasses["name"] == "Ann's glasses"
    assert "token" not in glasses
    assert token.encode() not in b"".join(hers.values())


async def test_a_large_archive_is_never_in_memory_as_a_whole(monkeypatch):
    monkeypatch.setattr(export, "PAGE", 10)
    async with house(notes.skill) as home:
        for number in range(100):
            await home.desk.things.note(OWNER, f"{number} " + "x" * 100)
        files, pieces = await archive(home)

    assert len(json.loads(files["things.json"])) == 100
    assert len(pieces) > 50
    assert max(map(len, pieces)) < 2_000


async def test_whoever_stops_reading_leaves_nothing_open():
    async with house(notes.skill) as home:
        await home.desk.things.note(OWNER, "one")
        stream = home.desk.export.archive(OWNER)
        assert (await anext(stream)).startswith(b"PK")
        await stream.aclose()
        with pytest.raises(StopAsyncIteration):
            await anext(stream)
        assert len(await home.desk.turns.list(OWNER, ALL)) == 0


async def test_meetings_are_in_it_to_read_and_for_programs(tmp_path):
    store = SQLite(":memory:", SteppedClock(START))
    meetings = SQLiteMeetings(store, tmp_path / "sound", keep_audio=True)
    async with house(skills(), store=store, engines={MEETINGS: meetings}) as home:
        diary = home.hub.meetings.of(OWNER)
        meeting = await diary.begin("Launch", START, ENGLISH)
        recorder = await diary.recorder(meeting.id)
        await recorder.hear(bytes(64_000), 0)
        await recorder.aclose()
        await diary.write(meeting.id, [Line(1, 0, 2, "We decided to go to Lisbon.")], seconds=2)
        await diary.end(meeting.id)
        other = await diary.begin("Running", START, ENGLISH)
        await home.hub.meetings.of(ANN).begin("Ann's own", START, ENGLISH)
        files, _ = await archive(home)

    kept = {name: content for name, content in files.items() if name.startswith("meetings/")}
    first, second = (f"meetings/{START:%Y-%m-%dT%H-%M}-{each.id}" for each in (meeting, other))
    endings = (f"{first}.md", f"{first}.json", f"{first}.flac", f"{second}.md", f"{second}.json")
    assert set(kept) == set(endings)
    assert "## Decisions" in kept[f"{first}.md"].decode()
    assert json.loads(kept[f"{first}.json"])["lines"][0]["text"] == "We decided to go to Lisbon."
    assert kept[f"{first}.flac"].startswith(b"fLaC")
    assert not any(b"Ann's own" in content for content in files.values())


async def test_photos_are_in_it_and_what_is_known_of_them(tmp_path):
    store = SQLite(":memory:", SteppedClock(START))
    photos = SQLitePhotos(store, tmp_path)
    async with house(skills(), store=store, engines={PHOTOS: photos}) as home:
        photo = await home.hub.photos.of(OWNER).add(plain(), START, title="My bike")
        lost = await home.hub.photos.of(OWNER).add(plain(), START)
        await home.hub.photos.of(ANN).add(plain(), START, title="Ann's own")
        (tmp_path / f"{lost.id}.jpg").unlink()
        files, _ = await archive(home)

    kept = {name: content for name, content in files.items() if name.startswith("photos/")}
    name = f"photos/{START:%Y-%m-%dT%H-%M-%S}-{photo.id}.jpg"
    assert kept[name] == (tmp_path / f"{photo.id}.jpg").read_bytes()
    lines = kept["photos/photos.jsonl"].decode().splitlines()
    assert [json.loads(line)["title"] for line in lines] == ["", "My bike"]
