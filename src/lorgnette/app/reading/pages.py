"""Pages as they are read."""

from collections.abc import Callable
from contextlib import aclosing

from lorgnette.core.pages import Page, Row
from lorgnette.core.pages.order import in_lines
from lorgnette.core.pictures import Pixels
from lorgnette.core.types import Language
from lorgnette.engines import Reader

Line = tuple[Row, ...]
"""Rows beside each other, from left to right."""


async def read(
    reader: Reader, pixels: Pixels, language: Language | None, tell: Callable[[Line], None]
) -> Page:
    """The page in a picture; each line of it is told as soon as the next one has begun."""
    rows, line = list[Row](), list[Row]()
    async with aclosing(reader.read(pixels, language=language)) as found:
        async for row in found:
            rows.append(row)
            if line and len(in_lines([*line, row])) > 1:
                tell(in_lines(line)[0])
                line = []
            line.append(row)
    if line:
        tell(in_lines(line)[0])
    height, width = pixels.shape[:2]
    return Page(width, height, tuple(rows))
