"""The turns of a wearer that are over: read, searched, forgotten."""

from collections.abc import Sequence

from lorgnette.app.desk.kept import PastTurn
from lorgnette.app.hub import Hub
from lorgnette.core.conversation import Exchange
from lorgnette.core.errors import NotFound
from lorgnette.core.types import Wearer
from lorgnette.engines import Shelf, Stored
from lorgnette.web.api.turns import Turn, Which

BATCH = 500
"""Turns that are read at once while searching: a few milliseconds."""


class History:
    """Implements `web.api.turns.Turns`."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    def shelf(self, wearer: Wearer) -> Shelf[PastTurn]:
        """Where the turns are. Raises StoreFailed when there is no store."""
        return self.hub.records.shelf(wearer, PastTurn)

    async def list(self, wearer: Wearer, which: Which, /) -> Sequence[Turn]:
        """See `Turns`."""
        shelf, words = self.shelf(wearer), which.find.casefold().split()
        if not words:
            found = await shelf.newest(before=which.before, limit=which.limit)
            return [shown(each) for each in found]
        hits: list[Turn] = []
        batch = await shelf.newest(before=which.before, limit=BATCH)
        while batch and len(hits) < which.limit:
            hits += [shown(each) for each in batch if matches(each.item, words)]
            batch = await shelf.newest(before=batch[-1].id, limit=BATCH)
        return hits[: which.limit]

    async def delete(self, wearer: Wearer, turn: int, /) -> None:
        """See `Turns`."""
        shelf = self.shelf(wearer)
        found = await shelf.newest(before=turn + 1, limit=1)
        if not found or found[0].id != turn or not await shelf.remove(turn):
            raise NotFound("there is no such turn")
        forget(self.hub, wearer, found[0].item.heard)

    async def delete_all(self, wearer: Wearer, /) -> int:
        """See `Turns`."""
        count = await self.hub.keeper.forget(wearer)
        forget(self.hub, wearer)
        return count


def forget(hub: Hub, wearer: Wearer, asked: str | None = None) -> None:
    """Take a wearer's turn, or all turns, out of what the hub has in memory."""
    hub.recents.clear(wearer)
    hub.histories[wearer] = remaining(hub.histories.get(wearer, ()), asked)
    for session in hub.sessions.values():
        if session.wearer == wearer:
            session.forget(remaining(session.state.history, asked))


def remaining(history: Sequence[Exchange], asked: str | None) -> tuple[Exchange, ...]:
    """A conversation without what was asked; without anything for None."""
    return tuple(each for each in history if asked is not None and each.asked != asked)


def matches(turn: PastTurn, words: Sequence[str]) -> bool:
    """Whether each of some words, in lower case, occurs in what was heard, understood or said."""
    texts = (turn.heard, turn.said, turn.skill, turn.action, *turn.slots.values())
    text = "\n".join(texts).casefold()
    return all(word in text for word in words)


def shown(stored: Stored[PastTurn]) -> Turn:
    """A turn as the page gets it."""
    turn = stored.item
    return Turn(
        id=stored.id,
        at=turn.at,
        language=turn.language,
        heard=turn.heard,
        typed=turn.typed,
        skill=turn.skill,
        action=turn.action,
        slots=turn.slots,
        said=turn.said,
        device=turn.device,
        outcome=turn.outcome,
        page=turn.page,
    )
