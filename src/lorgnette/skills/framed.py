"""Looking for long enough to have one sharp picture, and reading it."""

from contextlib import aclosing

from lorgnette.core.errors import CannotSee
from lorgnette.core.pages import Page
from lorgnette.core.pictures import Pixels
from lorgnette.engines import Reader
from lorgnette.senses.sight import Best, quality
from lorgnette.skills.eyes import Eyes, Sight

FRAMES = 5
"""Frames of which the sharpest is taken: hands are still now and then."""


async def sharpest(
    eyes: Eyes, purpose: str, *, frames: int = FRAMES, rate: float = 8.0, side: int = 1_920
) -> Sight:
    """The sharpest of some frames. Raises CannotSee."""
    best = Best[Sight]()
    sharp: Sight | None = None
    async with eyes.looking(purpose, rate=rate, side=side) as sights:
        async for sight in sights:
            if best.add(sight, quality(sight.pixels)) or sharp is None:
                sharp = sight
            if best.seen >= frames:
                return sharp
    raise CannotSee("silent")


async def page_in(reader: Reader, pixels: Pixels) -> Page:
    """The text in a picture, as it lies there."""
    height, width = pixels.shape[:2]
    async with aclosing(reader.read(pixels)) as found:
        return Page(width, height, tuple([row async for row in found]))
