"""The camera, in whole conversations on a stage."""

import io

import pytest
from PIL import Image

from lorgnette.app.config import Config
from lorgnette.app.desk.kept import Lease
from lorgnette.app.doors.ledger import OWNER
from lorgnette.app.hub import Hub
from lorgnette.core import cards
from lorgnette.core.types import AR, Gesture, Profile
from lorgnette.engines import RECORDS
from lorgnette.skills import Reply, Skill
from lorgnette.skills.catalogue import Catalogue
from lorgnette.testing.bad_network import BadNetwork
from lorgnette.testing.stage import Stage, act, converse, stage_engines


def shade(grey):
    file = io.BytesIO()
    Image.new("RGB", (32, 16), (grey, grey, grey)).save(file, "JPEG")
    return file.getvalue()


def watching(until=200, breaks=False):
    """A skill that looks until it sees something bright."""
    skill = Skill("watching")

    @skill.action("look for light", patience=5.0)
    async def look(turn):
        """Say when it is bright."""
        seen = []
        async with turn.eyes.looking("watching", rate=4, side=640) as sights:
            async for sight in sights:
                seen.append(int(sight.pixels.mean()))
                if breaks:
                    raise RuntimeError
                if seen[-1] >= until:
                    return Reply(say=f"seen {len(seen)}")
                turn.meanwhile(card=cards.Text(title=f"only {seen[-1]}"))
        return Reply()

    return skill


def camera(stage):
    return [line for line in stage.script if line.endswith(("camera on", "camera off"))]


async def test_pictures_come_for_as_long_as_somebody_looks():
    stage = Stage().types("look for light", at=1.0)
    stage.sees(shade(40), at=0).sees(shade(250), at=2.0)

    await converse(stage, [watching()])

    assert stage.ear == "seen 5"
    assert camera(stage) == ["1.0 camera on", "2.0 camera off"]
    assert [line for line in stage.script if "only 40" in line]
    assert "watching" in stage.lamp


async def test_a_look_is_written_down():
    stage = Stage().types("look for light", at=1.0).sees(shade(250), at=0)
    engines = stage_engines(stage)
    async with Hub(
        Config(), Catalogue([watching()]), engines, clock=engines.found[RECORDS].clock
    ) as hub:
        await act(hub, stage)
        [kept] = await hub.records.shelf(OWNER, Lease).all()
    assert (kept.item.sense, kept.item.purpose) == ("camera", "watching")


@pytest.mark.parametrize(
    ("view", "told"),
    [
        ("refused", "may not use the camera"),
        ("missing", "have no camera"),
        ("covered", "seems to be covered"),
        ("battery", "battery is too low"),
        ("on fire", "have no camera"),
        (b"no picture", "no picture I can read"),
    ],
)
async def test_glasses_that_cannot_see_say_why(view, told):
    stage = Stage().types("look for light", at=1.0).sees(view, at=0)
    await converse(stage, [watching()])
    assert told in stage.ear
    assert camera(stage) == ["1.0 camera on", "1.0 camera off"]


async def test_a_model_without_a_camera_is_not_asked():
    stage = Stage(Profile("plain", AR.display)).types("look for light", at=1.0)
    await converse(stage, [watching()])
    assert "have no camera" in stage.ear
    assert not camera(stage)


async def test_a_skill_that_breaks_lets_go_of_the_camera():
    stage = Stage().types("look for light", at=1.0).sees(shade(40), at=0)
    await converse(stage, [watching(breaks=True)])
    assert camera(stage) == ["1.0 camera on", "1.0 camera off"]


async def test_a_touch_ends_a_look():
    stage = Stage().types("look for light", at=1.0).sees(shade(40), at=0)
    stage.touches(Gesture.DOUBLE_TAP, at=2.0)
    await converse(stage, [watching()])
    assert camera(stage) == ["1.0 camera on", "2.0 camera off"]


async def test_who_sees_nothing_for_too_long_is_told():
    stage = Stage().types("look for light", at=1.0).sees(shade(40), at=0)
    await converse(stage, [watching()], until=15)
    assert "took too long" in stage.ear
    assert camera(stage) == ["1.0 camera on", "8.5 camera off"]


class Tunnel:
    """Every frame is lost from some moment on."""

    entered = False

    def __contains__(self, _frame):
        return self.entered


async def test_nobody_goes_on_looking_through_glasses_that_are_gone():
    tunnel = Tunnel()
    stage = Stage().types("look for light", at=1.0).sees(shade(40), at=0)
    stage.cue(2.0, lambda _glasses: setattr(tunnel, "entered", True))
    engines = stage_engines(stage)
    catalogue, clock = Catalogue([watching()]), engines.found[RECORDS].clock
    async with Hub(Config(), catalogue, engines, clock=clock) as hub:
        await act(hub, stage, until=8, through=BadNetwork(cuts=tunnel).between)
        [kept] = await hub.records.shelf(OWNER, Lease).all()
    assert 2.5 < kept.item.seconds < 3.5
