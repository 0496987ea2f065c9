"""Minutes are made once, made anew when the lines change, and rewritten only by what is cited."""

import pytest

from lorgnette.core.errors import EngineFailed
from lorgnette.core.transcripts import Line
from lorgnette.core.types import ENGLISH, Wearer
from lorgnette.engines import Words
from lorgnette.skills.minuted import minutes_of, rewrite
from lorgnette.store.meetings import SQLiteMeetings
from lorgnette.testing.thinkers import ScriptedThinker
from lorgnette.testing.turns import NOW, store_in_memory

GOOD = "decided: The printer is bought in June. [1]\ndecided: All get a raise. [1]"


@pytest.fixture
def diary():
    return SQLiteMeetings(store_in_memory()).of(Wearer("ann"))


async def held(diary, *, over=True):
    meeting = await diary.begin("Weekly", NOW, ENGLISH)
    lines = [
        Line(1, 0, 3, "We decided to buy the printer in June.", 1),
        Line(2, 4, 6, "I'll call the supplier.", 2),
    ]
    await diary.write(meeting.id, lines, seconds=6)
    if over:
        await diary.end(meeting.id)
    return meeting.id


async def test_the_minutes_of_a_meeting_that_is_over_are_kept(diary):
    meeting = await held(diary)
    made = await minutes_of(diary, meeting)
    assert made.decisions
    assert await diary.minutes(meeting) == made == await minutes_of(diary, meeting)


async def test_those_of_a_meeting_that_runs_are_made_each_time(diary):
    meeting = await held(diary, over=False)
    assert (await minutes_of(diary, meeting)).decisions
    assert await diary.minutes(meeting) is None


async def test_who_gets_a_name_has_it_in_the_minutes(diary):
    meeting = await held(diary)
    assert (await minutes_of(diary, meeting)).actions[0].owner == "#2"
    await diary.name_speaker(meeting, 2, "Ben")
    again = await minutes_of(diary, meeting)
    assert (again.actions[0].owner, again.people) == ("Ben", ("#1", "Ben"))


async def test_a_thinker_rewrites_what_it_can_cite(diary):
    meeting, thinker = await held(diary), ScriptedThinker((Words(GOOD[:30]), Words(GOOD[30:])))
    after = await rewrite(diary, meeting, thinker, language=ENGLISH, patience=5)

    assert [each.text for each in after.decisions] == ["The printer is bought in June."]
    assert await diary.minutes(meeting) == after == await minutes_of(diary, meeting)
    [(messages, tools)] = thinker.asked
    assert [each.role for each in messages] == ["system", "user"]
    assert tools == ()


@pytest.mark.parametrize(
    "answer",
    [
        (EngineFailed("gone"),),
        (Words(GOOD), EngineFailed("gone")),
        (60.0, Words(GOOD)),
        (Words("I am sorry, I cannot do that."),),
        (Words("decided: All get a raise. [1]"),),
        (Words("x" * 1000),) * 100,
    ],
)
async def test_when_the_thinker_fails_the_minutes_stay(diary, answer):
    meeting = await held(diary)
    before = await minutes_of(diary, meeting)
    thinker = ScriptedThinker(answer)

    assert await rewrite(diary, meeting, thinker, language=ENGLISH, patience=5) == before
    assert await diary.minutes(meeting) == before
