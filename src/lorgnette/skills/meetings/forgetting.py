"""Forgetting meetings, or only what they sounded like: for good, and only after a yes."""

from lorgnette.engines import Meeting
from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.meetings.asking import diary_of
from lorgnette.skills.meetings.meeting import Held
from lorgnette.skills.meetings.skill import skill

MANY = 1_000
"""Meetings that are counted before a question about all of them."""


@skill.action(
    "(delete|erase|forget|remove) (the|my) (last|latest|newest) meeting",
    "(delete|erase|forget|remove) (that|this|the) meeting",
    careful=True,
)
async def delete_last(turn: Turn) -> Reply:
    """Delete the newest meeting that is over, with its minutes and its sound, after a yes."""
    meeting = await last_over(turn)
    if meeting is None:
        return nothing(turn)

    async def commit() -> Reply:
        await diary_of(turn).delete(meeting.id)
        return Reply(say=turn.message("deleted", count=1), clears=True)

    return Reply(offer=Offer(turn.message("delete", title=meeting.title), commit))


@skill.action(
    "(delete|erase|forget|remove) the (sound|audio|recording) of (the|my) (last|latest) meeting",
    careful=True,
)
async def delete_sound(turn: Turn) -> Reply:
    """Delete what the newest meeting sounded like and keep what was said, after a yes."""
    meeting = await last_over(turn)
    if meeting is None:
        return nothing(turn)
    if not meeting.audio:
        return Reply(say=turn.message("no-sound", title=meeting.title))

    async def commit() -> Reply:
        await diary_of(turn).delete_audio(meeting.id)
        return Reply(say=turn.message("sound-deleted"), clears=True)

    return Reply(offer=Offer(turn.message("delete-sound", title=meeting.title), commit))


@skill.action(
    "(delete|erase|forget|remove) (all|every|all of) [my|the] (meetings|meeting)",
    careful=True,
)
async def delete_all(turn: Turn) -> Reply:
    """Delete every meeting with its minutes and its sound, after a yes."""
    count = len(await diary_of(turn).newest(limit=MANY))
    if turn.going(Held) is not None or not count:
        return nothing(turn)

    async def commit() -> Reply:
        return Reply(say=turn.message("deleted", count=await diary_of(turn).clear()), clears=True)

    return Reply(offer=Offer(turn.message("delete-all", count=count), commit))


async def last_over(turn: Turn) -> Meeting | None:
    """The newest meeting that does not go on."""
    newest = await diary_of(turn).newest(limit=10)
    return next((each for each in newest if each.over), None)


def nothing(turn: Turn) -> Reply:
    """Say why nothing can be deleted."""
    on = turn.going(Held) is not None
    return Reply(say=turn.message("still-on" if on else "no-meetings"))
