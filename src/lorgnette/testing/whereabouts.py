"""Whereabouts for the tests of actions: somebody stands somewhere, or nobody knows where."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager

import anyio

from lorgnette.core.errors import CannotLocate
from lorgnette.core.fixes import Fix
from lorgnette.core.types import Spot
from lorgnette.skills.whereabouts import GOOD


class Standing:
    """The `Whereabouts` of somebody who stands somewhere; `asked` is what for they were wanted.

    With a reason in the place of a spot nobody knows where they are.
    """

    def __init__(self, where: Spot | str, accuracy: float = 5.0) -> None:
        """`where`: a spot, or a reason as in `CannotLocate`."""
        self.where = where
        self.accuracy = accuracy
        self.asked: list[str] = []

    def fix(self) -> Fix:
        """Where they are now. Raises CannotLocate."""
        if isinstance(self.where, str):
            raise CannotLocate(self.where)
        return Fix(anyio.current_time(), self.where, self.accuracy)

    @asynccontextmanager
    async def following(
        self, purpose: str, /, *, rate: float = 1.0
    ) -> AsyncIterator[AsyncIterator[Fix]]:
        """See `Whereabouts`."""
        self.asked.append(purpose)
        async with aclosing(self._fixes(1 / rate)) as fixes:
            yield fixes

    async def here(self, purpose: str, /, *, accuracy: float = GOOD, patience: float = 8.0) -> Fix:
        """See `Whereabouts`."""
        self.asked.append(purpose)
        fix = self.fix()
        if fix.accuracy > accuracy:
            await anyio.sleep(patience)
            raise CannotLocate("rough")
        return fix

    async def _fixes(self, pause: float) -> AsyncGenerator[Fix]:
        while True:
            yield self.fix()
            await anyio.sleep(pause)
