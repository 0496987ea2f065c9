"""What is kept of a meeting, for whom, and what changes in it."""

from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest

from lorgnette.core.errors import NotFound
from lorgnette.core.minutes import Point, Quote, minutes
from lorgnette.core.transcripts import Line
from lorgnette.core.types import CHINESE, ENGLISH, Wearer
from lorgnette.store.meetings import SQLiteMeetings
from lorgnette.store.sqlite import SQLite
from lorgnette.testing.turns import NOW, FixedClock


async def texts(diary, meeting):
    """What was said, with who said it."""
    transcript = await diary.transcript(meeting)
    return [(transcript.name_of(line), line.text) for line in transcript.lines]


async def test_a_meeting_that_begins_is_running_and_in_its_zone(diary):
    began = datetime(2026, 3, 4, 17, 30, tzinfo=timezone(timedelta(hours=8)))

    meeting = await diary.begin("预算 会议\n", began, CHINESE)

    assert (meeting.title, meeting.language, meeting.over) == ("预算 会议", CHINESE, False)
    assert meeting.began == began
    assert meeting.began.utcoffset() == timedelta(hours=8)
    assert await diary.running() == [meeting] == await diary.newest()
    over = await diary.end(meeting.id, seconds=60.5)
    assert (over.over, over.seconds) == (True, 60.5)
    assert await diary.running() == []


async def test_the_tail_gives_way_to_the_next_and_to_what_is_said(diary):
    meeting = await diary.begin("Weekly", NOW, ENGLISH)
    await diary.write(meeting.id, [], tail=[Line(1, 0, 1, "we de")], seconds=1)
    await diary.write(meeting.id, [], tail=[Line(1, 0, 2, "we decided")], seconds=2)
    assert await texts(diary, meeting.id) == [("", "we decided")]

    said = Line(1, 0, 2, "We decided.", 1)
    await diary.write(meeting.id, [said], tail=[Line(2, 2, 3, "and th")], seconds=3)
    assert await texts(diary, meeting.id) == [("#1", "We decided."), ("", "and th")]

    await diary.write(meeting.id, [], seconds=3)
    transcript = await diary.transcript(meeting.id)
    assert transcript.lines == (said,)
    assert (transcript.title, transcript.began, transcript.seconds) == ("Weekly", NOW, 3)


async def test_what_a_kill_left_unfinished_is_kept_and_the_meeting_goes_on(tmp_path):
    path = tmp_path / "store.sqlite"
    killed = SQLiteMeetings(SQLite(path, FixedClock())).of(Wearer("ann"))
    meeting = await killed.begin("Weekly", NOW, ENGLISH)
    await killed.write(
        meeting.id, [Line(1, 0, 2, "One.")], tail=[Line(2, 2, 3, "two and a")], seconds=3
    )

    diary = SQLiteMeetings(SQLite(path, FixedClock())).of(Wearer("ann"))
    [running] = await diary.running()
    again = await diary.go_on(running.id)
    assert (again.lines, again.seconds, again.over) == (2, 3, False)
    await diary.write(running.id, [Line(3, 9, 10, "Three.")], seconds=10)
    await diary.end(running.id)
    assert [text for _, text in await texts(diary, running.id)] == ["One.", "two and a", "Three."]


async def test_a_name_holds_for_the_past_and_the_future(diary, hold):
    meeting = await hold(diary, (1, "Hello."), (2, "Hi."), (1, "Right."))
    await diary.name_speaker(meeting.id, 1, "Anna")
    await diary.go_on(meeting.id)
    await diary.write(meeting.id, [Line(4, 20, 21, "More.", 1)], seconds=21)

    assert [who for who, _ in await texts(diary, meeting.id)] == ["Anna", "#2", "Anna", "Anna"]
    await diary.name_speaker(meeting.id, 1, "")
    assert [who for who, _ in await texts(diary, meeting.id)] == ["#1", "#2", "#1", "#1"]


async def test_who_has_the_same_name_is_the_same_until_told_otherwise(diary, hold):
    meeting = await hold(diary, (1, "Hello."), (2, "Hi."), (3, "Right."), speakers=["Anna"])
    await diary.name_speaker(meeting.id, 3, "anna")

    transcript = await diary.transcript(meeting.id)
    assert [line.speaker for line in transcript.lines] == [1, 2, 1]
    assert (await diary.one(meeting.id)).same == {3: 1}

    await diary.name_speaker(meeting.id, 3, "Anna B.")
    assert [who for who, _ in await texts(diary, meeting.id)] == ["Anna B.", "#2", "Anna B."]
    await diary.merge_speakers(meeting.id, 3, 3)
    assert [who for who, _ in await texts(diary, meeting.id)] == ["Anna B.", "#2", "#3"]


async def test_speakers_without_a_name_can_be_one_and_keep_the_name_of_either(diary, hold):
    meeting = await hold(diary, (1, "Hello."), (2, "Hi."), (3, "Right."))
    await diary.name_speaker(meeting.id, 3, "Ben")
    await diary.merge_speakers(meeting.id, 3, 2)
    await diary.merge_speakers(meeting.id, 2, 1)

    one = await diary.one(meeting.id)
    assert (one.speakers, one.same) == ({1: "Ben"}, {2: 1, 3: 1})
    await diary.merge_speakers(meeting.id, 1, 3)
    assert await diary.one(meeting.id) == one
    await diary.merge_speakers(meeting.id, 1, 1)
    assert (await diary.one(meeting.id)).same == {}


async def test_everybody_who_has_a_name_is_known(diary, meetings, hold):
    await hold(diary, (1, "Hello."), (2, "Hi."), speakers=["Ben", "Anna"])
    await hold(diary, (1, "Hello."), (2, "Hi."), (3, "Hm."), speakers=["Anna", "Carl", ""])
    await hold(meetings.of(Wearer("bob")), (1, "Hello."), speakers=["Zoe"])
    assert await diary.people() == ["Anna", "Ben", "Carl"]


