"""Pictures from outside become pixels: bounded, upright, and never for long on the event loop."""

import io
from typing import Final

import anyio.to_thread
import numpy as np

from lorgnette.core.errors import CannotSee
from lorgnette.core.pictures import Pixels

FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
"""What is opened at all; every format more is one more way in."""

LARGEST: Final = 120_000_000
"""Pixels of a picture, by its own word, that is opened at all: telephones take 108 million."""

ENOUGH: Final = 12_000_000
"""Pixels that anybody looks at; a larger picture is made smaller."""

SMALL: Final = 250_000
"""Pixels that are decoded at once: a thread would cost more."""


async def decode(picture: bytes, *, most: int = ENOUGH) -> Pixels:
    """The pixels of a picture file, turned upright, at most `most` of them.

    Raises CannotSee when it is no picture, is cut short, or claims to be larger than any.
    """
    encoded = Encoded(picture)
    if encoded.size <= SMALL:
        return encoded.pixels(most)
    return await anyio.to_thread.run_sync(encoded.pixels, most, abandon_on_cancel=True)


class Encoded:
    """A picture file of which only the header was read."""

    def __init__(self, picture: bytes) -> None:
        """Raises CannotSee when it is no picture, or too large."""
        from PIL import Image

        Image.MAX_IMAGE_PIXELS = None  # it would warn, and refuse twice as many: see below
        try:
            self.image = Image.open(io.BytesIO(picture), formats=FORMATS)
        except (OSError, ValueError, SyntaxError) as error:
            raise CannotSee("unreadable") from error
        if self.size > LARGEST:
            raise CannotSee("too-large")

    @property
    def size(self) -> int:
        """How many pixels it has, by its own word."""
        return self.image.width * self.image.height

    def pixels(self, most: int = ENOUGH) -> Pixels:
        """The picture itself. Raises CannotSee when it is broken."""
        from PIL import ImageOps

        try:
            with self.image as image:
                self._reduce(most)
                upright = ImageOps.exif_transpose(image).convert("RGB")
        except (OSError, ValueError, SyntaxError) as error:
            raise CannotSee("unreadable") from error
        while upright.width * upright.height > most:
            upright = upright.reduce(2)
        return np.ascontiguousarray(upright)

    def _reduce(self, most: int) -> None:
        """Have a JPEG decoded at half its size, a quarter or an eighth: it costs less."""
        width, height = self.image.size
        while width * height > most:
            width, height = width // 2, height // 2
        if width < self.image.width:
            self.image.draft("RGB", (width, height))
