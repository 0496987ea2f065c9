"""Setting, ringing, stopping, putting off."""

from datetime import timedelta

import msgspec
import pytest

from lorgnette.core import cards
from lorgnette.core.alarms import Alarm
from lorgnette.core.errors import NotUnderstood
from lorgnette.core.slots import Moment
from lorgnette.skills.timers.asking import list_alarms, time_left
from lorgnette.skills.timers.repeating import repeat_alarm, repeat_reminder
from lorgnette.skills.timers.setting import remind, set_alarm, set_timer
from lorgnette.skills.timers.skill import skill
from lorgnette.skills.timers.stopping import (
    cancel_alarms,
    cancel_reminders,
    cancel_timers,
    extend_timer,
    snooze,
    stop_alarm,
    stop_timer,
)
from lorgnette.skills.timers.waiting import MOST
from lorgnette.testing.turns import NOW, turn_for, words_of

MINUTE = timedelta(minutes=1)


def at(hours):
    return Moment(NOW + timedelta(hours=hours))


async def ring(turn, *, ago=timedelta(0)):
    """Let everything that waits ring, as the agenda does."""
    for each in await turn.shelf(Alarm).all():
        rung = msgspec.structs.replace(each.item, rung=turn.now - ago)
        await turn.shelf(Alarm).replace(each.id, rung)


async def dues(turn):
    """When what waits will ring, counted from now."""
    return [each.due - NOW for each in await turn.shelf(Alarm).all() if each.due]


async def test_a_timer_is_stored_and_runs_on_the_lens():
    turn = turn_for(skill)

    reply = await set_timer(turn, 3 * MINUTE, "eggs")

    [stored] = await turn.shelf(Alarm).all()
    assert stored.due == NOW + 3 * MINUTE
    assert (stored.item.say, stored.item.rings) == ("Time is up: eggs.", "Time is up")
    assert reply.card == cards.Progress(
        title="Timer, 3 minutes", label="eggs", seconds_left=180, seconds_whole=180
    )


async def test_a_timer_needs_time():
    with pytest.raises(NotUnderstood):
        await set_timer(turn_for(skill), timedelta(0))


async def test_too_many_are_refused():
    turn = turn_for(skill)
    for _ in range(MOST):
        await set_timer(turn, MINUTE)

    replies = [
        await set_timer(turn, MINUTE),
        await set_alarm(turn, at(1)),
        await remind(turn, "tea", at(1)),
    ]

    assert {reply.say for reply in replies} == {"That's too many. Please cancel some first."}
    assert len(await dues(turn)) == MOST


async def test_several_timers_are_told_apart():
    turn = turn_for(skill)
    await set_timer(turn, 10 * MINUTE, "pasta")
    await set_timer(turn, 3 * MINUTE)

    every = await time_left(turn)
    pasta = await time_left(turn, "Pasta")

    assert every.say == "2 timers. The next one has 3 minutes left."
    assert [(line.text, line.right) for line in every.card.items] == [
        ("Timer, 3 minutes", "3 minutes"),
        ("pasta", "10 minutes"),
    ]
    assert pasta.say == "10 minutes left."


async def test_what_is_set_is_listed_with_its_time():
    turn = turn_for(skill)
    await remind(turn, "call Anna", at(24))
    await set_alarm(turn, at(1.5))

    reply = await list_alarms(turn)

    assert reply.say == "Alarm, today at 11 AM; call Anna, tomorrow at 9:30 AM."
    assert (await list_alarms(turn, "anna")).say == "call Anna, tomorrow at 9:30 AM."
    assert (await list_alarms(turn, "Paul")).say == "Nothing is set."


async def test_one_is_cancelled_at_once_and_several_only_after_a_yes():
    turn = turn_for(skill)
    await set_timer(turn, MINUTE, "tea")
    await set_timer(turn, 2 * MINUTE, "rice")
    await set_timer(turn, 5 * MINUTE)

    assert (await cancel_timers(turn, "rice")).say == "Cancelled."
    offered = await cancel_timers(turn)
    assert words_of(offered) == "Cancel all 2?"
    assert offered.body == "tea\nTimer, 5 minutes"
    assert len(await dues(turn)) == 2

    done = await offered.offer.commit()

    assert done.say == "2 cancelled."
    assert await dues(turn) == []


