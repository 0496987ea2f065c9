"""Meetings are forgotten after a yes, and only those that are over."""

import datetime as dt

from lorgnette.core.types import ENGLISH
from lorgnette.engines import MEETINGS
from lorgnette.skills.meetings import forgetting
from lorgnette.skills.meetings.meeting import Held
from lorgnette.skills.meetings.skill import skill
from lorgnette.store.meetings import SQLiteMeetings
from lorgnette.store.sqlite import SQLite
from lorgnette.testing.turns import NOW, FixedClock, turn_for


async def diary_with(turn, *titles, running=""):
    diary = turn[MEETINGS].of(turn.wearer)
    for number, title in enumerate(titles):
        meeting = await diary.begin(title, NOW + dt.timedelta(hours=number), ENGLISH)
        await diary.end(meeting.id)
    if running:
        await diary.begin(running, NOW + dt.timedelta(hours=9), ENGLISH)
    return diary


async def titles(diary):
    return [each.title for each in await diary.newest()]


async def test_the_last_meeting_is_deleted_after_a_yes():
    turn = turn_for(skill)
    diary = await diary_with(turn, "Budget", "Offsite")

    reply = await forgetting.delete_last(turn)

    assert reply.offer.text == "Delete the meeting “Offsite” for good, with its minutes?"
    assert await titles(diary) == ["Offsite", "Budget"]
    assert (await reply.offer.commit()).say == "The meeting is deleted."
    assert await titles(diary) == ["Budget"]


async def test_a_meeting_that_goes_on_is_not_the_last():
    turn = turn_for(skill)
    diary = await diary_with(turn, "Budget", running="Now")

    await (await forgetting.delete_last(turn)).offer.commit()

    assert await titles(diary) == ["Now"]
    held = Held(turn, "Now")
    assert (await forgetting.delete_last(turn_for(skill))).say == "There are no meetings."
    during = turn_for(skill, engines=turn.engines, activities=[held])
    assert (await forgetting.delete_last(during)).say == "A meeting is on. End it first."


async def test_all_meetings_are_deleted_after_a_yes_and_not_during_one():
    turn = turn_for(skill)
    diary = await diary_with(turn, "Budget", "Offsite")
    during = turn_for(skill, engines=turn.engines, activities=[Held(turn, "Now")])

    assert (await forgetting.delete_all(during)).say == "A meeting is on. End it first."
    reply = await forgetting.delete_all(turn)

    assert reply.offer.text == "Delete all 2 meetings for good, with their minutes?"
    assert (await reply.offer.commit()).say == "2 meetings are deleted."
    assert await titles(diary) == []
    assert (await forgetting.delete_all(turn)).say == "There are no meetings."


async def test_without_sound_there_is_no_sound_to_delete():
    turn = turn_for(skill)
    await diary_with(turn, "Offsite")

    assert (await forgetting.delete_sound(turn)).say == "There is no sound of “Offsite”."


async def test_the_sound_is_deleted_after_a_yes_and_what_was_said_stays(tmp_path):
    store = SQLite(tmp_path / "store.sqlite", FixedClock(NOW))
    turn = turn_for(skill, engines={MEETINGS: SQLiteMeetings(store, tmp_path, keep_audio=True)})
    diary = turn[MEETINGS].of(turn.wearer)
    meeting = await diary.begin("Offsite", NOW, ENGLISH)
    recorder = await diary.recorder(meeting.id)
    await recorder.hear(b"\1\0" * 16_000, 0)
    await recorder.aclose()
    await diary.end(meeting.id)

    reply = await forgetting.delete_sound(turn)

    assert reply.offer.text == "Delete the sound of “Offsite”? What was said stays."
    assert await diary.audio(meeting.id) is not None
    assert (await reply.offer.commit()).say == "The sound is deleted."
    assert await diary.audio(meeting.id) is None
    assert await titles(diary) == ["Offsite"]
