"""Rows of text and where they stand."""

from typing import Final

import msgspec

from lorgnette.core.pictures import Box

DOUBTFUL: Final = 0.8
"""What was read with less confidence is shown and spoken as uncertain."""


class Row(msgspec.Struct, frozen=True):
    """One line of text as it was read.

    `box` has the corners from the text's own top left, so that it says which way the text runs.
    `confidence` is from 0 to 1.
    """

    text: str
    box: Box
    confidence: float = 1.0

    @property
    def doubtful(self) -> bool:
        """Whether it may say something else."""
        return self.confidence < DOUBTFUL


class Page(msgspec.Struct, frozen=True):
    """What was read in one picture of so many pixels, in any order."""

    width: int
    height: int
    rows: tuple[Row, ...] = ()
