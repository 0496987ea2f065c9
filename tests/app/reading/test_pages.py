"""Pages are told line by line while they are read."""

import numpy as np

from lorgnette.app.reading.pages import read
from lorgnette.core.pages import Page
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
