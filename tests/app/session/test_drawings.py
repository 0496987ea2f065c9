"""Pictures for the lens."""

import io

import numpy as np
from PIL import Image

from lorgnette.core.types import EVERYDAY
from lorgnette.skills import Reply, Skill
from lorgnette.testing.stage import Stage, converse


def showing(pixels):
    skill = Skill("showing")

    @skill.action("show it")
    async def show(turn):
        """Show a picture."""
        return Reply(card=turn.picture(pixels, "a sign"))

    return skill


async def drawn(pixels, **more):
    stage = Stage(**more).types("show it", at=1.0)
    await converse(stage, [showing(pixels)])
    return [Image.open(io.BytesIO(each.picture)) for each in stage.drawings], stage


def paper():
    pixels = np.full((500, 1000, 3), 250, np.uint8)
    pixels[200:300, 400:600] = 10
    return pixels


async def test_a_picture_is_as_small_as_the_lens_and_its_print_shines():
    [image], stage = await drawn(paper())
    assert (image.size, image.mode) == ((640, 320), "L")
    assert image.getpixel((5, 5)) < 20
    assert image.getpixel((320, 160)) > 200
    assert "a sign" in stage.ear


async def test_a_dark_picture_stays_as_it_is():
    [image], _ = await drawn(255 - paper())
    assert image.getpixel((5, 5)) < 20


async def test_without_a_lens_it_is_told():
    images, stage = await drawn(paper(), profile=EVERYDAY)
    assert images == []
    assert stage.ear == "a sign."
