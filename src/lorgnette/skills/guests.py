"""Guests: people whom the wearer invites to see what the glasses see."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from lorgnette.core.pictures import Pixels

LIFE: Final = 600.0
"""Seconds in which an invitation must be used."""


@dataclass(eq=False)
class Invitation:
    """The right of one person to watch, by a link that nobody can guess.

    `code` is the link as a QR code. The first browser that uses it keeps it; once it is `taken`
    no other can, and it ends with what it was for.
    """

    name: str
    link: str
    code: Pixels
    taken: bool = False


class Guests(Protocol):
    """Those whom one activity has invited. All invitations end with it."""

    @property
    def invitations(self) -> Sequence[Invitation]:
        """Those that are good: taken, or not too old to be."""

    def invite(self, name: str, /) -> Invitation:
        """One more, for somebody of this name; it may be empty.

        Raises NotReachable when nobody but the wearer reaches this hub.
        """

    async def ended(self) -> None:
        """Wait until the wearer has ended it on their page."""
