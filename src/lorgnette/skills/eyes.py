"""What an action or an activity sees with, for as long as it must."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from lorgnette.core.errors import CannotSee
from lorgnette.core.pictures import Pixels
from lorgnette.engines.key import Key


@dataclass(frozen=True, eq=False)
class Sight:
    """One picture of the camera: as it came, as it is to be looked at, and at which sample."""

    jpeg: bytes
    pixels: Pixels
    sample: int = 0


class Sights(Protocol):
    """Pictures as they come."""

    def __aiter__(self) -> AsyncIterator[Sight]: ...

    async def __anext__(self) -> Sight: ...

    def shown_to(self, engine: Key[Any], /) -> None:
        """Have it written down, where that engine is elsewhere, that a picture left the hub."""

    def shown_to_guest(self, name: str, /) -> None:
        """Have it written down that a guest of this name was shown what is seen."""


class Eyes(Protocol):
    """The camera of the glasses that are worn."""

    def looking(
        self, purpose: str, /, *, rate: float = 8.0, side: int = 1280
    ) -> AbstractAsyncContextManager[Sights]:
        """Pictures from now on, the latest each time: whoever is slow misses those between.

        At most `rate` a second, their longer side at most `side` pixels. It is a lease: while it
        is open the indicator is lit, and what it was for is written down. Waiting for a picture
        raises CannotSee when the glasses have no camera, may not use it, or send nothing.
        """


class NoEyes:
    """The eyes of glasses without a camera."""

    def looking(self, _purpose: str, /, **_wanted: float) -> AbstractAsyncContextManager[Sights]:
        """Raises CannotSee."""
        raise CannotSee("missing")
