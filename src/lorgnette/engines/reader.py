"""The text in a picture."""

from collections.abc import AsyncGenerator
from typing import Protocol

from lorgnette.core.pages import Row
from lorgnette.core.pictures import Pixels
from lorgnette.core.types import Language
from lorgnette.engines.key import Key


class Reader(Protocol):
    """Finds and reads lines of text, however they lie."""

    def read(self, pixels: Pixels, /, *, language: Language | None = None) -> AsyncGenerator[Row]:
        """The rows of a picture, each as soon as it is read, about in the order of reading.

        None when nothing is readable. Their boxes are in pixels of this picture, and begin where
        the text begins. `language` is a hint, for readers that can use it.

        Safe to close and to cancel. Raises UnsupportedLanguage before the first row, when the
        reader knows none of the letters of the language; EngineFailed when it broke or took too
        long, perhaps after some rows.
        """


READER: Key[Reader] = Key("reader")
"""The text in pictures."""
