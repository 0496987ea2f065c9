"""What is remembered outlives the hub, for as long as the wearer wants, and delays nobody."""

from datetime import timedelta

import anyio
import pytest
from house import ANN, OWNER, Shelf, house
from test_session import skills

from lorgnette.app.desk.account import Draft
from lorgnette.app.desk.keeper import DAY, RETRY
from lorgnette.app.desk.kept import Settings
from lorgnette.core import events as on
from lorgnette.core.errors import StoreFailed
from lorgnette.core.readings import Unknown
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.senses.endpoint import Pace
from lorgnette.skills import device
from lorgnette.store.sqlite import SQLite
from lorgnette.testing.stage import START, Stage
from lorgnette.testing.turns import FixedClock
from lorgnette.web.api.me import Changes


@pytest.fixture
def kept():
    """A store that outlives its hubs."""
    store = Shelf()
    yield store
    store.connection.close()


class Disk(SQLite):
    """A store on a disk that may be full, and that counts how often it was written to."""

    def __init__(self, clock):
        super().__init__(":memory:", clock)
        self.full, self.damaged, self.tries = False, False, 0

    async def run(self, statement, values=()):
        if self.damaged:
            raise StoreFailed("the disk is damaged")
        if statement.startswith(("INSERT", "UPDATE")):
            self.tries += 1
            if self.full:
                raise StoreFailed("the disk is full")
        return await super().run(statement, values)


@pytest.mark.parametrize("days", [30, None, 1])
async def test_the_conversation_goes_on_after_a_restart(kept, days):
    async with house(skills(), store=kept) as home:
        await home.desk.me.choose(OWNER, Changes(keep_days=days))
        await home.hears("say one", "greet me")
        before = home.hub.histories[OWNER]
        home.hub.learned(OWNER, Pace(1.5))
    async with house(skills(), device.skill, store=kept) as home:
        assert home.hub.histories[OWNER] == before
        assert [each.asked for each in before] == ["say one", "greet me"]
        assert home.hub.paces[OWNER] == Pace(1.5)
        stage = await home.hears("say that again")

    assert stage.ear == "hello"


async def test_turns_are_kept_for_as_many_days_as_the_wearer_wants(kept):
    day = timedelta(days=1)
    async with house(skills(), store=kept) as home:
        await home.desk.me.choose(OWNER, Changes(keep_days=2))
        await home.hears("say old")
    async with house(skills(), store=kept, start=START + day) as home:
        await home.hears("say new")
        assert len(await home.turns()) == 2
    async with house(skills(), store=kept, start=START + 2.5 * day) as home:
        [turn] = await home.turns()
        assert turn.heard == "say new"
        assert [each.asked for each in home.hub.histories[OWNER]] == ["say new"]


@pytest.mark.slow
async def test_what_has_become_too_old_goes_every_day():
    async with house(skills()) as home:
        await home.hears("say old")
        home.hub.clock.start += timedelta(days=31)
        assert len(await home.turns()) == 1
        await anyio.sleep(DAY)
        assert await home.turns() == []


async def test_who_wants_nothing_kept_has_nothing(kept):
    async with house(skills(), store=kept) as home:
        await home.hears("say before")
        await home.turns()
        await home.desk.me.choose(OWNER, Changes(keep_days=0))
        await home.hears("say after")

        assert await home.turns() == []
        assert home.hub.histories[OWNER][-1].asked == "say after"  # for the session, not the disk
    async with house(skills(), store=kept) as home:
        assert await home.turns() == []
        assert home.hub.histories.get(OWNER, ()) == ()
        assert home.hub.keeper.of(OWNER).keep_days == 0


async def test_nothing_is_lost_when_many_turns_come_at_once():
    stage = Stage()
    texts = [f"say {number}" for number in range(50)]
    for number, text in enumerate(texts):
        stage.types(text, at=0.01 * number)
    async with house(skills(), stage=stage) as home:
        await home.plays(stage)
        turns = await home.turns()

    assert [turn.heard for turn in reversed(turns)] == texts


