"""The minutes of a meeting, from its transcript by rules: offline, and the same every time."""

import datetime as dt

from lorgnette.core.minutes.actions import actions
from lorgnette.core.minutes.decisions import decisions
from lorgnette.core.minutes.meeting import Meeting
from lorgnette.core.minutes.minutes import Action, Minutes, Point, Quote
from lorgnette.core.minutes.questions import questions
from lorgnette.core.minutes.summary import summary
from lorgnette.core.transcripts import Transcript

__all__ = ["Action", "Minutes", "Point", "Quote", "minutes"]


def minutes(transcript: Transcript, began: dt.datetime | None) -> Minutes:
    """The minutes of a meeting that began then; without that, no day is known to be due."""
    meeting = Meeting(transcript, began)
    decided = tuple(decisions(meeting))
    to_do = tuple(actions(meeting))
    still_open = tuple(questions(meeting))
    return Minutes(
        title=transcript.title,
        seconds=transcript.seconds,
        began=began,
        people=meeting.people,
        summary=summary(meeting),
        decisions=decided,
        actions=to_do,
        questions=still_open,
    )
