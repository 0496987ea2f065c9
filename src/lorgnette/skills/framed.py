"""Looking for long enough to have one sharp picture, and reading it."""

from collections.abc import Sequence
from contextlib import aclosing
from typing import Any

import anyio

from lorgnette.core.errors import Unreadable
from lorgnette.core.pages import Page, Row
from lorgnette.core.pictures import Pixels
from lorgnette.engines import Key, Reader
from lorgnette.senses.sight import Best, fault, quality
from lorgnette.skills.eyes import Eyes, Sight

FRAMES = 5
"""Frames of which the sharpest is taken: hands are still now and then."""

IN_TIME = 1.5
"""Seconds after the first frame: one of many pixels over a slow link comes alone."""


async def sharpest(
    eyes: Eyes, purpose: str, *, side: int = 1_920, shown_to: Key[Any] | None = None
) -> Sight:
    """The sharpest of some frames, or of those that come in time. Raises CannotSee.

    `shown_to`: an engine that will see it.
    """
    best = Best[Sight]()
    async with eyes.looking(purpose, side=side) as sights:
        sharp = await anext(sights)
        best.add(sharp, quality(sharp.pixels))
        with anyio.move_on_after(IN_TIME):
            while best.seen < FRAMES:
                sight = await anext(sights)
                if best.add(sight, quality(sight.pixels)):
                    sharp = sight
        if shown_to is not None:
            sights.shown_to(shown_to)
    return sharp


async def page_in(reader: Reader, pixels: Pixels) -> Page:
    """The text in a picture, as it lies there. Raises Unreadable when there is none."""
    async with aclosing(reader.read(pixels)) as found:
        rows = [row async for row in found]
    return page_with(pixels, rows)


def page_with(pixels: Pixels, rows: Sequence[Row]) -> Page:
    """What was read in a picture. Raises Unreadable when that is nothing."""
    if not rows:
        raise Unreadable(fault(quality(pixels)))
    height, width = pixels.shape[:2]
    return Page(width, height, tuple(rows))
