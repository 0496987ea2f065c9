"""Beginning and ending a meeting."""

from datetime import datetime, timedelta

import msgspec

from lorgnette.core.activities import Activity
from lorgnette.engines import MEETINGS, RECOGNISER, Meeting
from lorgnette.skills import Reply, Turn
from lorgnette.skills.meetings.meeting import Held
from lorgnette.skills.meetings.minuting import make_minutes
from lorgnette.skills.meetings.skill import skill

INTERRUPTED = timedelta(minutes=15)
"""After a longer interruption a meeting is over."""


class Announcement(msgspec.Struct, frozen=True, tag="meeting-announcement"):
    """What is said aloud when a meeting begins, so that everybody knows; empty: nothing."""

    text: str


@skill.action(
    "(start|begin|open|record|minute) (a|the|this|our|my) [new] meeting [called {title}]",
    "(start|begin) (taking|writing) [the] minutes [of {title}]",
    "(take|keep|write) [the] minutes [of (this|the) meeting]",
    "new meeting [called {title}]",
)
async def start(turn: Turn, title: str = "") -> Reply:
    """Begin a meeting: what is said is written down, with minutes at the end."""
    if turn.going(Held) is not None:
        return Reply(say=turn.message("goes-on-already"))
    async with turn[RECOGNISER].open(turn.language):
        pass  # it says at once whether it knows the language
    kept = await turn.shelf(Announcement).newest(limit=1)
    announced = kept[0].item.text if kept else turn.message("announcement")
    say = f"{turn.message('started')} {announced}".strip()
    return Reply(say=say, begins=Held(turn, title))


@skill.action(
    "(stop|end|finish|close|conclude) (the|this|our|my) meeting",
    "(stop|end|finish) (taking|writing) [the] minutes",
    "(the|this|our) meeting is (over|finished|done)",
)
async def stop(turn: Turn) -> Reply:
    """End the meeting, and make its minutes."""
    held = turn.going(Held)
    if held is None:
        return Reply(say=turn.message("no-meeting"))
    held.over.set()
    return Reply(say=turn.message("ended"))


@skill.action(
    "(announce|open|begin) [my|every] (meeting|meetings) with {text}",
    "when a meeting (begins|starts) say {text}",
)
async def announce(turn: Turn, text: str) -> Reply:
    """Choose what is said aloud when a meeting begins."""
    await keep(turn, text)
    return Reply(say=turn.message("announces", text=text))


@skill.action(
    "(don't|do not|stop) (announce|announcing) [my] meetings",
    "(begin|start) meetings without [an|the] announcement",
)
async def announce_nothing(turn: Turn) -> Reply:
    """Say nothing aloud when a meeting begins; the light is lit all the same."""
    await keep(turn, "")
    return Reply(say=turn.message("announces-nothing"))


async def keep(turn: Turn, text: str) -> None:
    """Keep the announcement, in the place of the one before."""
    shelf = turn.shelf(Announcement)
    await shelf.clear()
    await shelf.add(Announcement(text))


@skill.returns
async def take_up(turn: Turn) -> Activity | None:
    """The meeting that was interrupted; one that was left for long is over."""
    diary = turn[MEETINGS].of(turn.wearer)
    newest: Meeting | None = None
    for meeting in await diary.running():
        if newest is None and turn.now - ended(meeting) <= INTERRUPTED:
            newest = meeting
        else:
            await diary.end(meeting.id)
            await make_minutes(turn, diary, meeting.id)
    return None if newest is None else Held(turn, newest.title, newest)


def ended(meeting: Meeting) -> datetime:
    """When the last of a meeting was written down."""
    return meeting.began + timedelta(seconds=meeting.seconds)
