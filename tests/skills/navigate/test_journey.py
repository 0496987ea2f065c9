"""A journey, and what is left of it when it is over."""

import anyio

from lorgnette.core.types import Spot
from lorgnette.engines import JOURNEYS
from lorgnette.skills.navigate import skill
from lorgnette.skills.navigate.journey import Journey
from lorgnette.skills.navigate.plans import Goal, Plan
from lorgnette.testing.lives import ScriptedLife
from lorgnette.testing.turns import turn_for


class SlowDisk:
    """A logbook that takes its time."""

    def of(self, _wearer):
        return self

    async def begin(self, _head):
        await anyio.sleep(10.0)


async def test_who_stops_it_before_it_has_begun_is_not_led_there_later():
    turn = turn_for(skill, engines={JOURNEYS: SlowDisk()})
    plan = Plan((Goal("Museum", Spot(48.203, 16.372)),), turn.now)

    with anyio.move_on_after(1.0):
        await Journey(turn, plan).live(ScriptedLife(left=True))

    assert not await turn.shelf(Plan).all()
