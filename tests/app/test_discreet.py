import io

import numpy as np
import pytest
from PIL import Image

from lorgnette.app.composition import Engines, compose
from lorgnette.app.config import Config, Privacy, Seer
from lorgnette.app.discreet import DiscreetSeer
from lorgnette.app.health import findings
from lorgnette.app.pictures import decode
from lorgnette.core.errors import CannotHide, CannotSee
from lorgnette.core.pictures import Box
from lorgnette.engines import FACE_FINDER, SEER
from lorgnette.engines.seer import LARGEST, SIDE
from lorgnette.providers.mtcnn import MTCNN
from lorgnette.skills.catalogue import Catalogue
from lorgnette.testing.facefinders import ScriptedFaces, drawn_face
from lorgnette.testing.seers import ScriptedSeer, check_seer, said
from lorgnette.testing.views import jpeg, plain

FACE = Box(((40, 40), (80, 40), (80, 80), (40, 80)))
NOISE = jpeg(np.random.default_rng(1).integers(0, 256, (240, 320, 3), np.uint8), quality=98)


async def shown(picture=NOISE, finder=None, *, hides=True):
    """What the seer gets to see of a picture."""
    seer = ScriptedSeer()
    assert await said(DiscreetSeer(seer, finder, hides=hides), (picture,), "what?") == "A cup."
    [((seen,), *_)] = seer.asked
    return seen


async def test_a_discreet_seer_is_a_seer():
    await check_seer(DiscreetSeer(ScriptedSeer(), ScriptedFaces(FACE), hides=True))
    await check_seer(DiscreetSeer(ScriptedSeer(), None, hides=False))


async def test_a_face_is_hidden_and_the_rest_is_not():
    before, seen = await decode(NOISE), await decode(await shown(finder=ScriptedFaces(FACE)))

    assert before[30:90, 30:90].std() > 40
    assert seen[30:90, 30:90].std() < 20
    assert seen[120:, 120:].std() > 40


async def test_where_faces_may_be_seen_nobody_looks_for_them():
    finder = ScriptedFaces(FACE)
    assert (await decode(await shown(finder=finder, hides=False)))[30:90, 30:90].std() > 40
    assert finder.asked == []


@pytest.mark.real
@pytest.mark.asyncio
async def test_no_face_is_found_in_what_left():
    finder = MTCNN({})
    seen = await decode(await shown(jpeg(drawn_face(150)), finder))

    assert await finder.find(drawn_face(150))
    assert not await finder.find(seen)


@pytest.mark.parametrize("finder", [None, ScriptedFaces(failing=True)])
async def test_who_cannot_hide_faces_sends_nothing(finder):
    seer = ScriptedSeer()
    with pytest.raises(CannotHide):
        await said(DiscreetSeer(seer, finder, hides=True), (NOISE,), "what?")
    assert seer.asked == []


async def test_a_large_picture_is_made_small_before_anybody_looks():
    finder = ScriptedFaces()
    large = jpeg(np.random.default_rng(1).integers(0, 256, (1500, 3000, 3), np.uint8))

    seen = await shown(large, finder)

    assert finder.asked == [(SIDE // 2, SIDE, 3)]
    assert (await decode(seen)).shape == (SIDE // 2, SIDE, 3)
    assert len(seen) < LARGEST


async def test_a_thin_picture_is_made_small_too():
    assert (await decode(await shown(plain(width=4_000, height=20), hides=False))).shape[1] == SIDE


async def test_what_a_camera_wrote_into_the_file_is_not_sent():
    file, about = io.BytesIO(), Image.Exif()
    about[0x010F] = "Secret Maker"
    about.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (40, 20)).save(file, "JPEG", exif=about, comment=b"secret comment")
    assert b"ecret" in file.getvalue()

    seen = await shown(file.getvalue(), hides=False)

    assert b"ecret" not in seen
    assert b"Exif" not in seen


@pytest.mark.parametrize("picture", [b"", b"no picture", NOISE[:200]])
async def test_what_is_no_picture_is_not_sent(picture):
    seer = ScriptedSeer()
    with pytest.raises(CannotSee):
        await said(DiscreetSeer(seer, None, hides=False), (plain(), picture), "what?")
    assert seer.asked == []


ELSEWHERE = "https://example.org/v1"


def composed(**more):
    settings = Seer(**{"url": ELSEWHERE, "model": "m", **more})
    return Config(seer=settings, privacy=Privacy(egress="allowed"))


@pytest.mark.parametrize(
    ("more", "wanted", "told"),
    [
        ({}, (FACE_FINDER, SEER), "are hidden in pictures that leave"),
        ({}, (SEER,), "cannot be hidden, so no picture leaves"),
        ({"faces": True}, (SEER,), "are seen by another machine"),
        ({"url": "http://127.0.0.1:9/v1"}, (SEER,), None),
    ],
)
def test_doctor_tells_what_becomes_of_faces(more, wanted, told):
    config = composed(**more)
    engines = compose(config, wanted)

    assert isinstance(engines.found[SEER], DiscreetSeer)
    assert engines.leaving_of(SEER) == ({"seer.vision"} if told else set())
    [says] = [
        each.says for each in findings(config, Catalogue([]), engines) if each.part == "seer.faces"
    ] or [None]
    assert (says or "").startswith(told or "")
    assert bool(says) is bool(told)


def test_an_engine_that_is_not_there_sends_nothing():
    assert Engines(leaving={"seer.vision"}).leaving_of(SEER) == set()
