"""The codes in a picture."""

from collections.abc import Sequence
from typing import Protocol

from lorgnette.core.codes.code import Code
from lorgnette.core.pictures import Pixels
from lorgnette.engines.key import Key


class CodeReader(Protocol):
    """Finds and reads bars and dots of every kind, several at once."""

    async def read(self, pixels: Pixels, /, *, thorough: bool = False) -> Sequence[Code]:
        """The codes in a picture, the largest first; none when there are none.

        A wrong number is worse than none: a code without errors of its own corrected is `sure`
        only when several variants of the picture agree on it, and two that disagree about one
        place are not. `thorough` tries more variants, for a picture that has no next.

        Safe to cancel. Raises EngineFailed when the reader broke.
        """


CODE_READER: Key[CodeReader] = Key("code-reader")
"""Bars and dots in pictures."""
