"""Where one was led counts: a little for what is meant, for what one asks, and until forgotten."""

from datetime import timedelta

import pytest

from lorgnette.core.fixes import Fix
from lorgnette.core.places import Address, Place
from lorgnette.core.types import CHINESE, Spot
from lorgnette.engines import PLACES, ROUTER, Found
from lorgnette.skills.navigate import skill
from lorgnette.skills.navigate.plans import Goal
from lorgnette.skills.navigate.visits import MOST, OFTEN, Visited, Visits, remember
from lorgnette.testing.places import ScriptedPlaces
from lorgnette.testing.routers import ScriptedRouter
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.turns import NOW, FixedClock, turn_for
from lorgnette.testing.ways import START, Draft

HERE = Address(locality="Lensham")
NEAR = Place(Spot(48.203, 16.372), {"": "Corner", "zh": "街角"}, "cafe", HERE)
FAR = Place(Spot(48.213, 16.372), {"": "Corner", "zh": "街角"}, "cafe", Address(locality="Port"))


async def led(*texts, apart=10.0, language=None):
    """A stage on which somebody types, standing still; and the trips that were asked for."""
    stage = Stage(language=language) if language else Stage()
    for number, text in enumerate(texts):
        stage.types(text, at=1.0 + apart * number)
    end = apart * len(texts) + 5.0
    stage.walks(Fix(float(second), START, 4.0) for second in range(int(end)))
    router = ScriptedRouter((Draft(street="High Street").go(150).arrive(),))
    await converse(stage, [skill], {ROUTER: router, PLACES: ScriptedPlaces([NEAR, FAR])}, until=end)
    return stage, [trip.stops[-1] for trip in router.asked]


@pytest.mark.slow
async def test_where_one_goes_often_one_is_led_without_a_question():
    again = ("take me to corner", "Port", "stop navigation")
    stage, went = await led(*again * OFTEN, "take me to corner")
    assert went == [FAR.spot] * (OFTEN + 1)
    assert stage.ear.count("There are several called Corner") == OFTEN


@pytest.mark.slow
async def test_where_one_went_is_told_gone_to_again_and_forgotten():
    stage, went = await led(
        *("take me to corner", "Lensham", "stop navigation", "take me to the last place"),
        *("where did i go", "forget where i went", "yes", "where did i go"),
    )
    assert went == [NEAR.spot] * 2
    asked, _, forgotten = stage.ear.partition("Forget everywhere I have led you?")
    assert asked.endswith("Last you went to Corner.")
    assert forgotten == "Where you went is forgotten.I haven't led you anywhere yet."


async def test_in_chinese():
    stage, _ = await led("带我去街角", "Port", "停止导航", "我去过哪里", language=CHINESE)
    assert stage.ear.endswith("您最近去了街角。")


@pytest.mark.slow
async def test_another_way_to_the_same_goal_is_no_other_visit():
    stage, _ = await led(
        *("take me to corner", "Port", "avoid stairs", "avoid tolls", "stop navigation"),
        "take me to corner",
    )
    assert stage.ear.count("There are several called Corner") == 2


@pytest.mark.parametrize(("times", "first"), [(0, NEAR), (1, NEAR), (40, FAR)])
async def test_visits_count_a_little(times, first):
    turn = turn_for(skill)
    for _ in range(times):
        await remember(turn, Goal("Corner", FAR.spot))
    visits = await Visits.of(turn)
    found = [Found(NEAR, 1.0, 200.0), Found(FAR, 1.0, 5_000.0)]
    assert visits.ranked(found)[0].place is first
    other = [Found(NEAR, 1.0, 200.0), Found(FAR, 0.6, 5_000.0)]
    assert visits.ranked(other)[0].place is NEAR


async def test_what_was_longest_ago_is_forgotten_first():
    clock = FixedClock(NOW)
    turn = turn_for(skill)
    for number in range(MOST + 5):
        clock.time += timedelta(hours=1)
        now = turn_for(skill, now=clock.time, engines=turn.engines)
        await remember(now, Goal(f"{number}", Spot(0.0, number / 100)))
    kept = await turn.shelf(Visited).all()
    assert len(kept) == MOST
    assert {each.item.name for each in kept} == {f"{number}" for number in range(5, MOST + 5)}
