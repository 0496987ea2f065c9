"""What a wearer asked to be told of at a time."""

from datetime import datetime
from typing import Literal

import msgspec

from lorgnette.core.types import Language


class Alarm(msgspec.Struct, frozen=True, tag="alarm"):
    """A timer, an alarm or a reminder that waits for its time.

    `say` and `rings` are what the wearer will hear and see then, in the `language` they spoke;
    `title` is what it is called until then, and beside `rings` when that is not empty;
    `label` is what it is for, in their own words; `seconds` is how long a timer was set for.
    `rung` is when it was told: it stays for a while, so that it can be put off.
    """

    kind: Literal["timer", "alarm", "reminder"]
    language: Language
    title: str
    say: str
    rings: str = ""
    label: str = ""
    seconds: float = 0.0
    rung: datetime | None = None
