"""Who somebody is who came in, by a link or by the page."""

import msgspec

from lorgnette.core.types import Wearer


class Caller(msgspec.Struct, frozen=True):
    """Who asks."""

    wearer: Wearer
    glasses: int | None
    """The number of the paired glasses; None on loopback, where nobody needs to be paired."""

    owner: bool
    """Whoever runs the hub: a program or a page on the same machine."""
