"""Timers, alarms and reminders ring: on the right glasses, for the right wearer, in time."""

from contextlib import asynccontextmanager
from datetime import timedelta

import anyio
import pytest
import trio
from hypothesis import given, settings
from hypothesis import strategies as st

from jumping import jumping
from lorgnette.app.agenda import LONGEST_SLEEP
from lorgnette.app.clocks import SteppedClock
from lorgnette.app.config import Config
from lorgnette.app.hub import Hub
from lorgnette.core.alarms import Alarm
from lorgnette.core.errors import StoreFailed
from lorgnette.core.types import ENGLISH, Wearer
from lorgnette.devices.caller import Caller
from lorgnette.engines import RECORDS
from lorgnette.link.limits import LIMITS
from lorgnette.skills.catalogue import Catalogue
from lorgnette.store.sqlite import SQLite
from lorgnette.testing.bad_network import BadConnection, BadNetwork
from lorgnette.testing.stage import START, Stage, act, stage_engines

OWNER, ANN, BOB = Wearer("owner"), Wearer("ann"), Wearer("bob")


def alarm(say, **more):
    return Alarm("timer", ENGLISH, "Timer", say, **more)


@asynccontextmanager
async def hub_with(records, stage=None, *, by_name=False):
    """A hub with perfect engines; with `by_name`, whose glasses they are stands in their token."""
    engines = stage_engines(stage or Stage(), {RECORDS: records})
    async with Hub(Config(), Catalogue([]), engines, clock=records.clock) as hub:
        if by_name:
            hub.caller_of = lambda hello, _peer: Caller(Wearer(hello.token), None, owner=False)
        yield hub


@pytest.fixture
def records():
    return SQLite(":memory:", SteppedClock(START))


async def keep(records, wearer, say, seconds, **more):
    due = START + timedelta(seconds=seconds)
    return await records.shelf(wearer, Alarm).add(alarm(say, **more), due=due)


def rings(stage):
    """When something rang, to the second."""
    return [round(float(line.split()[0])) for line in stage.script if "earcon alarm" in line]


async def test_a_timer_rings_is_shown_and_said(records):
    stage = Stage()
    async with hub_with(records) as hub:
        await keep(records, OWNER, "your tea is ready", 10, label="tea")
        await act(hub, stage, until=13)
        [kept] = await records.shelf(OWNER, Alarm).all()

    assert stage.script[:2] == ["10.0 earcon alarm", "10.0 show Timer | tea"]
    assert stage.ear == "your tea is ready"
    assert kept.item.rung >= START + timedelta(seconds=10)
    assert kept.due is None


async def test_its_card_says_that_time_is_up(records):
    stage = Stage()
    async with hub_with(records) as hub:
        await keep(records, OWNER, "time is up", 10, rings="Time is up", label="tea")
        await act(hub, stage, until=13)

    assert stage.script[1] == "10.0 show Time is up | Timer | tea"


async def test_what_is_set_while_the_agenda_sleeps_rings_in_time(records):
    stage = Stage()
    async with hub_with(records) as hub:
        await keep(records, OWNER, "late", 1_000)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(lambda: act(hub, stage, until=8))
            await anyio.sleep(3)
            await keep(records, OWNER, "soon", 5)

    assert rings(stage) == [5]


async def test_it_rings_on_the_newest_glasses_only(records):
    old, new = Stage(), Stage()
    async with hub_with(records) as hub:
        await keep(records, OWNER, "ding", 5)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(lambda: act(hub, old, until=9))
            await anyio.sleep(1)
            await act(hub, new, until=8)

    assert (old.ear, new.ear) == ("", "ding")


async def test_nothing_rings_for_another_wearer(records):
    ann, bob = Stage(token="ann"), Stage(token="bob")
    async with hub_with(records, by_name=True) as hub:
        await keep(records, ANN, "for ann", 2)
        await keep(records, BOB, "for bob", 4)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(lambda: act(hub, ann, until=7))
            tasks.start_soon(lambda: act(hub, bob, until=7))

    assert (ann.ear, bob.ear) == ("for ann", "for bob")


async def test_an_absent_wearer_makes_nobody_late(records):
    stage = Stage(token="ann")
    async with hub_with(records, by_name=True) as hub:
        await keep(records, BOB, "for bob, who is away", -100)
        await keep(records, ANN, "for ann", 7)
        await act(hub, stage, until=12)

    assert rings(stage) == [7]
    assert stage.ear == "for ann"


async def test_what_was_missed_is_told_on_return(records):
    stage = Stage()
    async with hub_with(records) as hub:
        await keep(records, OWNER, "call mother", 5)
        await keep(records, OWNER, "just now", 59)
        await anyio.sleep(60)
        await act(hub, stage, until=8)

    assert stage.ear == "While you were away: call motherjust now"


