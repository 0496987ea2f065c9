"""A track is driven as it was, or at once; and a journal of it says the same again."""

import anyio
import pytest

from lorgnette.app.driving import TICK, drive, events, replayed
from lorgnette.core.errors import NoRoute
from lorgnette.core.fixes import Fix
from lorgnette.core.guidance import Fixed, Phase, Reckoned, Rerouted, Unanswered
from lorgnette.core.guidance.journal import Beginning, Head, Journal
from lorgnette.core.routes import Direction, Hindrance, Mode
from lorgnette.core.types import Spot
from lorgnette.testing.routers import ScriptedRouter
from lorgnette.testing.tracks import OPEN, track, wrong_turn
from lorgnette.testing.turns import NOW
from lorgnette.testing.ways import Draft


def way():
    return Draft(street="High Street").go(150).turn(Direction.LEFT, "Mill Lane").go(120).arrive()


def fixes(path):
    return [each.fix for each in track(path, Mode.FOOT, 1, OPEN, lights=False)]


async def driven(path, *answers, **wanted):
    router = ScriptedRouter(*answers or ((way(),),))
    moments = [each async for each in drive(way(), fixes(path), router, **wanted)]
    return moments, router


async def test_who_follows_the_way_arrives_and_is_told_each_thing_once():
    moments, router = await driven(way().line)
    keys = [prompt.key for each in moments for prompt in each.state.prompts]
    assert len(keys) == len(set(keys)) > 3
    assert moments[-1].state.phase is Phase.ARRIVED
    assert router.asked == []


async def test_a_wrong_turn_asks_for_a_new_way_from_there():
    astray = wrong_turn(way(), 1, 200.0)
    new = Draft(start=astray[-1], heading=180.0, street="High Street").go(80).arrive()
    took = []
    avoid = frozenset({Hindrance.STAIRS})
    moments, router = await driven(astray, (new,), avoid=avoid, asked=took.append)
    assert [each.avoid for each in router.asked] == [avoid] * len(took)
    assert len([each for each in moments if isinstance(each.event, Rerouted)]) == len(took) >= 1
    assert moments[-1].state.way.route == new


async def test_where_no_way_leads_on_it_goes_on_as_well_as_it_can():
    moments, _ = await driven(wrong_turn(way(), 1, 200.0), NoRoute("none"))
    assert any(isinstance(each.event, Unanswered) for each in moments)
    assert moments[-1].state.off


@pytest.mark.parametrize("speed", [1.0, 10.0])
async def test_in_real_time_it_takes_as_long_as_it_did(speed):
    began = anyio.current_time()
    moments, _ = await driven(way().line, speed=speed)
    assert anyio.current_time() - began == pytest.approx(moments[-1].at / speed)


async def test_at_full_speed_it_takes_no_time():
    began = anyio.current_time()
    await driven(way().line)
    assert anyio.current_time() == began


def test_time_goes_by_in_a_gap_but_not_through_the_night():
    spot = Spot(48.2, 16.37)
    gap = list(events([Fix(0.0, spot), Fix(4.0, spot), Fix(40_000.0, spot)]))
    assert gap[:4] == [Fixed(Fix(0.0, spot)), Reckoned(TICK), Reckoned(2 * TICK), gap[3]]
    assert gap[3] == Fixed(Fix(4.0, spot))
    assert len(gap) < 70
    assert list(events([])) == []


async def test_what_was_driven_is_replayed_moment_by_moment():
    moments, _ = await driven(way().line)
    journal = Journal(Head(1, NOW), Beginning(0.0, way()), tuple(each.event for each in moments))
    assert list(replayed(journal)) == moments
    assert list(replayed(Journal(Head(1, NOW)))) == []
