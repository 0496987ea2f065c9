"""What the wearer should do so that something can be seen: told once it is true for a while."""

from enum import StrEnum
from typing import Final

from lorgnette.senses.sight.quality import Quality

DARK, GLARING = 0.10, 0.45
"""Brightness below which it is too dark, and glare above which it is too bright."""

BLURRED: Final = 0.35
"""Share of the sharpness seen lately below which a frame was moved."""

PLAIN: Final = 0.1
"""Contrast below which there is nothing but a wall."""

DULL: Final = 2.5
"""Sharpness below which nothing has an edge: the grain of a camera alone has about 1."""

PATIENCE: Final = 4
"""Frames that must say the same before the wearer is told."""

STUBBORN: Final = 12
"""Frames of something that is near and sharp and not read, after which another side may help."""

FORGETS: Final = 0.97
"""What is left of the sharpness seen lately, from frame to frame."""


class Advice(StrEnum):
    """What would help."""

    DARK = "dark"
    BRIGHT = "bright"
    STILL = "still"
    CLOSER = "closer"
    TURN = "turn"
    AIM = "aim"


def fault(quality: Quality) -> Advice | None:
    """What is wrong with a picture in which nothing was found; None when it seems good."""
    moved = quality.contrast > PLAIN and quality.sharpness < DULL
    return light(quality) or (Advice.STILL if moved else None)


def light(quality: Quality) -> Advice | None:
    """Whether there is too little light, or too much."""
    if quality.brightness < DARK and quality.glare < 0.02:
        return Advice.DARK
    return Advice.BRIGHT if quality.glare > GLARING else None


class Guide:
    """Watches frames in which nothing was read, and says what would help."""

    def __init__(self) -> None:
        self.sharpest = 0.0
        self.same = 0
        self.last: Advice | None = None
        self.told: Advice | None = None

    def watch(self, quality: Quality, *, seen: bool) -> Advice | None:
        """Advice that is new; None when there is nothing new to say.

        `seen`: something is there that could not be read.
        """
        advice = self.judge(quality, seen=seen)
        self.same = self.same + 1 if advice is self.last else 1
        self.last = advice
        if self.same < PATIENCE or advice is self.told:
            return None
        self.told = advice
        return advice

    def judge(self, quality: Quality, *, seen: bool) -> Advice:
        """What would help, by one frame and those before it."""
        self.sharpest = max(quality.sharpness, self.sharpest * FORGETS)
        if (wrong := light(quality)) is not None:
            return wrong
        if quality.sharpness < BLURRED * self.sharpest:
            return Advice.STILL
        if seen:
            helpless = self.last is Advice.CLOSER and self.same >= STUBBORN
            return Advice.TURN if helpless or self.last is Advice.TURN else Advice.CLOSER
        return Advice.AIM