@pytest.mark.slow
async def test_however_much_was_missed_nothing_is_dropped(records):
    stage = Stage()
    async with hub_with(records) as hub:
        for number in range(10):
            await keep(records, OWNER, f"{number:02},", -100 - number)
        await act(hub, stage, until=35)

    told = stage.ear.replace("While you were away: ", "").rstrip(",").split(",")
    assert sorted(told) == [f"{number:02}" for number in range(10)]


class Lasting(SQLite):
    """A store in memory that outlives its hub: while a disk is waited for, the clock would jump."""

    async def aclose(self):
        """Not yet."""


async def test_a_restart_loses_nothing():
    store = Lasting(":memory:", SteppedClock(START))
    async with hub_with(store):
        await keep(store, OWNER, "after the restart", 5)
        await keep(store, OWNER, "while it was down", 1)
    await anyio.sleep(2)

    stage = Stage()
    async with hub_with(store) as hub:
        await act(hub, stage, until=8)
    store.connection.close()

    assert "while it was down" in stage.ear
    assert stage.ear.endswith("after the restart")


async def test_a_timer_waits_until_nobody_speaks(records):
    stage = Stage().says("blah blah", at=1.0, until=4.0)
    async with hub_with(records, stage) as hub:
        await keep(records, OWNER, "ding", 2)
        await act(hub, stage, until=9)

    assert rings(stage)[0] > 4
    assert stage.ear.endswith("ding")


@pytest.mark.parametrize("jump", [-20, -2, 2, 20])
async def test_the_wall_clock_may_jump(records, jump):
    stage = Stage()
    async with hub_with(records) as hub:
        await keep(records, OWNER, "ding", max(jump, 0) + 10)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(lambda: act(hub, stage, until=abs(jump) + 27))
            await anyio.sleep(2)
            records.clock.start += timedelta(seconds=jump)

    expected = 10 if jump > 0 else 10 - jump
    assert len(rings(stage)) == 1
    assert expected <= rings(stage)[0] <= expected + LONGEST_SLEEP


async def test_what_rang_while_the_network_was_dead_is_told_on_return(records):
    """The hub still believes in the connection; the sound goes nowhere, and nobody comes back."""
    dead_at = anyio.current_time() + 3

    class Dead(BadConnection):
        async def _pass(self):
            if anyio.current_time() > dead_at:
                await anyio.sleep_forever()
            return False

    lost, later = Stage(), Stage()
    async with hub_with(records) as hub:
        await keep(records, OWNER, "take your pills", 5)
        with anyio.move_on_after(8):
            await act(hub, lost, until=60, through=lambda link: Dead(link, BadNetwork()))
        await anyio.sleep(LIMITS.session_seconds + 1)
        await act(hub, later, until=8)

    assert later.ear == "While you were away: take your pills"


class Failing(SQLite):
    """A store that sometimes does not work."""

    broken = False

    async def work(self, task):
        if self.broken:
            raise StoreFailed("the disk is on holiday")
        return await super().work(task)


async def test_a_store_that_fails_for_a_while_is_asked_again(caplog):
    records = Failing(":memory:", SteppedClock(START))
    stage = Stage()
    async with hub_with(records) as hub:
        await keep(records, OWNER, "ding", 5)
        records.broken = True
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(lambda: act(hub, stage, until=25))
            await anyio.sleep(14)
            records.broken = False

    assert len(rings(stage)) == 1
    assert [record.message for record in caplog.records if "timers" in record.message] == [
        "timers and reminders cannot be read: StoreFailed: the disk is on holiday"
    ]


class Slow(SQLite):
    """A store on which everything takes a moment, so that changes come in between."""

    async def work(self, task):
        result = await super().work(task)
        await anyio.sleep(0.05)
        return result


@pytest.mark.slow
def test_no_change_is_overlooked_whenever_it_comes():
    @settings(max_examples=6)
    @given(st.lists(st.tuples(st.integers(0, 150), st.integers(20, 50)), min_size=1, max_size=4))
    def check(changes):
        async def main():
            records = Slow(":memory:", SteppedClock(START))
            stage = Stage()
            async with hub_with(records) as hub, anyio.create_task_group() as tasks:

                async def change(at, due):
                    await anyio.sleep(at / 100)
                    await keep(records, OWNER, "d", due / 10)

                for each in changes:
                    tasks.start_soon(change, *each)
                await act(hub, stage, until=8)
            return rings(stage)

        clock = jumping()
        heard = trio.run(main, clock=clock)
        assert len(heard) == len(changes)

    check()
