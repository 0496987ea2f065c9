"""What the person opposite is shown, in their language, while somebody interprets for the wearer.

It is for other eyes than the wearer's: there is nothing in it but what the two have said to each
other.
"""

from enum import StrEnum
from typing import Final

import msgspec
from msgspec.structs import force_setattr

from lorgnette.core.types import Language
from lorgnette.core.writing import showable

LINES: Final = 12
"""Lines that are shown; of more, the last."""

LENGTH: Final = 1_000
"""Characters of a line."""


class Side(StrEnum):
    """Whose words a line has."""

    WEARER = "wearer"
    OTHER = "other"


class OppositeLine(msgspec.Struct, frozen=True):
    """What one of the two said, in the language of the person opposite.

    Of the wearer it is the translation, of the other what was recognised. The `tail` follows the
    `text` with nothing between, and may still change. A line keeps its `number`.
    """

    number: int
    side: Side
    text: str
    tail: str = ""

    def __post_init__(self) -> None:
        force_setattr(self, "text", _shown(self.text))
        force_setattr(self, "tail", _shown(self.tail))


class Opposite(msgspec.Struct, frozen=True):
    """What is shown now; without a `language` nobody interprets."""

    language: Language | None = None
    lines: tuple[OppositeLine, ...] = ()

    def __post_init__(self) -> None:
        force_setattr(self, "lines", tuple(self.lines[-LINES:]))


def _shown(text: str) -> str:
    """The text without what must not be shown, and with the spaces around it: it is half a line."""
    clean = showable(text, LENGTH)
    before, after = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * before}{clean}{' ' * after}" if clean else ""
