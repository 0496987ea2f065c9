"""What was asked and not answered."""

from collections import defaultdict
from collections.abc import Iterator

from lorgnette.core.minutes.meeting import Meeting
from lorgnette.core.minutes.minutes import Point


def questions(meeting: Meeting) -> Iterator[Point]:
    """The open questions of a meeting in their order. Comes after decisions and actions."""
    statements = _statements(meeting)
    for at, said in enumerate(meeting.said):
        if at in meeting.told or not said.asks or not meeting.terms[at]:
            continue
        if said.has("social") or said.ends_with("tag"):
            continue
        if not (_is_replied(meeting, at) or _is_told_later(meeting, at, statements)):
            yield Point(meeting.quote(at))


def _is_replied(meeting: Meeting, at: int) -> bool:
    """Whether somebody else says something to it that is not «I don't know»."""
    for each in meeting.after(at):
        said = meeting.said[each]
        if said.opens_with("move_on") or said.has("defer"):
            return False
        if said.is_by_another(meeting.said[at]) and not (said.asks or said.has("pause")):
            return True
    return False


def _is_told_later(meeting: Meeting, at: int, statements: dict[str, list[int]]) -> bool:
    """Whether a later statement has nearly all that the question is about."""
    terms = meeting.terms[at]
    enough = max(1, -(-2 * len(terms) // 3))
    hits: dict[int, int] = defaultdict(int)
    for term in terms:
        for each in statements.get(term, ()):
            if each > at:
                hits[each] += 1
                if hits[each] >= enough:
                    return True
    return False


def _statements(meeting: Meeting) -> dict[str, list[int]]:
    """Where each term stands in a sentence that can be an answer."""
    index: dict[str, list[int]] = defaultdict(list)
    for at, said in enumerate(meeting.said):
        if not said.asks and not said.has("defer", "unless"):
            for term in meeting.terms[at]:
                index[term].append(at)
    return index
