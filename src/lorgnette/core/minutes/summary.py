"""The few sentences that matter most, as they were said.

A sentence matters by its terms (those that a meeting comes back to), by cues («the main risk»),
by what it settles, and a little by its place: meetings say first and last what they are about.
What was said once is not said again.
"""

from collections import Counter
from math import log, sqrt
from typing import Final

from lorgnette.core.minutes.meeting import Meeting
from lorgnette.core.minutes.minutes import Point

MOST: Final = 5
ONE_OF: Final = 8
"""One sentence of so many is in the summary."""

SHORTEST: Final = 3
"""Terms of a sentence that says something by itself."""


def summary(meeting: Meeting) -> tuple[Point, ...]:
    """The summary, in the order of the meeting. Comes after decisions and actions."""
    counts = Counter(term for each in meeting.terms for term in each)
    scores = {
        at: _score(meeting, at, counts)
        for at, said in enumerate(meeting.said)
        if len(meeting.terms[at]) >= SHORTEST and not said.asks
    }
    chosen: list[int] = []
    wanted = min(MOST, -(-len(meeting.said) // ONE_OF))
    while scores and len(chosen) < wanted:
        best = max(scores, key=lambda at: (scores[at], -at))
        chosen.append(best)
        del scores[best]
        for at in scores:
            scores[at] *= 1 - _alike(meeting.terms[at], meeting.terms[best])
    return tuple(Point(meeting.quote(at)) for at in sorted(chosen))


def _score(meeting: Meeting, at: int, counts: Counter[str]) -> float:
    """How much a sentence matters: the weight of its terms, without a prize for length."""
    terms, said = meeting.terms[at], meeting.said[at]
    weight = sum(log(1 + counts[term]) for term in terms) / sqrt(len(terms))
    edge = min(at, len(meeting.said) - 1 - at) / len(meeting.said)
    return (
        weight
        * (1.5 if said.has("matter") else 1)
        * (1.3 if said.stands("decision") else 1)
        * (1.2 - 0.4 * edge)
        * (0.5 if said.has("unless", "defer") else 1)
    )


def _alike(terms: frozenset[str], others: frozenset[str]) -> float:
    """The share of its terms that a sentence has in common with another, 0 to 1."""
    return len(terms & others) / len(terms)
