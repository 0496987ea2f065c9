"""Times of day as they are said in Chinese: espeak-ng reads 下午7:30 as seven, thirty."""

import re
from typing import Final

_TIME: Final = re.compile(r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])")


def as_said(text: str) -> str:
    """The text with 7:30 as 7点30分, 7:05 as 7点零5分, 7:00 as 7点整."""
    return _TIME.sub(_spoken, text)


def _spoken(time: re.Match[str]) -> str:
    hour, minute = int(time[1]), int(time[2])
    if not minute:
        return f"{hour}点整"
    return f"{hour}点{'零' if minute < 10 else ''}{minute}分"
