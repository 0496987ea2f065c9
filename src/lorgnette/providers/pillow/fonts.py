"""The fonts of this machine: for each letter the first that has it."""

import math
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lorgnette.core.errors import MissingPart

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FOLDERS: Final = (
    *("~/.local/share/fonts", "~/.fonts", "/usr/local/share/fonts", "/usr/share/fonts"),
    *("~/Library/Fonts", "/Library/Fonts", "/System/Library/Fonts", "C:/Windows/Fonts"),
)

WANTED: Final = (
    *("NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "SourceHanSansSC-Regular.otf"),
    *("NotoSans-Regular.ttf", "DejaVuSans.ttf", "LiberationSans-Regular.ttf", "Arial.ttf"),
    *("DroidSansFallbackFull.ttf", "wqy-microhei.ttc", "PingFang.ttc", "msyh.ttc", "arial.ttf"),
    *("Hiragino Sans GB.ttc", "Helvetica.ttc"),
)
"""Plain fonts, those with the most letters first."""

PACKAGES: Final = "fonts-dejavu-core fonts-droid-fallback"

NOWHERE: Final = "\U0010fffd"
"""A letter that no font has: it looks as whatever else is missing."""


class Fonts:
    """Letters of any size."""

    def __init__(self, files: Sequence[Path]) -> None:
        """`files`: fonts in the order of preference; the one in Pillow, for ASCII, is the last."""
        self._files = (*files, None)
        self._sized = cache(self._load)
        self._missing = cache(self._glyph_of_what_is_missing)
        self._place = cache(self._first_with)

    def runs(self, text: str, size: int) -> Iterator[tuple[str, "FreeTypeFont"]]:
        """The text in pieces, each with its font. Raises MissingPart."""
        for place, letters in groupby(text, self._place):
            yield "".join(letters), self._sized(place, size)

    def width(self, text: str, size: int) -> int:
        """How wide the text is, in pixels."""
        return math.ceil(sum(font.getlength(piece) for piece, font in self.runs(text, size)))

    def _first_with(self, letter: str) -> int:
        for place in range(len(self._files)):
            if letter.isspace() or self._glyph(place, letter) != self._missing(place):
                return place
        raise MissingPart(f"no font has the letter {letter}: sudo apt-get install {PACKAGES}")

    def _glyph_of_what_is_missing(self, place: int) -> bytes:
        return self._glyph(place, NOWHERE)

    def _glyph(self, place: int, letter: str) -> bytes:
        return bytes(self._sized(place, 16).getmask(letter))

    def _load(self, place: int, size: int) -> "FreeTypeFont":
        from PIL import ImageFont

        file = self._files[place]
        if file is not None:
            return ImageFont.truetype(str(file), size)
        plain = ImageFont.load_default(size)
        if isinstance(plain, ImageFont.FreeTypeFont):
            return plain
        raise MissingPart(f"no font is installed: sudo apt-get install {PACKAGES}")


def installed() -> Fonts:
    """The plain fonts that are installed."""
    found: dict[str, Path] = {}
    for folder in FOLDERS:
        for file in sorted(Path(folder).expanduser().rglob("*.[ot]t[cf]")):
            found.setdefault(file.name, file)
    return Fonts([found[name] for name in WANTED if name in found])
