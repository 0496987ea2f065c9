"""While a meeting is held: marks, notes, and who the speakers are."""

from lorgnette.skills import Reply, Turn
from lorgnette.skills.meetings.asking import diary_of
from lorgnette.skills.meetings.meeting import Held
from lorgnette.skills.meetings.skill import skill


@skill.action(
    "(mark|bookmark|highlight|flag) (that|this|it|the moment)",
    "(that|this) (is|was) important",
)
async def mark(turn: Turn) -> Reply:
    """Mark this moment of the meeting."""
    return await put(turn, "", "marked")


@skill.action(
    "[(take|make|add)] [a] meeting note [that|saying] {text}",
    "for the minutes {text}",
    "(add|put|write) {text} (to|in|into) the minutes",
)
async def note(turn: Turn, text: str) -> Reply:
    """Put a note into the minutes at this moment."""
    return await put(turn, text, "noted")


async def put(turn: Turn, text: str, message: str) -> Reply:
    """Mark this moment, with a note or without."""
    held = turn.going(Held)
    if held is None or held.meeting is None:
        return Reply(say=turn.message("no-meeting"))
    await held.diary.mark(held.meeting.id, held.seconds(), text)
    return Reply(say=turn.message(message))


@skill.action(
    "speaker [number] {number} is [called] {name}",
    "(call|name) speaker [number] {number} {name}",
)
async def name(turn: Turn, number: int, name: str) -> Reply:
    """Say who a speaker is, for all that they said and will say."""
    held = turn.going(Held)
    if held is not None and held.meeting is not None:
        held.call(number, name)
        await held.diary.name_speaker(held.meeting.id, number, name)
    else:
        recent = await diary_of(turn).newest(limit=1)
        if not recent:
            return Reply(say=turn.message("no-meetings"))
        await diary_of(turn).name_speaker(recent[0].id, number, name)
    return Reply(say=turn.message("named", number=number, name=name))


@skill.action("(call|title|rename) (the|this) meeting [to|as] {title}")
async def retitle(turn: Turn, title: str) -> Reply:
    """Give the meeting a title."""
    held = turn.going(Held)
    if held is None or held.meeting is None:
        return Reply(say=turn.message("no-meeting"))
    await held.diary.retitle(held.meeting.id, title)
    return Reply(say=turn.message("titled", title=title))
