"""Covers texts with the colour of their paper, and writes others in the colour of their ink."""

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import anyio.to_thread
import numpy as np
from numpy.typing import NDArray

from lorgnette.core.pages import Placed
from lorgnette.core.pages.fitting import LEADING, fitted
from lorgnette.core.pictures import Box, Pixels
from lorgnette.providers.pillow.fonts import Fonts, installed

if TYPE_CHECKING:
    from PIL.Image import Image

Colour = tuple[int, int, int]

INK: Final = 0.6
"""Share of the strongest contrast with the paper from which on a pixel is ink."""

CLEAR: Final = 90
"""Difference of brightness without which nobody could read: then ink is black or white."""

DASH: Final = 0.3
"""Length of a dash under what is uncertain, in sizes of letters."""


class PillowPainter:
    """Implements `Painter`, in a thread."""

    def __init__(self, _tables: Mapping[str, Any]) -> None:
        """Nothing to configure; fonts are looked for when they are first needed."""
        self._fonts: Fonts | None = None

    async def paint(self, pixels: Pixels, texts: Sequence[Placed], /) -> Pixels:
        """See `Painter`."""
        return await anyio.to_thread.run_sync(self._paint, pixels, texts, abandon_on_cancel=True)

    def _paint(self, pixels: Pixels, texts: Sequence[Placed]) -> Pixels:
        from PIL import Image

        self._fonts = fonts = self._fonts or installed()
        picture = Image.fromarray(pixels)
        looks = [colours(picture, text.covers[0]) for text in texts]
        for text, (paper, _) in zip(texts, looks, strict=True):
            cover(picture, text.covers, paper)
        for text, (paper, ink) in zip(texts, looks, strict=True):
            put(picture, text.area, written(text, fonts, paper, ink))
        return np.array(picture)


def colours(picture: "Image", box: Box) -> tuple[Colour, Colour]:
    """The paper and the ink of a text."""
    from PIL import Image

    one, two, three, four = box.corners
    size = (max(2, round(box.length)), max(2, round(box.height)))
    quad = (*one, *four, *three, *two)
    seen = np.asarray(picture.transform(size, Image.Transform.QUAD, quad), np.float64)
    paper = np.median(np.concatenate([seen[0], seen[-1]]), 0)
    contrast = np.abs(seen - paper).sum(2)
    ink = np.median(seen[contrast >= INK * contrast.max()], 0)
    if abs(float(ink.mean() - paper.mean())) < CLEAR:
        ink = np.full(3, 0.0 if paper.mean() > 127 else 255.0)
    return _colour(paper), _colour(ink)


def _colour(values: NDArray[np.float64]) -> Colour:
    red, green, blue = (round(value) for value in values.tolist())
    return red, green, blue


def cover(picture: "Image", boxes: Sequence[Box], paper: Colour) -> None:
    """Paint over what stands in some boxes."""
    from PIL import ImageDraw

    for box in boxes:
        ImageDraw.Draw(picture).polygon(list(box.corners), fill=paper)


def written(text: Placed, fonts: Fonts, paper: Colour, ink: Colour) -> "Image":
    """The text on a strip of paper that is as large as its area, and clear where nothing is."""
    from PIL import Image, ImageDraw

    size = (max(1, math.ceil(text.area.length)), max(1, math.ceil(text.area.height)))
    strip = Image.new("RGBA", size)
    draw = ImageDraw.Draw(strip)
    letters, lines = fitted(
        text.text, size, text.height, lambda letters: lambda part: fonts.width(part, letters)
    )
    step = LEADING * letters
    top = max(0.0, (text.height - step) / 2) if len(lines) == 1 else 0.0
    for at, line in enumerate(lines):
        across, down = letters * 0.15, top + (at + 0.8) * step
        end = across + fonts.width(line, letters)
        draw.rectangle((0, down - 0.8 * step, end + across, down + 0.2 * step), (*paper, 255))
        if text.marked:
            underline(draw, (across, end, down + 0.12 * letters), letters, ink)
        for piece, font in fonts.runs(line, letters):
            draw.text((across, down), piece, (*ink, 255), font, anchor="ls")
            across += font.getlength(piece)
    return strip


def underline(draw: Any, span: tuple[float, float, float], letters: int, ink: Colour) -> None:
    """Dashes under a line that is uncertain, from left to right."""
    left, right, down = span
    dash = max(2.0, DASH * letters)
    for at in range(math.ceil((right - left) / (2 * dash))):
        start = left + 2 * dash * at
        ends = ((start, down), (min(right, start + dash), down))
        draw.line(ends, (*ink, 255), max(1, letters // 16))


def put(picture: "Image", area: Box, strip: "Image") -> None:
    """Lay a strip on the picture, askew as its area."""
    from PIL import Image

    left, top, right, bottom = area.bounds
    left, top = math.floor(left), math.floor(top)
    (x, y), (end, down) = area.corners[:2]
    length = area.length or 1.0
    cos, sin = (end - x) / length, (down - y) / length
    away = (left - x, top - y)
    back = (cos, sin, cos * away[0] + sin * away[1], -sin, cos, cos * away[1] - sin * away[0])
    size = (math.ceil(right) - left, math.ceil(bottom) - top)
    laid = strip.transform(size, Image.Transform.AFFINE, back, Image.Resampling.BILINEAR)
    picture.paste(laid, (left, top), laid)
