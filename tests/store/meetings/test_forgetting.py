"""What is deleted is gone: from the lists, from the search, and from the disk."""

from datetime import timedelta

import pytest

from lorgnette.core.errors import NotFound
from lorgnette.core.transcripts import Line
from lorgnette.core.types import CHINESE, ENGLISH, Wearer
from lorgnette.engines.meetings import Search
from lorgnette.store.meetings import SQLiteMeetings
from lorgnette.store.meetings.forgetting import remove
from lorgnette.store.sqlite import SQLite
from lorgnette.testing.turns import NOW, FixedClock

SECRETS = ("xylophonist", "Zebediah", "鸳鸯蝴蝶", "quagmire", "Vesuvius")


def on_disk(folder):
    """The secrets that are still in any file."""
    content = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    return [each for each in SECRETS if each.encode() in content] + [
        each for each in SECRETS if " ".join(each).encode() in content
    ]


async def secret(diary):
    """A meeting in which every secret is told: said, a name, a title, a note, corrected."""
    meeting = await diary.begin("Vesuvius", NOW, CHINESE)
    every = [
        Line(number, number, number, f"the xylophonist saw 鸳鸯蝴蝶 {number}", 1)
        for number in range(1, 400)
    ]
    await diary.write(meeting.id, every[:200], tail=every[200:203], seconds=200)
    await diary.write(meeting.id, every[200:], seconds=400)
    await diary.name_speaker(meeting.id, 1, "Zebediah")
    await diary.correct(meeting.id, 3, "a xylophonist in a quagmire")
    await diary.mark(meeting.id, 5.0, "quagmire")
    recorder = await diary.recorder(meeting.id)
    await recorder.hear(b"xylophonist " * 4000, 0)
    await recorder.aclose()
    await diary.end(meeting.id)
    return meeting.id


async def test_of_a_deleted_meeting_nothing_is_left_on_disk(diary, hold, tmp_path):
    kept = await hold(diary, *((1, f"We talk about budgets {each}.") for each in range(300)))
    meeting = await secret(diary)
    assert {*on_disk(tmp_path)} >= set(SECRETS) - {"xylophonist"}

    await diary.delete(meeting)

    assert on_disk(tmp_path) == []
    assert [each.id for each in await diary.newest()] == [kept.id]
    assert await diary.search(Search("xylophonist")) == []
    assert len(await diary.search(Search("budget"), limit=400)) == 300
    with pytest.raises(NotFound):
        await diary.delete(meeting)


async def test_what_a_kill_interrupted_is_finished_later(diary, meetings, store, tmp_path):
    meeting = await secret(diary)
    await store.work(lambda db: remove(db, meeting))  # and the hub is killed
    assert on_disk(tmp_path)

    assert await SQLiteMeetings(store, tmp_path / "sound").tidy() == 0
    assert on_disk(tmp_path) == []
    assert await store.run("SELECT * FROM meeting_leftovers") == []


async def test_everything_of_a_wearer_is_forgotten_and_nothing_of_others(
    diary, meetings, hold, tmp_path
):
    await secret(diary)
    await hold(diary, (1, "More."))
    bobs = meetings.of(Wearer("bob"))
    other = await hold(bobs, (1, "Bob's budget."))

    assert await diary.clear() == 2
    assert await diary.newest() == []
    assert on_disk(tmp_path) == []
    assert await bobs.newest() == [other]
    assert [hit.line.text for hit in await bobs.search(Search("budget"))] == ["Bob's budget."]


async def test_who_writes_into_a_meeting_that_was_deleted_is_told(diary, hold):
    meeting = await diary.begin("Weekly", NOW, ENGLISH)
    await diary.delete(meeting.id)
    with pytest.raises(NotFound):
        await diary.write(meeting.id, [Line(1, 0, 1, "Too late.")], seconds=1)
    assert (await diary.begin("Next", NOW, ENGLISH)).id > meeting.id  # no number comes twice


async def test_a_store_that_was_moved_away_can_come_back_to_its_sound(diary, store, tmp_path):
    meeting = await secret(diary)
    other = SQLite(tmp_path / "other.sqlite", FixedClock(NOW))
    new = SQLiteMeetings(other, tmp_path / "sound", keep_audio=True)
    await new.tidy(audio_until=NOW)
    assert await diary.audio(meeting)


async def test_a_kill_while_sound_is_forgotten_forgets_it_later(diary, meetings, monkeypatch):
    meeting = await secret(diary)
    monkeypatch.setattr(meetings.forgetting, "sweep", meetings.store.wearers)  # the hub is killed
    await diary.delete_audio(meeting)
    monkeypatch.undo()
    assert [*meetings.sound.folder.iterdir()]

    await meetings.tidy()
    assert not [*meetings.sound.folder.iterdir()]
    assert (await diary.transcript(meeting)).lines


async def test_sound_is_forgotten_when_it_is_old(diary, meetings):
    made = []
    for days in (0, 5, 9):
        meeting = await diary.begin(str(days), NOW - timedelta(days=days), ENGLISH)
        recorder = await diary.recorder(meeting.id)
        await recorder.hear(bytes(32_000), 0)
        await recorder.aclose()
        made.append(meeting.id)

    assert await meetings.tidy(audio_until=NOW - timedelta(days=5)) == 2
    assert [(await diary.one(each)).audio for each in made] == [True, False, False]
    assert [each.name for each in meetings.sound.folder.iterdir()] == [str(made[0])]
