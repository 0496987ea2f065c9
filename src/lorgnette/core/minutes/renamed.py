"""Reworded minutes in which somebody has another name.

Minutes by rules are made anew, as a name may tell them more («can you do it, Ben?»); those that a
thinker worded are kept.
"""

import re
from collections.abc import Callable

import msgspec

from lorgnette.core.minutes.minutes import Action, Minutes, Point


def renamed(minutes: Minutes, before: str, after: str) -> Minutes:
    """The minutes with a name in the place of another, wherever the minutes themselves say it."""
    if not before or before == after:
        return minutes
    pattern = re.escape(before)
    if before.isascii():
        pattern = rf"(?<!\w){pattern}(?!\w)"
    named = re.compile(pattern)

    def other(text: str) -> str:
        return named.sub(lambda _: after, text)

    people = dict.fromkeys(after if name == before else name for name in minutes.people)
    parts = {
        name: tuple(_renamed(point, before, after, other) for point in getattr(minutes, name))
        for name in ("summary", "decisions", "actions", "questions")
    }
    return msgspec.structs.replace(minutes, people=tuple(people), **parts)


def _renamed(
    point: Point | Action, before: str, after: str, other: Callable[[str], str]
) -> Point | Action:
    text = other(point.text)
    if isinstance(point, Action):
        owner = after if point.owner == before else point.owner
        return msgspec.structs.replace(point, owner=owner, text=text)
    return msgspec.structs.replace(point, text=text)
