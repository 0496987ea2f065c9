"""The minutes of a meeting: made when it is over, and told in a breath."""

from collections.abc import Iterator
from datetime import timedelta

import anyio

from lorgnette.core import cards
from lorgnette.core.lens import reading_seconds
from lorgnette.core.minutes import Action, Minutes, Point
from lorgnette.engines import THINKER, Diary
from lorgnette.skills import Life, Turn
from lorgnette.skills.minuted import minutes_of, rewrite

SHOWN = 60.0
"""Seconds that the minutes stay on the lens at most."""

PATIENCE = 15.0
"""Seconds that rewording the minutes may take."""


async def make_minutes(turn: Turn, diary: Diary, meeting: int) -> Minutes:
    """Make the minutes of a meeting that is over, reworded where there is a thinker."""
    if THINKER not in turn:
        return await minutes_of(diary, meeting)
    return await rewrite(diary, meeting, turn[THINKER], language=turn.language, patience=PATIENCE)


async def read_minutes(life: Life, turn: Turn, diary: Diary, meeting: int) -> None:
    """Tell the wearer what came of a meeting, and show it until it was read."""
    found = await diary.minutes(meeting)
    if found is None:
        return
    life.say(in_short(turn, found))
    card = card_of(turn, found)
    life.show(card)
    await anyio.sleep(min(SHOWN, reading_seconds(card)))


def in_short(turn: Turn, found: Minutes) -> str:
    """How long it was, who was there, and how much came of it."""
    return turn.message(
        "in-short",
        duration=turn.show(rounded(found.seconds)),
        people=len(found.people),
        decisions=len(found.decisions),
        actions=len(found.actions),
        questions=len(found.questions),
    )


def rounded(seconds: float) -> timedelta:
    """Minutes, or seconds where there are less than two."""
    return (
        timedelta(minutes=round(seconds / 60))
        if seconds >= 120
        else timedelta(seconds=round(seconds))
    )


def card_of(turn: Turn, found: Minutes) -> cards.Card:
    """The decisions, what is to be done by whom, and what is open."""
    return cards.List(title=found.title, items=tuple(items(turn, found)))


def items(turn: Turn, found: Minutes) -> Iterator[cards.Line]:
    """Everything the minutes tell, under its heading."""
    for heading, points in (
        ("heading-summary", found.summary),
        ("heading-decisions", found.decisions),
        ("heading-actions", found.actions),
        ("heading-questions", found.questions),
    ):
        if points:
            yield cards.Line(turn.message(heading), emphasis=cards.Emphasis.FAINT)
        for point in points:
            yield cards.Line(text_of(turn, point), due_of(turn, point))


def text_of(turn: Turn, point: Point | Action) -> str:
    """What a point says, after the name of who takes it."""
    said = " … ".join(quote.text for quote in point.quotes)
    owner = point.owner if isinstance(point, Action) else None
    return turn.message("owned", owner=owner, text=said) if owner else said


def due_of(turn: Turn, point: Point | Action) -> str:
    """The day by which it is to be done."""
    due = point.due if isinstance(point, Action) else None
    return turn.show(due) if due else ""