async def test_a_timer_is_cancelled_by_its_length_and_an_alarm_by_its_time():
    turn = turn_for(skill)
    for minutes in (1, 5):
        await set_timer(turn, minutes * MINUTE)
    for hours in (1, 2):
        await set_alarm(turn, at(hours))

    await cancel_timers(turn, duration=5 * MINUTE)
    await cancel_alarms(turn, moment=at(2))

    assert await dues(turn) == [MINUTE, timedelta(hours=1)]

    await set_alarm(turn, at(24))
    await cancel_alarms(turn, NOW.date())

    assert await dues(turn) == [MINUTE, timedelta(hours=24)]


async def test_a_reminder_is_cancelled_by_what_it_is_about():
    turn = turn_for(skill)
    await remind(turn, "go to the dentist", at(1))
    await remind(turn, "call Anna", at(2))

    await cancel_reminders(turn, "the dentist")

    assert await dues(turn) == [timedelta(hours=2)]


async def test_stop_means_what_rings_before_what_waits():
    turn = turn_for(skill)
    await set_alarm(turn, at(0.01))
    await set_timer(turn, MINUTE)
    await ring(turn)
    await set_alarm(turn, at(24))
    await set_timer(turn, 9 * MINUTE)

    assert (await stop_alarm(turn)).say == "All right."
    assert (await stop_timer(turn)).say == "All right."
    assert await dues(turn) == [timedelta(hours=24), 9 * MINUTE]

    assert (await stop_alarm(turn)).say == "Cancelled."
    assert await dues(turn) == [9 * MINUTE]


async def test_what_rang_last_can_be_put_off():
    turn = turn_for(skill)
    await remind(turn, "stand up", at(1))
    await ring(turn)

    reply = await snooze(turn, 5 * MINUTE)

    assert reply.say == "All right, again in 5 minutes."
    [stored] = await turn.shelf(Alarm).all()
    assert stored.item.rung is None
    assert stored.due == NOW + 5 * MINUTE
    assert (await snooze(turn)).say == "Nothing has rung lately."


async def test_an_alarm_put_off_says_the_time_it_is_then():
    turn = turn_for(skill)
    await set_alarm(turn, at(0.01), "gym")
    await ring(turn)

    await snooze(turn, 9 * MINUTE)

    [stored] = await turn.shelf(Alarm).all()
    assert stored.item.say == "It's 9:39 AM: gym."


async def test_what_rang_long_ago_is_forgotten():
    turn = turn_for(skill)
    await set_timer(turn, MINUTE)
    await ring(turn, ago=timedelta(hours=2))

    assert (await snooze(turn)).say == "Nothing has rung lately."
    await set_timer(turn, MINUTE)

    assert len(await turn.shelf(Alarm).all()) == 1


async def test_a_running_timer_gets_more_time():
    turn = turn_for(skill)
    await set_timer(turn, 3 * MINUTE)

    reply = await extend_timer(turn, 2 * MINUTE)

    assert reply.say == "5 minutes left."
    assert reply.card.seconds_whole == 300
    assert await dues(turn) == [5 * MINUTE]


async def test_more_time_while_something_rings_puts_it_off():
    turn = turn_for(skill)
    await set_timer(turn, MINUTE)
    await ring(turn)
    await set_timer(turn, 9 * MINUTE)

    assert (await extend_timer(turn, 2 * MINUTE)).say == "All right, again in 2 minutes."
    assert sorted(await dues(turn)) == [2 * MINUTE, 9 * MINUTE]


async def test_a_timer_that_rings_is_put_away_by_its_name():
    turn = turn_for(skill)
    await set_timer(turn, MINUTE, "eggs")
    await ring(turn)

    assert (await cancel_timers(turn, "rice")).say == "No such timer is running."
    assert (await cancel_timers(turn, "eggs")).say == "All right."


async def test_nothing_pretends_to_repeat():
    turn = turn_for(skill)

    alarm = await repeat_alarm(turn, at(24))
    reminder = await repeat_reminder(turn, "take the pills", at(24))
    assert await dues(turn) == []

    await alarm.offer.commit()
    await reminder.offer.commit()

    assert await dues(turn) == [timedelta(hours=24)] * 2


async def test_every_morning_at_six_is_not_six_in_the_evening():
    turn = turn_for(skill)
    evening = Moment(NOW.replace(hour=18, minute=0))

    reply = await repeat_alarm(turn, evening, "morning")

    assert reply.offer.text == "Set one just for tomorrow at 6 AM?"
