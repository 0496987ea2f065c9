"""A skill that keeps, tells and forgets secrets: whose are they?"""

import msgspec

from lorgnette.skills import Offer, Reply, Skill, Turn


class Secret(msgspec.Struct, frozen=True, tag="secret"):
    text: str


def play():
    """Keeps, tells and forgets secrets."""
    skill = Skill("play")

    @skill.action("keep {what}")
    async def keep(turn: Turn, what: str) -> Reply:
        """Keep it."""
        await turn.shelf(Secret).add(Secret(what))
        return Reply(say=f"kept {what}")

    @skill.action("tell me")
    async def tell(turn: Turn) -> Reply:
        """Tell all."""
        every = await turn.shelf(Secret).all()
        return Reply(say="you said " + " and ".join(each.item.text for each in every))

    @skill.action("forget")
    async def forget(turn: Turn) -> Reply:
        """Offer to forget all."""

        async def commit() -> Reply:
            every = await turn.shelf(Secret).all()
            await turn.shelf(Secret).remove(*(each.id for each in every))
            return Reply(say="forgotten")

        return Reply(offer=Offer("really?", commit))

    @skill.action("what did i ask")
    async def history(turn: Turn) -> Reply:
        """Tell what was asked."""
        return Reply(say="you asked " + " and ".join(each.asked for each in turn.history))

    return skill
