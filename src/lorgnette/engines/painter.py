"""Writing into pictures."""

from collections.abc import Sequence
from typing import Protocol

from lorgnette.core.pages import Placed
from lorgnette.core.pictures import Pixels
from lorgnette.engines.key import Key


class Painter(Protocol):
    """Writes texts into pictures, in the place of what stood there."""

    async def paint(self, pixels: Pixels, texts: Sequence[Placed], /) -> Pixels:
        """A copy of the picture in which each text covers what it covers, and stands in its area.

        Letters and paper look as they did; what is marked can be seen to be uncertain. Safe to
        cancel. Raises MissingPart when there is no font for a letter: the error says which.
        """


PAINTER: Key[Painter] = Key("painter")
"""Texts written into pictures."""
