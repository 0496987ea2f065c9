"""Looking for long enough to have one sharp picture."""

from lorgnette.core.errors import CannotSee
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
