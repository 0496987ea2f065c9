"""A painter that notes what it is given, and the promises of every `Painter`."""

from collections.abc import Sequence

import anyio
import numpy as np

from lorgnette.core.pages import Placed
from lorgnette.core.pictures import Box, Pixels
from lorgnette.engines import Painter
from lorgnette.testing.promises import promise

PAPER = 230


class ScriptedPainter:
    """A `Painter` that gives the picture back as it is."""

    def __init__(self) -> None:
        self.painted: list[Placed] = []

    async def paint(self, pixels: Pixels, texts: Sequence[Placed], /) -> Pixels:
        """The picture, and a note."""
        await anyio.lowlevel.checkpoint()
        self.painted += texts
        return pixels.copy()


def box(left: float, top: float, right: float, bottom: float) -> Box:
    """An upright box."""
    return Box(((left, top), (right, top), (right, bottom), (left, bottom)))


def sheet() -> Pixels:
    """Light paper with a dark bar of ink, from (40, 44) to (140, 60)."""
    picture = np.full((200, 400, 3), PAPER, np.uint8)
    picture[44:60, 40:140] = 20
    return picture


def dark(picture: Pixels) -> int:
    """How many pixels are ink."""
    return int((picture.mean(2) < 128).sum())


async def check_painter(painter: Painter) -> None:
    """Every promise of a `Painter`. Raises AssertionError with the first that is not kept."""
    picture, before = sheet(), sheet()
    bar, room = box(36, 40, 144, 64), box(36, 40, 390, 64)
    blank = await painter.paint(picture, [Placed("", (bar,), room, 24)])
    promise(bool((picture == before).all()), "it paints on a copy")
    promise(dark(blank) == 0, "what was there is covered")
    painted = await painter.paint(picture, [Placed("a longer text", (bar,), room, 24)])
    promise(100 < dark(painted) < 100 * 16, "the text is written")
    outside = np.ones(picture.shape[:2], bool)
    outside[38:68, 34:392] = False
    promise(bool((painted[outside] == before[outside]).all()), "nothing else is changed")
    promise(painted.shape == picture.shape, "the picture keeps its size")
    marked = await painter.paint(picture, [Placed("a longer text", (bar,), room, 24, marked=True)])
    promise(dark(marked) > dark(painted), "what is uncertain looks uncertain")
    promise(bool((await painter.paint(picture, []) == before).all()), "no text changes nothing")
    beyond = box(-50, -20, 900, 30)
    edge = await painter.paint(picture, [Placed("at the edge", (beyond,), beyond, 24)])
    promise(edge.shape == picture.shape, "an area may reach over the edge")
