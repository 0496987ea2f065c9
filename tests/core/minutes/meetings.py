"""Meetings written down as plays, and their minutes as a list that can be read beside them."""

import datetime as dt

from lorgnette.core.minutes import minutes
from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.types import ENGLISH

BEGAN = dt.datetime(2026, 5, 5, 10, 0, tzinfo=dt.UTC)
"""A Tuesday."""


def play(text, language=ENGLISH):
    """A transcript of rows such as «Anna: Let's begin.», four seconds each; «?» is nobody known."""
    lines, numbers = [], {}
    for row in filter(None, map(str.strip, text.splitlines())):
        name, _, said = row.partition(": ")
        speaker = None if name == "?" else numbers.setdefault(name, len(numbers) + 1)
        start = 4.0 * len(lines)
        lines.append(Line(len(lines) + 1, start, start + 3, said, speaker, language))
    names = {number: name for name, number in numbers.items() if not name.startswith("#")}
    return Transcript("Meeting", 4.0 * len(lines), tuple(lines), BEGAN, names)


def told(text, language=ENGLISH):
    """The decisions, actions and questions of a play: what it is, whose, by when, which lines."""
    found = minutes(play(text, language), BEGAN)
    rows = [f"decided {cited(point)}" for point in found.decisions]
    rows += [f"{each.owner} {each.due or '-'} {cited(each)}" for each in found.actions]
    rows += [f"open {cited(point)}" for point in found.questions]
    return rows


def cited(point):
    """The numbers of the lines, joined by +."""
    return "+".join(str(quote.line) for quote in point.quotes)
