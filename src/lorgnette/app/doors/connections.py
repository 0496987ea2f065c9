"""How many connections strangers may hold open: the hub has only so many, and its owner needs some.

They are counted where they are accepted, before a stranger has said anything, until they are over
or have become a link; `Doors.hall` counts links that do not say who they are.
"""

import asyncio
import logging
import socket
from typing import TYPE_CHECKING, Any

from lorgnette.devices.peer import neighbourhood

if TYPE_CHECKING:
    import h11

FROM_ONE = 32
"""Connections of one party: a browser opens six, and a few streams."""

FROM_ALL = 256
"""Connections of everybody."""

FIRST = 10.0
"""Seconds until a connection must have asked for something."""


QUIET = logging.getLogger(f"{__name__}.strangers")
"""Where a server says what strangers do wrong: they must not fill the hub's log."""

QUIET.setLevel(logging.ERROR)


class CountingSocket(socket.socket):
    """A listening socket that hangs up on whoever comes with too many connections."""

    def __init__(self, *args: Any, **more: Any) -> None:
        """As any socket."""
        super().__init__(*args, **more)
        self.waiting: dict[tuple[str, int], tuple[str, socket.socket]] = {}

    def accept(self) -> tuple[socket.socket, Any]:
        """The next connection. Raises ConnectionAbortedError for one too many."""
        connection, address = super().accept()
        self.waiting = {
            each: (place, held)
            for each, (place, held) in self.waiting.items()
            if held.fileno() != -1
        }
        place = neighbourhood(address[0])
        same = sum(place == other for other, _ in self.waiting.values())
        if same >= FROM_ONE or len(self.waiting) >= FROM_ALL:
            connection.close()
            raise ConnectionAbortedError
        self.waiting[address[:2]] = (place, connection)
        return connection, address

    def forget(self, address: tuple[str, int] | None) -> None:
        """The connection from this address has become a link."""
        if address is not None:
            self.waiting.pop(address, None)


def impatient_protocol(listener: CountingSocket) -> type[asyncio.Protocol]:
    """A protocol for the uvicorn server of a listener: who asks for nothing is not waited for."""
    from uvicorn.protocols.http.h11_impl import H11Protocol

    class ImpatientProtocol(H11Protocol):
        """One connection."""

        patience: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            """Somebody is there; asyncio itself calls with a narrower type than it declares."""
            super().connection_made(transport)
            self.logger = QUIET
            self.patience = self.loop.call_later(FIRST, self.lose_patience)

        def lose_patience(self) -> None:
            """Hang up on whoever has asked for nothing yet."""
            if self.cycle is None:
                self.transport.abort()

        def handle_websocket_upgrade(self, event: "h11.Request") -> None:
            """It is a link from here on."""
            self.relax()
            listener.forget(self.client)
            super().handle_websocket_upgrade(event)

        def connection_lost(self, exc: Exception | None) -> None:
            """They are gone."""
            self.relax()
            super().connection_lost(exc)

        def relax(self) -> None:
            """Wait no longer."""
            if self.patience is not None:
                self.patience.cancel()

    return ImpatientProtocol
