"""Looking for long enough to have one sharp picture."""

from lorgnette.senses.sight import Best, quality
from lorgnette.skills.eyes import Eyes, Sight

FRAMES = 5
"""Frames of which the sharpest is taken: hands are still now and then."""


async def sharpest(
    eyes: Eyes, purpose: str, *, frames: int = FRAMES, rate: float = 8.0, side: int = 1_920
) -> Sight:
    """The sharpest of some frames. Raises CannotSee."""
    best = Best[Sight]()
    async with eyes.looking(purpose, rate=rate, side=side) as sights:
        async for sight in sights:
            best.add(sight, quality(sight.pixels))
            if best.seen >= frames:
                break
    assert best.best is not None  # at least one came, or CannotSee was raised
    return best.best
