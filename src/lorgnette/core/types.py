"""The small words everybody uses."""

from enum import StrEnum
from typing import Annotated, Final, NewType

import msgspec

Language = NewType("Language", str)
"""A BCP-47 language tag in lower case: `en`, `zh`, `ja`. Regions are dropped on entry."""

Epoch = NewType("Epoch", int)
"""The number of a turn. It grows with every turn and every interruption."""

Wearer = NewType("Wearer", str)
"""The name under which a wearer's things are kept. Never shown to another wearer."""

ENGLISH: Final = Language("en")
CHINESE: Final = Language("zh")

SAMPLE_RATE: Final = 16_000
"""Samples a second of every sound inside the hub: mono, signed 16-bit, little-endian."""

SAMPLE_BYTES: Final = 2

Sound = bytes
"""A piece of sound at `SAMPLE_RATE`."""


def samples_in(sound: Sound) -> int:
    """How many samples a piece of sound holds."""
    return len(sound) // SAMPLE_BYTES


class Spot(msgspec.Struct, frozen=True):
    """A place on the earth, in degrees (WGS 84)."""

    latitude: float
    longitude: float


class Gesture(StrEnum):
    """What a finger does on the temple."""

    TAP = "tap"
    DOUBLE_TAP = "double_tap"
    LONG_PRESS = "long_press"
    SLIDE_FORWARD = "slide_forward"
    SLIDE_BACK = "slide_back"


class Layout(StrEnum):
    """How a display can show things."""

    NONE = "none"
    PIXELS = "pixels"
    TEXT = "text"


Extent = Annotated[int, msgspec.Meta(ge=0, le=8_192)]
"""Pixels, columns or rows. Bounded, since glasses say it of themselves."""


class Display(msgspec.Struct, frozen=True):
    """What a lens can show: pixels wide and high, or columns and rows of text."""

    layout: Layout = Layout.NONE
    width: Extent = 0
    height: Extent = 0


class Profile(msgspec.Struct, frozen=True):
    """What one model of glasses can do."""

    name: Annotated[str, msgspec.Meta(max_length=64)]
    display: Display = Display()
    microphone: bool = True
    speaker: bool = True
    camera: bool = False
    touch: bool = True
    battery: bool = True


EVERYDAY: Final = Profile("everyday", camera=True)
AR: Final = Profile("ar", Display(Layout.PIXELS, 640, 480), camera=True)
TEXT_GRID: Final = Profile("text", Display(Layout.TEXT, 40, 5))
PROFILES: Final = {profile.name: profile for profile in (EVERYDAY, AR, TEXT_GRID)}
