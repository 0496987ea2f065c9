"""Emptying what one fills while shopping, after a yes."""

from msgspec import Struct

from lorgnette.skills import Offer, Reply, Turn


async def emptied(turn: Turn, kind: type[Struct], what: str) -> Reply:
    """Offer to empty the shelf of a kind: `what` is `basket` or `list`, as in the messages."""
    items = await turn.shelf(kind).all()
    if not items:
        return Reply(say=turn.message(f"{what}-empty"))

    async def commit() -> Reply:
        await turn.shelf(kind).clear()
        return Reply(say=turn.message(f"cleared-{what}"))

    return Reply(offer=Offer(turn.message(f"clear-{what}", count=len(items)), commit))