async def test_what_the_wearer_corrects_stays_as_it_is(diary, hold):
    meeting = await hold(diary, (1, "The budged is fine."), (1, "Yes."))
    await diary.correct(meeting.id, 1, "The budget is fine.")
    await diary.attribute(meeting.id, 2, 4)
    await diary.go_on(meeting.id)
    await diary.write(
        meeting.id, [Line(1, 4, 7, "The budged.", 9), Line(2, 8, 9, "Yes.", 9)], seconds=9
    )

    assert await texts(diary, meeting.id) == [("#1", "The budget is fine."), ("#4", "Yes.")]
    for line in (0, -1, 3):
        with pytest.raises(NotFound):
            await diary.correct(meeting.id, line, "No.")


async def test_moments_are_marked_and_notes_are_taken(diary, hold):
    meeting = await hold(diary, (1, "Hello."))
    note = await diary.mark(meeting.id, 7.5, "ask about the hotel")
    mark = await diary.mark(meeting.id, 2.5)

    one = await diary.one(meeting.id)
    assert one.marks == (mark, note)
    assert [(each.at, each.note) for each in one.marks] == [(2.5, ""), (7.5, "ask about the hotel")]
    assert await diary.unmark(meeting.id, note.number) is True
    assert await diary.unmark(meeting.id, note.number) is False
    assert (await diary.one(meeting.id)).marks == (mark,)


async def test_minutes_are_kept_until_the_lines_say_something_else(diary, hold):
    meeting = await hold(diary, (1, "We decided to go to Lisbon."))
    made = minutes(await diary.transcript(meeting.id), meeting.began)
    assert made.decisions

    changes = (
        diary.correct(meeting.id, 1, "We decided to go to London."),
        diary.attribute(meeting.id, 1, 2),
        diary.name_speaker(meeting.id, 2, "Anna"),
        diary.merge_speakers(meeting.id, 2, 1),
        diary.go_on(meeting.id),
    )
    for change in changes:
        await diary.keep_minutes(meeting.id, made)
        assert await diary.minutes(meeting.id) == made
        await change
        assert await diary.minutes(meeting.id) is None


async def test_who_gets_a_name_has_it_in_reworded_minutes(diary, hold):
    meeting = await hold(diary, (1, "I'll go."), (2, "Me too."), (3, "Fine."))
    made = minutes(await diary.transcript(meeting.id), meeting.began)
    worded = (Point((Quote(1, "I'll go."),), "#1 and #2 go, #3 stays."),)
    await diary.keep_minutes(meeting.id, msgspec.structs.replace(made, summary=worded))

    await diary.name_speaker(meeting.id, 1, "Anna")
    await diary.name_speaker(meeting.id, 3, "Ben")
    await diary.merge_speakers(meeting.id, 3, 2)
    kept = await diary.minutes(meeting.id)
    assert kept.summary[0].text == "Anna and Ben go, Ben stays."
    assert kept.people == ("Anna", "Ben")


async def test_minutes_of_another_version_are_none(diary, hold, store):
    meeting = await hold(diary, (1, "Hello."))
    await store.run("UPDATE meetings SET minutes = ?", ['{"title": 3}'])
    assert await diary.minutes(meeting.id) is None


async def test_meetings_come_newest_first_in_pages(diary, hold):
    made = [(await hold(diary, title=str(each))).id for each in range(5)]

    assert [each.id for each in await diary.newest(limit=2)] == made[:2:-1]
    assert [each.title for each in await diary.newest(before=made[3])] == ["2", "1", "0"]
    await diary.retitle(made[4], "The last one")
    assert (await diary.newest(limit=1))[0].title == "The last one"


async def test_nobody_reaches_the_meetings_of_another(diary, meetings, hold):
    meeting = await hold(diary, (1, "It is a secret."))
    bobs = meetings.of(Wearer("bob"))

    assert await bobs.newest() == await bobs.running() == []
    for attempt in (
        bobs.one(meeting.id),
        bobs.transcript(meeting.id),
        bobs.minutes(meeting.id),
        bobs.write(meeting.id, [Line(1, 0, 1, "Mine.")], seconds=1),
        bobs.go_on(meeting.id),
        bobs.end(meeting.id),
        bobs.retitle(meeting.id, "Mine"),
        bobs.name_speaker(meeting.id, 1, "Bob"),
        bobs.merge_speakers(meeting.id, 1, 2),
        bobs.correct(meeting.id, 1, "Mine."),
        bobs.attribute(meeting.id, 1, 2),
        bobs.mark(meeting.id, 1.0),
        bobs.unmark(meeting.id, 1),
        bobs.recorder(meeting.id),
        bobs.audio(meeting.id),
        bobs.delete_audio(meeting.id),
        bobs.delete(meeting.id),
    ):
        with pytest.raises(NotFound):
            await attempt
    assert await bobs.clear() == 0
    assert await texts(diary, meeting.id) == [("#1", "It is a secret.")]
    assert await diary.one(meeting.id) == meeting


async def test_a_store_from_before_meetings_gets_them(tmp_path):
    import sqlite3

    from lorgnette.store.migrations import RECORDS

    path = tmp_path / "store.sqlite"
    with sqlite3.connect(path) as old:
        old.executescript(f"{RECORDS} PRAGMA user_version = 1")
    old.close()

    diary = SQLiteMeetings(SQLite(path, FixedClock())).of(Wearer("ann"))
    assert (await diary.begin("First", datetime.now(UTC), ENGLISH)).id == 1
