"""Whatever skills keep is shown and forgotten, without knowing what it is."""

import anyio
import msgspec
import pytest
from house import ANN, OWNER, house
from test_session import skills

from lorgnette.core.errors import NotFound, StoreFailed
from lorgnette.engines import RECORDS
from lorgnette.skills import Reply, Skill, Turn, notes, timers
from lorgnette.testing.stage import Stage
from lorgnette.web.api.things import Which

ALL = Which()


class Parking(msgspec.Struct, frozen=True, tag="parking"):
    """What only a stranger's skill knows."""

    level: int
    near: tuple[str, ...]


def parking():
    """A stranger's skill."""
    skill = Skill("parking")

    @skill.action("park here")
    async def park(turn: Turn) -> Reply:
        """Remember where the car is."""
        await turn.shelf(Parking).add(Parking(3, ("lift", "exit")))
        return Reply(say="ok")

    return skill


async def test_things_of_every_kind_are_shown_the_newest_first():
    async with house(notes.skill, timers.skill, parking()) as home:
        await home.hears("take a note buy milk", "set a timer for ten minutes", "park here")
        parked, timer, note = await home.desk.things.list(OWNER, ALL)

    assert (parked.kind, parked.item["level"], parked.due) == ("parking", 3, None)
    assert parked.item["near"] == ["lift", "exit"]
    assert (timer.kind, timer.item["kind"], timer.item["seconds"]) == ("alarm", "timer", 600.0)
    assert (timer.due - timer.created).total_seconds() == pytest.approx(600, abs=1)
    assert (note.kind, note.item["text"]) == ("note", "buy milk")


async def test_what_the_hub_keeps_for_itself_is_no_thing():
    async with house(skills()) as home:
        await home.pairs(ANN, "glasses")
        await home.hears("greet me")
        [turn] = await home.turns()

        assert await home.desk.things.list(OWNER, ALL) == []
        with pytest.raises(NotFound):
            await home.desk.things.delete(OWNER, turn.id)
        assert len(await home.turns()) == 1


async def test_a_timer_that_is_deleted_does_not_ring():
    async with house(timers.skill) as home:
        stage = Stage().types("set a timer for ten seconds", at=0.0)

        async def delete():
            [timer] = await home.desk.things.list(OWNER, ALL)
            await home.desk.things.delete(OWNER, timer.id)

        stage.cue(5.0, lambda _glasses: home.hub.tasks.start_soon(delete))
        await home.plays(stage, until=20.0)

    assert not [line for line in stage.script if "alarm" in line]


@pytest.mark.parametrize("shown", ["set a timer for ten minutes", "read my notes"])
async def test_only_its_own_countdown_leaves_the_lens_with_a_timer(shown):
    async with house(timers.skill, notes.skill) as home:
        await home.desk.things.note(OWNER, "milk")
        stage, cards = Stage().types("set a timer for ten minutes", at=0.0), []
        if shown == "read my notes":
            stage.types(shown, at=3.0)

        async def delete():
            timer = (await home.desk.things.list(OWNER, ALL))[0]
            [session] = home.hub.sessions.values()
            cards.append(session.lens.card)
            await home.desk.things.delete(OWNER, timer.id)
            cards.append(session.lens.card)

        stage.cue(8.0, lambda _glasses: home.hub.tasks.start_soon(delete))
        await home.plays(stage, until=10.0)

    before, after = cards
    assert before is not None
    assert after is (None if shown.startswith("set") else before)


async def test_a_note_of_the_page_is_a_note_like_any_other():
    async with house(notes.skill) as home:
        note = await home.desk.things.note(OWNER, "buy 牛奶")
        stage = await home.hears("read my notes")

        assert await home.desk.things.list(OWNER, ALL) == [note]
    assert "buy 牛奶" in stage.ear


async def test_things_come_in_pages():
    async with house(notes.skill) as home:
        for number in range(5):
            await home.desk.things.note(OWNER, str(number))
        first = await home.desk.things.list(OWNER, Which(limit=2))
        rest = await home.desk.things.list(OWNER, Which(before=first[-1].id))

    assert [each.item["text"] for each in (*first, *rest)] == ["4", "3", "2", "1", "0"]


async def test_two_wearers_have_their_own_things():
    async with house(notes.skill) as home:
        hers = await home.desk.things.note(ANN, "hers")

        assert await home.desk.things.list(OWNER, ALL) == []
        with pytest.raises(NotFound):
            await home.desk.things.delete(OWNER, hers.id)
        assert await home.desk.things.list(ANN, ALL) == [hers]
        await home.desk.things.delete(ANN, hers.id)
        assert await home.desk.things.list(ANN, ALL) == []


async def test_without_a_store_the_page_is_told():
    async with house(notes.skill) as home:
        store = home.hub.engines.found.pop(RECORDS)
        for ask in (home.desk.things.list(OWNER, ALL), home.desk.turns.list(OWNER, ALL)):
            with pytest.raises(StoreFailed):
                await ask
        home.hub.engines.found[RECORDS] = store
        await anyio.lowlevel.checkpoint()
