"""A meeting is held: what is said is kept, with minutes at its end."""

from datetime import timedelta

import anyio
import pytest

from lorgnette.core.captions import Relabelled
from lorgnette.core.cards import Captions, List
from lorgnette.core.errors import StoreFailed
from lorgnette.engines import MEETINGS
from lorgnette.skills.meetings import asking, holding, running
from lorgnette.skills.meetings.meeting import Held
from lorgnette.skills.meetings.skill import skill
from lorgnette.testing.lives import ScriptedLife
from lorgnette.testing.turns import NOW, turn_for


def turn(*going, engines=None, **more):
    return turn_for(skill, engines=engines, activities=going, **more)


def said():
    return (
        ScriptedLife()
        .hears("We need a venue.", at=2.0)
        .pauses(at=2.5)
        .event(Relabelled((1,), 1), at=2.6)
        .hears("I will book the hotel by Friday.", at=5.0)
        .pauses(at=5.5)
        .event(Relabelled((2,), 2), at=5.6)
    )


async def after(seconds, do):
    await anyio.sleep(seconds)
    await do()


async def held(life, meeting, until=12.0, **cues):
    """Hold a meeting; `cues` are deeds by `at_SECONDS`."""
    async with anyio.create_task_group() as tasks:
        for name, do in cues.items():
            tasks.start_soon(after, float(name.removeprefix("at_")), do)
        over = await life.lived(meeting, until=until)
        tasks.cancel_scope.cancel()
    return over


async def kept(of):
    """The only meeting there is, and its transcript."""
    diary = of[MEETINGS].of(of.wearer)
    [meeting] = await diary.newest()
    return meeting, await diary.transcript(meeting.id)


async def test_what_is_said_is_kept_with_its_times_and_its_speakers():
    own = turn()
    meeting = Held(own, "Offsite")

    async def stop():
        assert (await holding.stop(turn(meeting))).say.startswith("The meeting is over")

    over = await held(said(), meeting, until=60.0, at_8=stop)
    stored, transcript = await kept(own)

    assert over
    assert stored.over
    assert (stored.title, stored.began) == ("Offsite", NOW)
    assert [(line.speaker, line.text) for line in transcript.lines] == [
        (1, "We need a venue."),
        (2, "I will book the hotel by Friday."),
    ]
    assert [round(line.end, 1) for line in transcript.lines] == [2.5, 5.5]
    assert stored.seconds == pytest.approx(8.0, abs=0.1)


async def test_the_minutes_are_said_and_shown_until_they_were_read():
    own, life = turn(), said()
    meeting = Held(own, "Offsite")

    async def stop():
        await holding.stop(turn(meeting))

    await held(life, meeting, until=60.0, at_8=stop)
    [[_, told]] = life.told
    card = life.shown[-1][1]

    assert told == "8 seconds, 2 people. No decisions, one action item, no open questions."
    assert isinstance(card, List)
    assert "I will book the hotel by Friday." in " ".join(item.text for item in card.items)


async def test_a_wearer_who_just_leaves_has_minutes_too():
    own, life, meeting = turn(), said(), None
    meeting = Held(own, "")
    life.left = True
    await held(life, meeting, until=8.0)
    stored, _ = await kept(own)

    assert stored.over
    assert await own[MEETINGS].of(own.wearer).minutes(stored.id) is not None


async def test_glasses_that_are_gone_leave_the_meeting_running_and_it_is_taken_up():
    own = turn()
    await held(said(), Held(own, "Offsite"), until=8.0)
    stored, _ = await kept(own)
    assert not stored.over

    later = turn(engines=own.engines, now=NOW + timedelta(minutes=2))
    again = await holding.take_up(later)
    life = ScriptedLife().hears("Where were we?", at=1.0).pauses(at=1.5)
    await held(life, again, until=4.0)
    _, transcript = await kept(own)

    assert [line.text for line in transcript.lines][-1] == "Where were we?"
    assert [line.number for line in transcript.lines] == [1, 2, 3]
    assert life.told[0][1] == "The meeting goes on."


async def test_a_meeting_that_was_left_for_long_is_over():
    own = turn()
    await held(said(), Held(own, "Offsite"), until=8.0)
    later = turn(engines=own.engines, now=NOW + timedelta(hours=2))

    assert await holding.take_up(later) is None
    assert (await kept(own))[0].over


async def test_names_hold_for_what_was_said_and_what_will_be():
    own, life = (
        turn(),
        said().hears("No.", at=9.0).pauses(at=9.2).event(Relabelled((3,), 1), at=9.3),
    )
    meeting = Held(own, "")

    async def name():
        await running.name(turn(meeting), 1, "Anna")

    await held(life, meeting, until=11.0, at_7=name)
    _, transcript = await kept(own)
    shown = [card for _, card in life.shown if isinstance(card, Captions)][-1]

    assert [transcript.name_of(line) for line in transcript.lines] == ["Anna", "#2", "Anna"]
    assert [each.speaker for each in shown.spoken] == ["Anna", "Speaker 2", "Anna"]


async def test_moments_are_marked_and_notes_go_into_the_minutes():
    own, meeting = turn(), None
    meeting = Held(own, "")

    async def mark():
        assert (await running.mark(turn(meeting))).say == "Marked."

    async def note():
        assert (await running.note(turn(meeting), "ask Ben")).say == "It's in the minutes."

    await held(said(), meeting, until=8.0, at_3=mark, at_6=note)
    stored, _ = await kept(own)

    assert [(round(each.at), each.note) for each in stored.marks] == [(3, ""), (6, "ask Ben")]


async def test_while_a_meeting_goes_on_a_note_belongs_to_it():
    assert Held(turn(), "").traits.means == {"notes.take": "meetings.note"}


async def test_what_was_said_is_found_while_the_meeting_goes_on():
    own = turn()
    meeting, replies = Held(own, "Offsite"), []

    async def name():
        await running.name(turn(meeting, engines=own.engines), 2, "Ben")

    async def ask():
        asked = turn(meeting, engines=own.engines)
        replies.append(await asking.who_said(asked, "the hotel"))

    await held(said(), meeting, until=12.0, at_7=name, at_9=ask)

    assert replies[0].say == "Ben, in Offsite: I will book the hotel by Friday."


async def test_a_full_disk_is_told_once_and_nothing_is_lost_when_it_takes_again():
    class Full:
        """A diary whose disk is full for a while."""

        def __init__(self, diary):
            self.diary = diary
            self.full = True

        def __getattr__(self, name):
            return getattr(self.diary, name)

        async def write(self, *given, **more):
            if self.full:
                raise StoreFailed("the disk is full")
            await self.diary.write(*given, **more)

    own, life = turn(), said()
    meeting = Held(own, "")
    meeting.diary = Full(meeting.diary)

    async def free():
        meeting.diary.full = False

    await held(life, meeting, until=12.0, at_8=free)
    _, transcript = await kept(own)

    assert [text for _, text in life.told] == [
        "I can't write the meeting down: the disk may be full."
    ]
    assert len(transcript.lines) == 2


async def test_the_announcement_is_the_wearers():
    own = turn()
    await holding.announce(own, "Good morning, this is written down")
    kept_text = (await own.shelf(holding.Announcement).all())[0].item.text
    await holding.announce_nothing(own)

    assert kept_text == "Good morning, this is written down"
    assert [each.item.text for each in await own.shelf(holding.Announcement).all()] == [""]
