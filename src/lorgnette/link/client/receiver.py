"""A receiver of positions that exists only for a program: it is wherever the program says."""

from collections.abc import Callable

from lorgnette.link.messages import Locate, Located, Lost

Whereabouts = Callable[[], Located | str]
"""Where the glasses are, and since when that is known; or why they cannot say it, as in `Lost`."""


def nowhere() -> str:
    """The whereabouts of glasses without a receiver."""
    return "missing"


class VirtualReceiver:
    """Says where it is as often as the hub asks. Pure: somebody waits for it."""

    def __init__(self, where: Whereabouts = nowhere) -> None:
        """`where`: asked once for every position."""
        self.where = where
        self.asked = Locate()

    @property
    def pause(self) -> float | None:
        """Seconds between two positions; None while none are wanted."""
        return 1 / self.asked.rate if self.asked.rate else None

    def position(self) -> Located | Lost:
        """What the glasses have to say of where they are."""
        found = self.where()
        return Lost(found) if isinstance(found, str) else found
