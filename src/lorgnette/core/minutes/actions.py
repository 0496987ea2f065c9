"""What is to be done, by whom and by when."""

from collections.abc import Iterator
from typing import Final

from lorgnette.core.minutes.due import due
from lorgnette.core.minutes.meeting import Meeting
from lorgnette.core.minutes.minutes import Action
from lorgnette.core.minutes.rules import Cue, Kind

TO_DO: Final[tuple[Kind, ...]] = ("request", "told", "duty", "plan", "offer", "proposal")
"""What somebody may take on."""

ASKED: Final[frozenset[Kind]] = frozenset({"request", "told"})
"""What one person wants of another."""

BACK: Final = 3
"""Sentences before «I'll do it» in which it can be told what."""


def actions(meeting: Meeting) -> Iterator[Action]:
    """The action items of a meeting in their order."""
    decided = frozenset(meeting.told)
    for at in range(len(meeting.said)):
        if at in meeting.told - decided:
            continue
        action = _assigned(meeting, at)
        if action is None and at not in decided:
            action = _wanted(meeting, at)
        action = action or _promised(meeting, at)
        if action:
            yield action


def _assigned(meeting: Meeting, at: int) -> Action | None:
    """«Anna will send it»: somebody is named who does it."""
    said = meeting.said[at]
    found = meeting.names.assigned(said)
    asks = said.asks and not said.ends_with("tag")
    if asks or not found or said.stands("assigned") is None:
        return None
    return _action(meeting, found.name, at)


def _wanted(meeting: Meeting, at: int) -> Action | None:
    """«Can you send it?»: somebody is asked, or it is said that somebody must."""
    said = meeting.said[at]
    cue = said.stands(*TO_DO)
    if cue is None or cue.end == len(said.words) or not meeting.terms[at]:
        return None
    called = _called(meeting, at) if cue.kinds & ASKED else None
    if "told" in cue.kinds and not called:
        return None
    taken, refused = _taken(meeting, at)
    if taken is not None:
        by = meeting.said[taken]
        if "offer" in cue.kinds:
            return _action(meeting, said.who, at, taken, *_then_promised(meeting, at, taken))
        if by.has("take", "promise") or cue.kinds & ASKED:
            owner = by.who if by.has("take", "promise") else called or by.who
            return _action(meeting, owner, at, taken)
    return None if refused else _untaken(meeting, at, cue, called)


def _untaken(meeting: Meeting, at: int, cue: Cue, called: str | None) -> Action | None:
    """What nobody answers: a wish or a duty stays one, a plan or an offer needs a day."""
    said = meeting.said[at]
    if cue.kinds & (ASKED | {"duty"}):
        return _action(meeting, called or _you(meeting, at), at)
    if "proposal" in cue.kinds or said.asks or due(said, meeting.began) is None:
        return None
    return _action(meeting, said.who if "offer" in cue.kinds else None, at)


def _then_promised(meeting: Meeting, at: int, agreed: int) -> tuple[int, ...]:
    """«I could …» – «Great!» – «Okay, I'll do it tonight»: what was offered is promised."""
    after = agreed + 1
    if after >= len(meeting.said) or meeting.said[after].who != meeting.said[at].who:
        return ()
    said = meeting.said[after]
    same = said.stands("take") or meeting.terms[after] & meeting.terms[at]
    return (after,) if same and said.stands("take", "promise") else ()


def _called(meeting: Meeting, at: int) -> str | None:
    called = meeting.names.called(meeting.said[at])
    return called.name if called else None


def _you(meeting: Meeting, at: int) -> str | None:
    """Who «can you» means without a name: the other one, where there are two."""
    said = meeting.said[at]
    return meeting.other_than(said.who) if said.asks and said.stands("request") else None


def _taken(meeting: Meeting, at: int) -> tuple[int | None, bool]:
    """Who takes something on, and whether somebody refused before, or has done it."""
    refused = False
    for each in meeting.replies(at):
        said = meeting.said[each]
        if said.has("done"):
            return None, True
        if said.stands("take") or _promises_the_same(meeting, each, at):
            return each, refused
        if said.opens_with("refuse"):
            refused = True
        elif said.opens_with("agree"):
            return _with_promise(meeting, each), refused
        elif said.stands("promise"):
            break
    return None, refused


def _promises_the_same(meeting: Meeting, reply: int, at: int) -> bool:
    if meeting.said[reply].stands("promise") is None:
        return False
    return not meeting.terms[reply] or bool(meeting.terms[reply] & meeting.terms[at])


def _with_promise(meeting: Meeting, agreed: int) -> int:
    """«Sure. I'll do it.»: the promise says more than the yes before it."""
    after = agreed + 1
    if after < len(meeting.said):
        said, yes = meeting.said[after], meeting.said[agreed]
        if said.line.number == yes.line.number and said.stands("take"):
            return after
    return agreed


def _promised(meeting: Meeting, at: int) -> Action | None:
    """«I'll send it»: whoever says so does it."""
    said = meeting.said[at]
    if said.asks:
        return None
    if said.stands("take"):
        return _action(meeting, said.who, *_what(meeting, at), at)
    if said.stands("promise") and meeting.terms[at]:
        return _action(meeting, said.who, at)
    return None


def _what(meeting: Meeting, at: int) -> tuple[int, ...]:
    """The sentence that tells what «it» is in «I'll do it»."""
    for each in range(at - 1, max(-1, at - 1 - BACK), -1):
        if meeting.terms[each] and not meeting.said[each].opens_with("agree"):
            return (each,)
    return ()


def _action(meeting: Meeting, owner: str | None, *sentences: int) -> Action:
    """An action; what was said last about its day counts."""
    days = [due(meeting.said[each], meeting.began) for each in reversed(sentences)]
    day = next((day for day in days if day), None)
    return Action(meeting.quote(*sentences), owner or None, day)
