"""Time is given, never taken: no other code reads the wall clock."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the wall-clock time."""

    def now(self) -> datetime:
        """The time now, aware of its zone (UTC)."""
