"""The sides that a sentence names, in every language."""

import re

from lorgnette.core.routes import Manoeuvre
from lorgnette.core.types import CHINESE, ENGLISH

SIDES = {
    ENGLISH: {"left": r"\bleft\b", "right": r"\bright\b"},
    CHINESE: {"left": "左", "right": "右"},
}

SIDELESS = {
    Manoeuvre.START,
    Manoeuvre.FERRY,
    Manoeuvre.LEAVE_FERRY,
    Manoeuvre.LIFT,
    Manoeuvre.ENTER_BUILDING,
    Manoeuvre.LEAVE_BUILDING,
}
"""What has no side, and is said without one."""


def sides_in(text, language):
    """The sides that a text names."""
    return {side for side, pattern in SIDES[language].items() if re.search(pattern, text)}
