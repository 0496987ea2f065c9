"""How many connections strangers may hold open: the hub has only so many, and its owner needs some.

A link is counted no longer once it is one: `Doors.hall` counts those that say nothing.
"""

import asyncio
from typing import TYPE_CHECKING

from lorgnette.app.doors.crowd import Crowd
from lorgnette.devices.peer import neighbourhood

if TYPE_CHECKING:
    import h11

FROM_ONE = 32
"""Connections of one party: a browser opens six, and a few streams."""

FROM_ALL = 256
"""Connections of everybody."""

FIRST = 10.0
"""Seconds until a connection must have asked for something."""


def counted_protocol(crowd: Crowd) -> type[asyncio.Protocol]:
    """A protocol for a uvicorn server that hangs up on whoever comes with too many."""
    from uvicorn.protocols.http.h11_impl import H11Protocol

    class CountedProtocol(H11Protocol):
        """One connection, counted for as long as it is no link."""

        place: str | None = None
        patience: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            """Somebody connects; asyncio itself calls with a narrower type than it declares."""
            super().connection_made(transport)
            place = neighbourhood(self.client[0] if self.client else "")
            if not crowd.enter(place):
                transport.abort()
                return
            self.place = place
            self.patience = self.loop.call_later(FIRST, self.lose_patience)

        def lose_patience(self) -> None:
            """Hang up on whoever has asked for nothing yet."""
            if self.cycle is None:
                self.transport.abort()

        def handle_websocket_upgrade(self, event: "h11.Request") -> None:
            """It is a link from here on."""
            self.leave()
            super().handle_websocket_upgrade(event)

        def connection_lost(self, exc: Exception | None) -> None:
            """They are gone."""
            self.leave()
            super().connection_lost(exc)

        def leave(self) -> None:
            """Count no longer."""
            if self.patience is not None:
                self.patience.cancel()
            if self.place is not None:
                crowd.leave(self.place)
                self.place = None

    return CountedProtocol
