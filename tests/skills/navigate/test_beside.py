"""A journey beside captions, and over a network that is cut."""

import pytest
from msgspec.structs import replace

from lorgnette.core.fixes import Fix
from lorgnette.core.places import Place
from lorgnette.core.routes import Direction, Mode
from lorgnette.engines import PLACES, ROUTER
from lorgnette.skills.captions import skill as captions
from lorgnette.skills.navigate import skill
from lorgnette.testing.bad_network import BadNetwork
from lorgnette.testing.places import ScriptedPlaces
from lorgnette.testing.routers import ScriptedRouter
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.tracks import OPEN, track
from lorgnette.testing.ways import Draft

ROUTE = Draft(street="High Street").go(60).turn(Direction.LEFT, "Mill Lane").go(60).arrive()
MUSEUM = Place(ROUTE.line[-1], {"": "Museum"}, "museum")
BEGINS, ENDS = 12, 130.0
TOLD = ("Turn left onto Mill Lane", "You have arrived")
OTHERS = "we need a venue for the spring meeting"


def walks(stage):
    moving = [each.fix for each in track(ROUTE.line, Mode.FOOT, 1, OPEN, lights=False)]
    standing = [Fix(float(at), ROUTE.line[0], 4.0) for at in range(BEGINS)]
    return stage.walks(standing + [replace(each, at=each.at + BEGINS) for each in moving])


async def played(stage, **more):
    engines = {ROUTER: ScriptedRouter((ROUTE,)), PLACES: ScriptedPlaces([MUSEUM])}
    await converse(walks(stage), [skill, captions], engines, until=ENDS, **more)
    return stage


@pytest.mark.slow
async def test_captions_go_on_beside_it_and_every_turn_is_told():
    stage = Stage(awake=False).types("start captions", at=0.5)
    stage.types("take me to the museum", at=3.0)
    stage.says(OTHERS, at=30.0, until=33.0)

    await played(stage)

    assert all(told in stage.ear for told in TOLD)
    assert any(OTHERS in line for line in stage.script)


@pytest.mark.slow
async def test_speech_of_others_over_a_prompt_takes_nothing_from_it():
    stage = Stage(awake=False).types("start captions", at=0.5)
    stage.types("take me to the museum", at=3.0)
    for at in range(15, 110, 5):
        stage.says(OTHERS, at=float(at), until=at + 3.0)

    await played(stage)

    assert all(stage.ear.count(told) == 1 for told in TOLD)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
async def test_a_cut_network_takes_no_turn_away(part):
    whole = BadNetwork()
    stage = Stage().types("take me to the museum", at=1.0)
    await played(stage, through=whole.between)
    cut = whole.frames * (2 * part + 1) // 8
    broken = Stage().types("take me to the museum", at=1.0)

    await played(broken, through=BadNetwork(cuts={cut}).between)

    assert all(stage.ear.count(told) == 1 for told in TOLD)
    assert all(broken.ear.count(told) == 1 for told in TOLD)
