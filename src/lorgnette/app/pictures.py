"""Pictures from outside become pixels: bounded, upright, and never for long on the event loop."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

import anyio.to_thread
import numpy as np

from lorgnette.core.errors import CannotSee
from lorgnette.core.pictures import Pixels

if TYPE_CHECKING:
    from PIL.Image import Image

T = TypeVar("T")

FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
"""What is opened at all; every format more is one more way in."""

LARGEST: Final = 120_000_000
"""Pixels of a JPEG, by its own word, that is opened at all: telephones take 108 million."""

LARGEST_WHOLE: Final = 25_000_000
"""Pixels of any other picture: it is decoded whole, and a few bytes may claim to be many."""

ENOUGH: Final = 12_000_000
"""Pixels that anybody looks at; a larger picture is made smaller."""

SMALL: Final = 250_000
"""Pixels that are worked on at once: a thread would cost more."""


async def decode(picture: bytes, *, most: int = ENOUGH) -> Pixels:
    """The pixels of a picture file, turned upright, at most `most` of them.

    Raises CannotSee when it is no picture, is cut short, or claims to be larger than any.
    """
    encoded = Encoded(picture)
    if encoded.size <= SMALL:
        return encoded.pixels(most)
    return await anyio.to_thread.run_sync(encoded.pixels, most, abandon_on_cancel=True)


async def worked(work: Callable[..., T], pixels: Pixels, *more: Any) -> T:
    """What comes of some work on pixels, done in a thread when there are many."""
    if pixels.size <= 3 * SMALL:
        return work(pixels, *more)
    return await anyio.to_thread.run_sync(work, pixels, *more, abandon_on_cancel=True)


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
        reducible = self.image.format == "JPEG" and not self.image.info.get("progressive")
        if self.size > (LARGEST if reducible else LARGEST_WHOLE):
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
                image.load()
                seen = on_white(image)
                while seen.width * seen.height > most:
                    seen = seen.reduce(2)
                return np.ascontiguousarray(ImageOps.exif_transpose(seen))
        except (OSError, ValueError, SyntaxError) as error:
            raise CannotSee("unreadable") from error

    def _reduce(self, most: int) -> None:
        """Have a JPEG decoded at half its size, a quarter or an eighth: it costs less."""
        width, height = self.image.size
        while width * height > most:
            width, height = width // 2, height // 2
        if width < self.image.width:
            self.image.draft("RGB", (width, height))


def on_white(image: "Image") -> "Image":
    """In red, green and blue; what can be seen through lies on white paper, as codes expect."""
    from PIL import Image

    if not image.has_transparency_data:
        return image if image.mode == "RGB" else image.convert("RGB")
    paper = Image.new("RGB", image.size, "white")
    paper.info = image.info
    seen = image.convert("RGBA")
    paper.paste(seen, mask=seen)
    return paper
