"""A camera that exists only for a program: it shows whatever the program wants seen."""

from collections.abc import Callable

from lorgnette.link.media import Camera
from lorgnette.link.messages import Blind, Look

View = Callable[[], bytes | str]
"""What is in view now: a JPEG, or why there is no picture, as in `Blind`."""


def nothing_to_see() -> str:
    """The view of glasses without a camera."""
    return "missing"


class VirtualCamera:
    """Takes pictures of a view as often as the hub asks for them. Pure: somebody waits for it."""

    def __init__(self, view: View = nothing_to_see) -> None:
        """`view`: asked once for every picture."""
        self.view = view
        self.asked = Look()
        self._taken = 0

    @property
    def pause(self) -> float | None:
        """Seconds between two pictures; None while none are wanted."""
        return 1 / self.asked.rate if self.asked.rate else None

    def picture(self, sample: int) -> Camera | Blind:
        """What the glasses have to say of the view, at a microphone sample."""
        seen = self.view()
        if isinstance(seen, str):
            return Blind(seen)
        self._taken += 1
        return Camera(self._taken, sample, seen)
