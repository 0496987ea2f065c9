"""A scripted reader, pictures of text, and the promises of every `Reader`."""

import math
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

import anyio
import numpy as np

from lorgnette.core.pages import Row
from lorgnette.core.pictures import Box, Pixels
from lorgnette.core.types import Language
from lorgnette.engines import Reader
from lorgnette.testing.promises import promise

WRITTEN = ("Welcome to the station", "Platform 12 is closed", "Coffee and tea 3.50")
"""What stands in the pictures that every reader should be able to read."""


class ScriptedReader:
    """A `Reader` that reads one list of rows after another, the last for ever."""

    def __init__(self, *sights: Sequence[Row]) -> None:
        """`sights`: what is in each picture."""
        self.sights = list(sights) or [()]
        self.asked: list[Language | None] = []
        """For each picture, the language that was expected."""

    async def read(
        self, _pixels: Pixels, /, *, language: Language | None = None
    ) -> AsyncGenerator[Row]:
        """The rows of the next picture."""
        self.asked.append(language)
        for row in self.sights.pop(0) if len(self.sights) > 1 else self.sights[0]:
            await anyio.lowlevel.checkpoint()
            yield row


def row(
    text: str,
    at: tuple[float, float] = (0, 0),
    *,
    length: float = 0,
    height: float = 20,
    confidence: float = 1.0,
) -> Row:
    """A row whose top left corner is `at`; as long as its text, when nothing else is said."""
    left, top = at
    right, bottom = left + (length or len(text) * height / 2), top + height
    box = Box(((left, top), (right, top), (right, bottom), (left, bottom)))
    return Row(text, box, confidence)


def drawn(texts: Sequence[str] = WRITTEN, *, height: int = 40, margin: int = 40) -> Pixels:
    """Dark text on light paper, one line under the other, in Pillow's own font: Latin letters."""
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.load_default(height)
    width = 2 * margin + max(round(font.getlength(text)) for text in texts)
    paper = Image.new("RGB", (width, 2 * margin + 2 * height * len(texts)), "#f4f0e8")
    for at, text in enumerate(texts):
        ImageDraw.Draw(paper).text((margin, margin + 2 * height * at), text, "#202030", font)
    return np.ascontiguousarray(paper)


async def rows(reader: Reader, pixels: Pixels) -> list[Row]:
    """All rows of a picture."""
    async with aclosing(reader.read(pixels)) as found:
        return [each async for each in found]


async def check_reader(reader: Reader) -> None:
    """Every promise of a `Reader`. Raises AssertionError with the first that is not kept."""
    for quarters in range(4):
        picture = np.ascontiguousarray(np.rot90(drawn(), -quarters))
        found = await rows(reader, picture)
        promise(tuple(each.text for each in found) == WRITTEN, "text is read from any side")
        promise(all(each.confidence > 0.8 for each in found), "clear text is read with confidence")
        begins = [each.box.corners[0] for each in found]
        promise(_in_a_corner(begins[0], picture, quarters), "a box begins where the text begins")
    await _check_nothing(reader)
    picture = drawn()
    async with aclosing(reader.read(picture)) as beginning:
        first = await anext(beginning)
        promise(first.text == WRITTEN[0], "rows come in the order of reading")
    with anyio.CancelScope() as scope:
        scope.cancel()
        await rows(reader, picture)
    promise(len(await rows(reader, picture)) == len(WRITTEN), "it works after a picture was left")


def _in_a_corner(point: tuple[float, float], picture: Pixels, quarters: int) -> bool:
    """Whether a point is near the corner that was the top left before so many quarter turns."""
    height, width = picture.shape[:2]
    corners = [(0, 0), (width, 0), (width, height), (0, height)]
    return math.dist(point, corners[quarters]) < 80


async def _check_nothing(reader: Reader) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (240, 320, 3), np.uint8)
    for height, width in ((200, 300), (1, 1), (2, 900), (900, 2)):
        black = np.zeros((height, width, 3), np.uint8)
        promise(not await rows(reader, black), "nothing is read where nothing is")
    promise(all(each.text for each in await rows(reader, noise)), "a row has a text")
