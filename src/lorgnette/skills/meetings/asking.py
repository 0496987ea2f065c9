"""What was said, and what came of it: questions about meetings."""

from collections.abc import Sequence

from lorgnette.core import cards
from lorgnette.core.slots import Person
from lorgnette.engines import MEETINGS, Diary, Hit, Search
from lorgnette.skills import Reply, Turn
from lorgnette.skills.meetings.meeting import Held
from lorgnette.skills.meetings.minuting import card_of, in_short
from lorgnette.skills.meetings.skill import skill

SHOWN = 5
"""Lines that are shown; the first is said."""


def diary_of(turn: Turn) -> Diary:
    """The wearer's meetings."""
    return turn[MEETINGS].of(turn.wearer)


@skill.action(
    "who (said|mentioned|talked about|spoke about|brought up) {words}",
    "who was it (that|who) (said|mentioned) {words}",
)
async def who_said(turn: Turn, words: str) -> Reply:
    """Tell who said something, in this meeting or in the newest where it was said."""
    held = turn.going(Held)
    number = held.meeting.id if held is not None and held.meeting is not None else None
    hits = await diary_of(turn).search(Search(words, meeting=number), limit=SHOWN)
    if not hits and number is not None:
        hits = await diary_of(turn).search(Search(words), limit=SHOWN)
    return found(turn, hits)


@skill.action(
    "what did {person} say [about {words}]",
    "what has {person} said [about {words}]",
)
async def what_said(turn: Turn, person: Person, words: str = "") -> Reply:
    """Tell what somebody said about something, in any meeting."""
    hits = await diary_of(turn).search(Search(words, person=person.name), limit=SHOWN)
    return found(turn, hits)


@skill.action(
    "(what was|what did we|who) (said|say) about {words} [in (the|our|my) (meeting|meetings)]",
    "(find|search) {words} in (my|our|the) meetings",
)
async def said_about(turn: Turn, words: str) -> Reply:
    """Find what was said about something, in any meeting."""
    return found(turn, await diary_of(turn).search(Search(words), limit=SHOWN))


@skill.action(
    "(read|show|tell) [me] [the] minutes [of the last meeting]",
    "(what were|what are|tell me|show me) the (decisions|action items) [of the last meeting]",
    "what (did we decide|was decided) [in the last meeting]",
    "what came of the last meeting",
)
async def last_minutes(turn: Turn) -> Reply:
    """Tell what came of the last meeting."""
    diary = diary_of(turn)
    for meeting in await diary.newest(limit=10):
        minutes = await diary.minutes(meeting.id)
        if minutes is not None:
            return Reply(say=in_short(turn, minutes), card=card_of(turn, minutes))
    return Reply(say=turn.message("no-minutes"))


def found(turn: Turn, hits: Sequence[Hit]) -> Reply:
    """Say the best line, and show the best few with who said them and where."""
    if not hits:
        return Reply(say=turn.message("nothing-said"))
    best = hits[0]
    who = best.who if not best.who.startswith("#") else turn.message("speaker", number=best.who[1:])
    message = "said-by" if who else "said"
    say = turn.message(message, who=who, text=best.line.text, title=best.title)
    items = tuple(
        cards.Line(f"{each.who}: {each.excerpt}".lstrip(": "), each.title) for each in hits
    )
    return Reply(say=say, card=cards.List(items=items))
