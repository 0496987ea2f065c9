"""Where the wearer is, in whole conversations on a stage."""

import anyio
import pytest

from lorgnette.app.config import Config
from lorgnette.app.desk.kept import Lease
from lorgnette.app.doors.ledger import OWNER
from lorgnette.app.hub import Hub
from lorgnette.app.session.whereabouts import OLD, fix_of
from lorgnette.core.activities import Traits
from lorgnette.core.fixes import Fix
from lorgnette.core.types import Spot
from lorgnette.engines import RECORDS
from lorgnette.link.messages import Located, Position
from lorgnette.skills import Activity, Reply, Skill
from lorgnette.skills.catalogue import Catalogue
from lorgnette.testing.bad_network import BadNetwork
from lorgnette.testing.stage import Stage, act, converse, stage_engines

HERE = Spot(47.14, 9.52)


def east(at, step, accuracy=5.0):
    """A fix some thousandths of a degree further east."""
    return Fix(at, Spot(47.14, 9.52 + step / 1000), accuracy, 90.0, 1.5)


def step_of(fix):
    """How far east a fix is."""
    return round((fix.spot.longitude - HERE.longitude) * 1000)


class Walk(Activity):
    """Follows until it has come far enough."""

    traits = Traits("walk")

    def __init__(self, far=99):
        self.fixes = []
        self.far = far

    async def live(self, life):
        """See `Activity`."""
        async with life.following(rate=1) as fixes:
            async for fix in fixes:
                self.fixes.append(fix)
                if step_of(fix) >= self.far:
                    break


class Tunnel:
    """Every frame is lost inside."""

    def __init__(self):
        self.inside = False

    def __contains__(self, _frame):
        return self.inside

    def enter(self, *, inside):
        self.inside = inside


def locating(walk=None):
    skill = Skill("locating")

    @skill.action("where am i standing", patience=10.0)
    async def here(turn):
        """Tell where."""
        fix = await turn.whereabouts.here("locating", accuracy=20.0, patience=4.0)
        return Reply(say=f"{fix.spot.latitude:.2f} {fix.spot.longitude:.3f}")

    @skill.action("follow me around")
    async def follow(turn):
        """Begin the walk."""
        return Reply(say="ok", begins=walk)

    @skill.action("what do you know of me")
    async def known(turn):
        """Tell what the glasses said last."""
        return Reply(say=f"{turn.glasses.position}")

    return skill


async def test_where_they_stand_is_asked_only_when_somebody_wants_to_know():
    stage = Stage().walks([east(0.0, 0), east(1.0, 1)]).types("where am i standing", at=2.0)

    await converse(stage, [locating()])

    assert stage.ear == "47.14 9.521"
    assert stage.lamp == ["speech", "locating", "speech"]


async def test_a_rough_fix_is_waited_through():
    stage = Stage().walks([east(0.0, 0, 300.0), east(3.5, 2, 10.0)])
    stage.types("where am i standing", at=1.0)

    await converse(stage, [locating()])

    assert stage.ear == "47.14 9.522"


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("asking", "ask whether they may tell where you are"),
        ("refused", "may not know where you are"),
        ("missing", "cannot tell me where you are"),
        ("silent", "don't know where you are yet"),
        ("some word of tomorrow", "cannot tell me where you are"),
    ],
)
async def test_why_nobody_knows_is_said(reason, told):
    stage = Stage().is_lost(reason, at=0.0).types("where am i standing", at=1.0)

    await converse(stage, [locating()], until=20.0)

    assert told in stage.ear


async def test_only_a_rough_position_is_no_answer():
    stage = Stage().walks(east(at, 0, 900.0) for at in range(9)).types("where am i standing", at=1)

    await converse(stage, [locating()], until=20.0)

    assert "only roughly" in stage.ear


async def test_glasses_without_a_receiver_say_so():
    stage = Stage().types("where am i standing", at=1.0)

    await converse(stage, [locating()])

    assert "cannot tell me where you are" in stage.ear


async def test_whoever_follows_gets_each_fix_once_in_order_and_it_is_written_down():
    walk = Walk(far=9)
    stage = Stage().walks(east(at, at) for at in range(12)).types("follow me around", at=2.0)
    engines = stage_engines(stage)
    clock = engines.found[RECORDS].clock
    async with Hub(Config(), Catalogue([locating(walk)]), engines, clock=clock) as hub:
        await act(hub, stage, until=14.0)
        kept = [each.item for each in await hub.records.shelf(OWNER, Lease).all()]

    steps = [step_of(fix) for fix in walk.fixes]
    assert steps == sorted(set(steps))
    assert set(range(3, 9)) <= set(steps)
    times = [fix.at for fix in walk.fixes]
    assert times == sorted(times)
    assert [(each.sense, each.purpose) for each in kept] == [("position", "walk")]


async def test_a_cut_is_a_gap_and_nothing_old_is_believed_after_it():
    walk = Walk()
    stage = Stage().walks(east(at, at) for at in range(40)).types("follow me around", at=1.0)
    tunnel = Tunnel()
    stage.cue(5.5, lambda _glasses: tunnel.enter(inside=True))
    stage.cue(15.5, lambda _glasses: tunnel.enter(inside=False))

    await converse(stage, [locating(walk)], until=35.0, through=BadNetwork(cuts=tunnel).between)

    steps = [step_of(fix) for fix in walk.fixes]
    assert steps == sorted(set(steps))
    assert not set(range(7, 14)) & set(steps)
    assert set(range(24, 34)) <= set(steps)
    began = walk.fixes[0].at - steps[0]
    assert all(abs(fix.at - began - step_of(fix)) < 0.5 for fix in walk.fixes)


async def test_a_position_that_is_old_is_left_out():
    stage = Stage().walks([Fix(0.0, HERE)]).types("where am i standing", at=OLD + 2)

    await converse(stage, [locating()], until=OLD + 20)

    assert "don't know where you are yet" in stage.ear


async def test_what_was_told_last_is_known_of_the_glasses():
    stage = Stage().walks([Fix(0.5, HERE)]).types("where am i standing", at=1.0)
    stage.types("what do you know of me", at=9.0)

    await converse(stage, [locating()])

    assert stage.ear.endswith("Spot(latitude=47.14, longitude=9.52)")


async def test_a_fix_is_of_when_it_was_measured():
    now = anyio.current_time()
    fix = fix_of(Located(Position(47.14, 9.52, 8.0, heading=90.0, speed=1.0), age=2.5), now)

    assert fix == Fix(now - 2.5, HERE, 8.0, 90.0, 1.0)
    assert fix.sound


async def test_who_asks_twice_and_has_not_moved_is_found_twice():
    stage = Stage().walks([Fix(0.0, HERE)])
    stage.types("where am i standing", at=1.0).types("where am i standing", at=6.0)

    await converse(stage, [locating()], until=12.0)

    assert stage.ear == "47.14 9.52047.14 9.520"


async def test_who_asks_on_the_way_need_not_wait_for_the_next_fix():
    stage = Stage().types("follow me around", at=0.0)
    stage.walks([east(1.0, 1)]).is_lost("silent", at=2.0)
    stage.types("where am i standing", at=4.0).types("where am i standing", at=9.0)

    await converse(stage, [locating(Walk())], until=20.0)

    assert stage.ear.startswith("ok47.14 9.521I don't know where you are yet")
