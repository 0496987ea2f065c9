"""What was decided: said to be so, or proposed by one and agreed to by another."""

from collections.abc import Iterator

from lorgnette.core.minutes.meeting import Meeting
from lorgnette.core.minutes.minutes import Point


def decisions(meeting: Meeting) -> Iterator[Point]:
    """The decisions of a meeting in their order."""
    for at, said in enumerate(meeting.said):
        if at in meeting.told or said.has("past"):
            continue
        if said.stands("decision") and not said.asks:
            if not _is_opposed(meeting, at):
                yield Point(meeting.quote(at))
        elif said.has("proposal", "plan", "decision") and not said.has("unless"):
            agreed = _agreed(meeting, at)
            if agreed is not None:
                yield Point(meeting.quote(at, agreed))


def _is_opposed(meeting: Meeting, at: int) -> bool:
    first = next(meeting.replies(at), None)
    return first is not None and meeting.said[first].opens_with("refuse")


def _agreed(meeting: Meeting, at: int) -> int | None:
    """The agreement with a proposal; None when the first who answers does not agree."""
    first = next(meeting.replies(at), None)
    if first is None:
        return None
    said = meeting.said[first]
    agrees = said.opens_with("agree") and not (said.asks or said.has("refuse", "defer", "take"))
    return first if agrees else None
