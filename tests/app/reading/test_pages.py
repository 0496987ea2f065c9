"""Pages are told line by line while they are read."""

import numpy as np

from lorgnette.app.reading.pages import read, turned_upright
from lorgnette.core.pages import Page, Row
from lorgnette.core.pictures import Box
from lorgnette.core.types import ENGLISH
from lorgnette.testing.readers import ScriptedReader, row

PIXELS = np.zeros((300, 400, 3), np.uint8)


async def test_a_line_is_told_when_the_next_begins_and_a_menu_keeps_its_lines():
    menu = [row("Tea", (0, 0)), row("¥5", (200, 2)), row("Cake", (0, 40)), row("¥9", (200, 42))]
    told = []
    reader = ScriptedReader(menu)
    page = await read(reader, PIXELS, ENGLISH, lambda line: told.append([r.text for r in line]))
    assert told == [["Tea", "¥5"], ["Cake", "¥9"]]
    assert page == Page(400, 300, tuple(menu))
    assert reader.asked == [ENGLISH]


async def test_nothing_is_told_of_nothing():
    told = []
    assert await read(ScriptedReader(), PIXELS, None, told.append) == Page(400, 300)
    assert told == []


def test_picture_and_page_are_turned_together():
    lying = PIXELS.copy()
    lying[10:110, 380:390] = 255  # runs down at the right edge
    text = Row("exit", Box(((390, 10), (390, 110), (380, 110), (380, 10))))
    pixels, page = turned_upright(lying, Page(400, 300, (text,)))
    assert pixels.shape == (400, 300, 3)
    assert (page.width, page.height) == (300, 400)
    left, top, right, bottom = map(round, page.rows[0].box.bounds)
    assert pixels[top:bottom, left:right].min() == 255
    assert (pixels == 255).sum() == 3 * (right - left) * (bottom - top)
