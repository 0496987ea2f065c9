"""Texts are written in the place, the colours and the direction of what stood there."""

import math

import numpy as np
import pytest
from PIL import Image

from lorgnette.core.errors import MissingPart
from lorgnette.core.pages import Placed
from lorgnette.core.pictures import Box
from lorgnette.providers.pillow import PillowPainter, painter
from lorgnette.providers.pillow.fonts import Fonts
from lorgnette.testing.painters import check_painter, dark, sheet

UPRIGHT = Box(((36, 40), (144, 40), (144, 64), (36, 64)))


@pytest.fixture
def engine(monkeypatch):
    """With the font that comes with Pillow, which has ASCII."""
    monkeypatch.setattr(painter, "installed", lambda: Fonts([]))
    return PillowPainter({})


@pytest.mark.asyncio
async def test_it_keeps_the_promises_of_a_painter(engine):
    await check_painter(engine)


@pytest.mark.asyncio
async def test_a_letter_without_a_font_says_what_to_install(engine):
    with pytest.raises(MissingPart, match=r"茶.*apt-get install"):
        await engine.paint(sheet(), [Placed("Tea 茶", (UPRIGHT,), UPRIGHT, 24)])


@pytest.mark.asyncio
async def test_light_letters_on_dark_paper_stay_light(engine):
    negative = 255 - sheet()
    painted = await engine.paint(negative, [Placed("exit", (UPRIGHT,), UPRIGHT, 24)])
    inside = painted[42:62, 38:142]
    assert np.median(inside) < 40
    assert inside.max() > 200


@pytest.mark.asyncio
async def test_letters_that_could_not_be_read_are_black(engine):
    faint = np.where(sheet() < 100, np.uint8(215), np.uint8(230)).astype(np.uint8)
    painted = await engine.paint(faint, [Placed("exit", (UPRIGHT,), UPRIGHT, 24)])
    assert dark(painted) > 20


@pytest.mark.asyncio
@pytest.mark.parametrize("degrees", [0, 12, 90, 180, -75])
async def test_a_text_runs_as_its_area_does(engine, degrees):
    turn = math.radians(degrees)
    cos, sin = math.cos(turn), math.sin(turn)
    corners = [(0, 0), (200, 0), (200, 40), (0, 40)]
    area = Box(tuple((250 + x * cos - y * sin, 250 + x * sin + y * cos) for x, y in corners))
    white = np.full((500, 500, 3), 255, np.uint8)
    painted = await engine.paint(white, [Placed("a text", (area,), area, 40)])
    down, across = np.nonzero(painted.mean(2) < 128)
    points = np.stack([across - 250, down - 250], 1) @ np.array([(cos, -sin), (sin, cos)])
    assert points.min(0) == pytest.approx((5, 10), abs=8)
    assert points[:, 0].max() == pytest.approx(72, abs=12)
    level = Image.fromarray(painted).rotate(degrees, center=(250, 250), fillcolor="white")
    ink = np.asarray(level).mean(2) < 128
    assert ink[250:292, 250:450].sum() > 0.9 * ink.sum()


def test_every_letter_comes_from_the_first_font_that_has_it(tmp_path):
    fonts = Fonts([])
    [(text, font)] = fonts.runs("a text", 20)
    assert (text, font.size) == ("a text", 20)
    assert fonts.width("aa", 20) == pytest.approx(2 * fonts.width("a", 20), abs=1)
    assert fonts.width("", 20) == 0
