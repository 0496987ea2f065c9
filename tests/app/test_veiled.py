"""What goes out live is small, and shows no face unless the wearer wants faces to be seen."""

import anyio
import numpy as np
import pytest

from lorgnette.app.composition import compose
from lorgnette.app.config import Config, Live, Privacy
from lorgnette.app.pictures import decode
from lorgnette.app.veiled import HELD, VeiledBroadcaster, VeiledProjector
from lorgnette.core.errors import CannotHide
from lorgnette.core.pictures import Box
from lorgnette.engines import BROADCASTER, FACE_FINDER, PROJECTOR
from lorgnette.engines.live import SIDE
from lorgnette.testing.facefinders import ScriptedFaces
from lorgnette.testing.projectors import ScriptedProjector
from lorgnette.testing.views import jpeg

FACE = Box(((40, 40), (80, 40), (80, 80), (40, 80)))
NOISE = jpeg(np.random.default_rng(1).integers(0, 256, (240, 320, 3), np.uint8), quality=98)


def seen(picture):
    """How much can be made out where the face is."""
    return picture[30:90, 30:90].std()


async def shown(finder, *, faces=False, picture=NOISE):
    projector = ScriptedProjector()
    async with VeiledProjector(projector, finder).open(faces=faces) as screening:
        await screening.see(picture)
    return [await decode(each) for each in projector.shown]


async def test_a_face_is_hidden_and_the_rest_is_not():
    [picture] = await shown(ScriptedFaces(FACE))
    assert seen(picture) < 20
    assert picture[120:, 120:].std() > 40


async def test_a_wearer_may_want_faces_to_be_seen():
    finder = ScriptedFaces(FACE)
    [picture] = await shown(finder, faces=True)
    assert seen(picture) > 40
    assert finder.asked == []


async def test_without_who_finds_faces_nothing_goes_out():
    for finder in (None, ScriptedFaces(failing=True)):
        with pytest.raises(CannotHide):
            await shown(finder)


async def test_a_face_that_is_missed_for_a_moment_stays_hidden():
    finder, projector = ScriptedFaces(FACE), ScriptedProjector()
    async with VeiledProjector(projector, finder).open() as screening:
        await screening.see(NOISE)
        finder._faces = ()
        await anyio.sleep(HELD / 2)
        await screening.see(NOISE)
        await anyio.sleep(HELD)
        await screening.see(NOISE)
    first, second, third = [seen(await decode(each)) for each in projector.shown]
    assert max(first, second) < 20
    assert third > 40


async def test_it_is_small():
    [picture] = await shown(ScriptedFaces(), picture=jpeg(np.zeros((1080, 1920, 3), np.uint8)))
    assert picture.shape == (360, SIDE, 3)


async def test_a_screening_is_one_behind_the_veil():
    projector = ScriptedProjector()
    async with VeiledProjector(projector, None).open() as screening:
        assert await screening.admit("dora", "please") == "welcome"
        assert screening.watching == 1
        with anyio.fail_after(1):
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(screening.changed)
                await anyio.sleep(0.1)
                await screening.dismiss("dora")
        assert screening.watching == 0
        projector.breaks()
        assert screening.stopped


def test_a_server_elsewhere_is_not_loaded_without_leave():
    live = Live(whip="https://media.example/whip")
    refused = compose(Config(live=live), [FACE_FINDER, BROADCASTER])
    allowed = compose(Config(live=live, privacy=Privacy(egress="allowed")), [BROADCASTER])
    here = compose(Config(live=Live(rtmp="rtmp://127.0.0.1/live")), [BROADCASTER])

    assert BROADCASTER not in refused.found
    assert "privacy.egress" in refused.set_aside["broadcaster.whip"]
    assert isinstance(allowed.found[BROADCASTER], VeiledBroadcaster)
    assert allowed.leaving_of(BROADCASTER) == {"broadcaster.whip"}
    assert here.providers[BROADCASTER.name] == "rtmp"
    assert here.leaving_of(BROADCASTER) == set()


async def test_a_broadcaster_is_given_only_what_may_be_seen():
    server = ScriptedProjector()
    async with VeiledBroadcaster(server, ScriptedFaces(FACE)).open() as showing:
        await showing.see(NOISE)
    assert seen(await decode(server.shown[0])) < 20


def test_every_projector_that_is_installed_is_behind_it():
    found = compose(Config(), [FACE_FINDER, PROJECTOR]).found
    assert isinstance(found[PROJECTOR], VeiledProjector)
