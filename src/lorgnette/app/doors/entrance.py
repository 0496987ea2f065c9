"""Keeps the entrance from other machines good, and tells where it is, for as long as it is open."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
import anyio.to_thread

from lorgnette.app.doors.doors import Doors
from lorgnette.app.doors.ledger import Opening
from lorgnette.app.doors.outside import Outside
from lorgnette.app.tracing import report
from lorgnette.core.errors import OperatorError

log = logging.getLogger(__name__)

EVERY = 60.0
"""Seconds after which other addresses and the end of the certificate are noticed."""


class Entrance:
    """Where a hub is reached, on loopback and beyond."""

    def __init__(
        self, local: tuple[str, int], origins: tuple[str, ...], outside: Outside | None
    ) -> None:
        """`local`: the listener on loopback. `origins`: as configured."""
        self.local = local
        self.proxied = tuple(each for each in origins if each.startswith("https://"))
        self.outside = outside

    @property
    def opening(self) -> Opening | None:
        """Where others reach the hub now; None when they do not."""
        if self.outside is None:
            return Opening(self.local, self.proxied, None) if self.proxied else None
        urls = (*self.proxied, *self.outside.urls())
        made = self.outside.certificate
        return Opening(self.local, urls, made.fingerprint, made.pem)

    @asynccontextmanager
    async def told(self, doors: Doors, hosts: set[str]) -> AsyncIterator[None]:
        """While inside, `doors` and `hosts` know where the entrance is."""
        await self.tell(doors, hosts)
        async with anyio.create_task_group() as tasks:
            if self.outside is not None:
                tasks.start_soon(self.keep, self.outside, doors, hosts)
            try:
                yield
            finally:
                tasks.cancel_scope.cancel()
                with anyio.CancelScope(shield=True):
                    await doors.open(None)

    async def tell(self, doors: Doors, hosts: set[str]) -> None:
        """Say where the entrance is, if that is news."""
        if self.outside is not None:
            hosts |= self.outside.certificate.names
        opening = self.opening
        if opening is None or opening != doors.opening:
            await doors.open(opening)

    async def keep(self, outside: Outside, doors: Doors, hosts: set[str]) -> None:
        """Renew the certificate when it has to be, until cancelled."""
        while True:
            await anyio.sleep(EVERY)
            try:
                await anyio.to_thread.run_sync(outside.renew)
                await self.tell(doors, hosts)
            except OperatorError as error:
                report(log, "the certificate is not renewed", error)
