"""Pictures for the lens: made as small as it is, sent, and named by their number."""

import io
from typing import TYPE_CHECKING, Final

from lorgnette.core import cards
from lorgnette.core.pictures import Pixels
from lorgnette.link.media import Drawing

if TYPE_CHECKING:
    from lorgnette.app.session.session import Session

LARGEST: Final = 1_024
"""Pixels of a side, for displays that do not say how large they are."""

BRIGHT: Final = 128
"""The mean of a picture, of 255, above which it is shown in reverse."""


class Drawings:
    """The pictures of one session."""

    def __init__(self, session: "Session") -> None:
        self.session = session
        self.drawn = 0

    def draw(self, pixels: Pixels, alt: str) -> cards.Picture:
        """Send a picture, in the grey that a lens can show; `alt` says what it is.

        A lens is light over the world: paper is left dark on it, and the print shines.
        """
        from PIL import Image, ImageOps

        display = self.session.profile.display
        image = Image.fromarray(pixels).convert("L")
        if pixels.mean() > BRIGHT:
            image = ImageOps.invert(image)
        image.thumbnail((display.width or LARGEST, display.height or LARGEST))
        file = io.BytesIO()
        image.save(file, "PNG")
        self.drawn += 1
        if display.width:
            self.session.send(Drawing(self.drawn, file.getvalue()))
        return cards.Picture(
            source=str(self.drawn), width=image.width, height=image.height, alt=alt
        )
