"""A live picture for others: guests whom the wearer invites, and servers that pass it on."""

from contextlib import AbstractAsyncContextManager
from typing import Final, Protocol

from lorgnette.engines.key import Key

SIDE: Final = 640
"""Pixels of the longer side of a picture: what a phone shows, and what can be sent as it comes."""

GUESTS: Final = 4
"""Who watch at the same time: each costs an encoder."""


class Showing(Protocol):
    """A live picture on its way to others."""

    @property
    def stopped(self) -> str:
        """Why it goes out no longer, for the log; empty while it does."""

    async def see(self, jpeg: bytes, /) -> None:
        """The next picture: the latest counts, and those before may never be sent.

        Raises CannotHide when the faces in it cannot be hidden; then it is not sent. Raises
        EngineFailed when a server does not take the first one.
        """


class Screening(Showing, Protocol):
    """A live picture that guests watch over WebRTC."""

    @property
    def watching(self) -> int:
        """How many guests there are."""

    async def changed(self) -> None:
        """Wait until somebody comes or goes, or it is stopped."""

    async def admit(self, guest: str, offer: str, /) -> str:
        """Let a guest watch: the answer to what their browser offers, both as SDP.

        A guest who is there already takes their own place. Raises EngineFailed when the offer
        makes no sense, and TooMuch when there are `GUESTS`.
        """

    async def dismiss(self, guest: str, /) -> None:
        """Let a guest watch no longer. Raises EngineFailed."""


class Projector(Protocol):
    """Shows guests what the wearer sees."""

    def open(self, *, faces: bool = False) -> AbstractAsyncContextManager[Screening]:
        """Begin; once it is left nobody sees anything more.

        `faces`: whether the wearer wants faces to be seen. Who hides them stands around every
        provider, which is given only what may be seen. Raises EngineFailed.
        """


class Broadcaster(Protocol):
    """Sends what the wearer sees to a server that passes it on to others."""

    def open(self, *, faces: bool = False) -> AbstractAsyncContextManager[Showing]:
        """As `Projector.open`. Raises EngineFailed when the server cannot be reached or refuses.

        A server that is reached only with the first picture refuses that one.
        """


PROJECTOR: Key[Projector] = Key("projector")
"""A live picture for guests."""

BROADCASTER: Key[Broadcaster] = Key("broadcaster")
"""A live picture for a server."""
