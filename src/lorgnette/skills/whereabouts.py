"""How an action or an activity knows where the wearer is, for as long as it must."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from lorgnette.core.errors import CannotLocate
from lorgnette.core.fixes import Fix

GOOD = 100.0
"""Metres of accuracy with which somebody is somewhere: at a crossing, before a shop."""

LOCATING = 6.0
"""Seconds an answer may take longer when the glasses must first know where they are."""


class Whereabouts(Protocol):
    """The receiver of the glasses that are worn. Times are those of `anyio.current_time`."""

    def following(
        self, purpose: str, /, *, rate: float = 1.0
    ) -> AbstractAsyncContextManager[AsyncIterator[Fix]]:
        """Fixes from now on, each newer than the last; `rate` times a second at most.

        It is a lease: while it is open what it is for is told, and then written down. Where no
        fix comes the iterator waits: how long is for whoever follows to say. It raises
        CannotLocate when the glasses have no receiver, or may not use it.
        """

    async def here(self, purpose: str, /, *, accuracy: float = GOOD, patience: float = 8.0) -> Fix:
        """One fix of now, as good as asked.

        Raises CannotLocate when the glasses may not say where they are, or when after so many
        seconds they know nothing, or only something rougher.
        """


class Nowhere:
    """The whereabouts of glasses that never know."""

    def following(
        self, _purpose: str, /, **_wanted: float
    ) -> AbstractAsyncContextManager[AsyncIterator[Fix]]:
        """Raises CannotLocate."""
        raise CannotLocate("missing")

    async def here(self, _purpose: str, /, **_wanted: float) -> Fix:
        """Raises CannotLocate."""
        raise CannotLocate("missing")
