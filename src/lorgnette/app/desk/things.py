"""Everything that skills keep for a wearer, without knowing what it is."""

from collections.abc import Sequence

from lorgnette.app.desk.kept import OURS
from lorgnette.app.hub import Hub
from lorgnette.core import effects as do
from lorgnette.core.cards import Card, Progress
from lorgnette.core.errors import NotFound
from lorgnette.core.notes import Note
from lorgnette.core.types import Wearer
from lorgnette.engines import Thing as Stored
from lorgnette.web.api.things import Thing, Which


class Belongings:
    """Implements `web.api.things.Things`."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    async def list(self, wearer: Wearer, which: Which, /) -> Sequence[Thing]:
        """See `Things`."""
        found = await self.hub.records.everything(
            wearer, but=OURS, before=which.before, limit=which.limit
        )
        return [shown(each) for each in found]

    async def delete(self, wearer: Wearer, thing: int, /) -> None:
        """See `Things`. The store tells the agenda, which then does not ring."""
        records = self.hub.records
        found = await records.everything(wearer, but=OURS, before=thing + 1, limit=1)
        if not await records.discard(wearer, thing, but=OURS):
            raise NotFound("there is no such thing")
        for session in self.hub.sessions.values():
            if session.wearer == wearer and counts_down(session.lens.card, found[0]):
                session.express(do.Clear())

    async def note(self, wearer: Wearer, text: str, /) -> Thing:
        """See `Things`."""
        kept = await self.hub.records.shelf(wearer, Note).add(Note(text))
        return Thing(kept.id, "note", kept.created, None, {"type": "note", "text": text})


def counts_down(card: Card | None, thing: Stored) -> bool:
    """Whether a card on the lens counts down to a thing."""
    match card:
        case Progress(title=title, seconds_left=float()):
            return bool(title == thing.item.get("title"))
    return False


def shown(stored: Stored) -> Thing:
    """A thing as the page gets it."""
    return Thing(stored.id, stored.kind, stored.created, stored.due, stored.item)
