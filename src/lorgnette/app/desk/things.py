"""Everything that skills keep for a wearer, without knowing what it is."""

from collections.abc import Sequence

from lorgnette.app.desk.kept import OURS
from lorgnette.core.errors import NotFound, StoreFailed
from lorgnette.core.types import Wearer
from lorgnette.engines import Records
from lorgnette.engines import Thing as Stored
from lorgnette.skills.notes import Note
from lorgnette.web.api.things import Thing, Which


class Belongings:
    """Implements `web.api.things.Things`."""

    def __init__(self, records: Records | None) -> None:
        """Without `records` a wearer has nothing."""
        self.found = records

    @property
    def records(self) -> Records:
        """The store. Raises StoreFailed when there is none."""
        if self.found is None:
            raise StoreFailed("there is no store")
        return self.found

    async def list(self, wearer: Wearer, which: Which, /) -> Sequence[Thing]:
        """See `Things`."""
        found = await self.records.everything(
            wearer, but=OURS, before=which.before, limit=which.limit
        )
        return [shown(each) for each in found]

    async def delete(self, wearer: Wearer, thing: int, /) -> None:
        """See `Things`. The store tells the agenda, which then rings no more."""
        if not await self.records.discard(wearer, thing, but=OURS):
            raise NotFound("there is no such thing")

    async def note(self, wearer: Wearer, text: str, /) -> Thing:
        """See `Things`."""
        kept = await self.records.shelf(wearer, Note).add(Note(text))
        return Thing(kept.id, "note", kept.created, None, {"type": "note", "text": text})


def shown(stored: Stored) -> Thing:
    """A thing as the page gets it."""
    return Thing(stored.id, stored.kind, stored.created, stored.due, stored.item)
