"""Tickets: a right to read one address, for what cannot show a token, such as an `<audio>`.

A ticket stands for the token of whoever asked for it. It opens nothing once that token is revoked,
nothing at another address, and nothing but reading. A ticket for an address that ends with a slash
opens what lies below it.
"""

import secrets
from typing import Final, NamedTuple
from urllib.parse import parse_qs

import anyio

LIFE: Final = 12 * 3600.0
"""Seconds for which a ticket is good: longer than anybody listens."""

MOST: Final = 500
"""Tickets there are at the same time; of more, the oldest are void."""

READING: Final = ("GET", "HEAD")


class Ticket(NamedTuple):
    """The address that may be read, with whose token, and until when on the loop's clock."""

    path: str
    token: str | None
    until: float

    def opens(self, path: str) -> bool:
        """Whether an address is this one, or lies below it."""
        return path == self.path or (self.path.endswith("/") and path.startswith(self.path))


class Tickets:
    """All tickets of a hub; they do not outlive it."""

    def __init__(self) -> None:
        self.issued: dict[str, Ticket] = {}

    def issue(self, path: str, token: str | None) -> str:
        """The address with a ticket for it, for whoever has this token."""
        while len(self.issued) >= MOST:
            del self.issued[next(iter(self.issued))]
        name = secrets.token_urlsafe(24)
        self.issued[name] = Ticket(path, token, anyio.current_time() + LIFE)
        return f"{path}?ticket={name}"

    def token(self, method: str, path: str, query: bytes) -> str | None:
        """The token for which a request's ticket stands; nobody's when it opens nothing here.

        Without a ticket there is no token.
        """
        shown = parse_qs(query.decode("latin-1")).get("ticket")
        if shown is None or method not in READING:
            return None
        ticket = self.issued.get(shown[0])
        if ticket is None or not ticket.opens(path) or anyio.current_time() > ticket.until:
            return ""
        return ticket.token
