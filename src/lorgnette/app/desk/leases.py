"""What a wearer's senses were used for: read, and forgotten."""

from collections.abc import Sequence

from lorgnette.app.desk import kept
from lorgnette.app.hub import Hub
from lorgnette.core.errors import NotFound
from lorgnette.core.types import Wearer
from lorgnette.engines import Shelf
from lorgnette.web.api.leases import Lease, Which


class Uses:
    """Implements `web.api.leases.Leases`."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    def shelf(self, wearer: Wearer) -> Shelf[kept.Lease]:
        """Where the uses are. Raises StoreFailed when there is no store."""
        return self.hub.records.shelf(wearer, kept.Lease)

    async def list(self, wearer: Wearer, which: Which, /) -> Sequence[Lease]:
        """See `Leases`."""
        found = await self.shelf(wearer).newest(before=which.before, limit=which.limit)
        return [
            Lease(each.id, use.sense, use.purpose, use.began, use.seconds, use.device, use.left)
            for each in found
            for use in [each.item]
        ]

    async def delete(self, wearer: Wearer, lease: int, /) -> None:
        """See `Leases`."""
        if not await self.shelf(wearer).remove(lease):
            raise NotFound("there is no such use")

    async def delete_all(self, wearer: Wearer, /) -> int:
        """See `Leases`."""
        return await self.shelf(wearer).clear()