async def test_a_full_disk_disturbs_no_talk_and_nothing_is_lost(caplog):
    disk = Disk(FixedClock(START))
    async with house(skills(), store=disk) as home:
        disk.full = True
        stage = await home.hears("say one", "say two")
        assert stage.ear == "onetwo"
        with pytest.raises(StoreFailed):
            await home.turns()
        disk.full = False
        await anyio.sleep(RETRY)

        assert [turn.heard for turn in await home.turns()] == ["say two", "say one"]
    assert caplog.text.count("turns cannot be kept") == 1
    assert "one" not in caplog.text


async def test_words_are_never_logged(caplog):
    caplog.set_level("DEBUG")
    async with house(skills()) as home:
        await home.hears("say extraordinary", "break", "hang")
        await home.turns()

    assert "extraordinary" not in caplog.text


async def test_a_language_chosen_by_voice_is_spoken_next_time(kept):
    async with house(device.skill, store=kept) as home:
        await home.hears("speak Chinese")
        assert home.hub.keeper.of(OWNER).language == CHINESE
    stage = Stage(language=Language("und")).types("再说一遍", at=0.0)
    async with house(device.skill, stage=stage, store=kept) as home:
        await home.plays(stage)
        [session] = home.hub.sessions.values()

        assert session.state.language == CHINESE
        assert home.hub.language_of(ANN) == ENGLISH


async def test_glasses_that_insist_on_a_language_get_it():
    async with house(skills()) as home:
        await home.desk.me.choose(OWNER, Changes(language="zh"))
        await home.hears("say one")
        [session] = home.hub.sessions.values()

    assert session.state.language == ENGLISH


async def test_a_choice_on_the_page_wins_over_one_that_waits_to_be_written():
    async with house(skills()) as home:
        home.hub.keeper.speaks(OWNER, CHINESE)
        await home.desk.me.choose(OWNER, Changes(language="en"))
        await anyio.sleep(1)

        assert home.hub.keeper.of(OWNER) == Settings(30, ENGLISH)
        assert home.desk.me.choices(OWNER).language == "en"


async def test_only_a_pace_that_changed_is_written():
    disk = Disk(FixedClock(START))
    async with house(skills(), store=disk) as home:
        await anyio.sleep(1)
        before = disk.tries
        for _ in range(10):
            home.hub.learned(OWNER, Pace(1.2))
            await anyio.sleep(1)

    assert disk.tries == before + 1


async def test_settings_are_each_wearers_own():
    async with house(skills()) as home:
        await home.desk.me.choose(ANN, Changes(keep_days=3, language="zh"))

        assert home.desk.me.choices(OWNER).keep_days == 30
        assert home.desk.me.choices(ANN).keep_days == 3
        await home.desk.me.choose(ANN, Changes(keep_days=None))
        assert home.desk.me.choices(ANN).keep_days is None
        assert home.desk.me.choices(ANN).language == "zh"


async def test_what_cannot_be_read_at_first_is_not_overwritten_and_kept_as_chosen(kept):
    async with house(skills(), store=kept) as home:
        await home.desk.me.choose(OWNER, Changes(keep_days=0))
    disk = Disk(FixedClock(START))
    disk.connection.close()
    disk.connection, disk.damaged = kept.connection, True
    disk.aclose = kept.aclose
    async with house(skills(), device.skill, store=disk) as home:
        await home.hears("say secret", "speak Chinese")
        disk.damaged = False
        await anyio.sleep(2 * RETRY)

        assert home.hub.keeper.of(OWNER) == Settings(0, CHINESE)
        assert await home.turns() == []
    async with house(skills(), store=kept) as home:
        assert home.hub.keeper.of(OWNER) == Settings(0, CHINESE)


async def test_a_turn_that_cannot_be_written_stops_nobody(caplog):
    async with house(skills()) as home:
        draft = Draft(START, 1, on.Heard("a\ud800b", Unknown(), ENGLISH), "ar")
        home.hub.keeper.turn(OWNER, draft)
        await home.hears("say well")

        assert [turn.heard for turn in await home.turns()] == ["say well"]
    assert "a turn cannot be kept" in caplog.text
