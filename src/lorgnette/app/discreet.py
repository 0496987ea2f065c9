"""Pictures that leave the hub show no faces, and never more than was asked about."""

import io
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from lorgnette.app.pictures import decode, worked
from lorgnette.core.errors import CannotHide, EngineFailed
from lorgnette.core.hiding import hidden
from lorgnette.core.pictures import Box, Pixels
from lorgnette.core.types import Language
from lorgnette.engines import FaceFinder, Seer
from lorgnette.engines.seer import SIDE
from lorgnette.engines.wrap.wrapper import Wrapper

QUALITY = 85
"""Of the JPEG files that are sent; at `SIDE` none is larger than a seer takes."""


class DiscreetSeer(Wrapper[Seer]):
    """A `Seer` that gets small pictures without what a camera writes into its files.

    Faces are hidden in them, if it is told to: without somebody who finds them nothing is sent.
    """

    def __init__(self, inner: Seer, finder: FaceFinder | None, *, hides: bool) -> None:
        """`inner` is shown what is left, `finder` all of it. `hides`: faces are."""
        super().__init__(inner)
        self._finder = finder
        self._hides = hides

    async def see(
        self, pictures: Sequence[bytes], question: str, /, *, language: Language
    ) -> AsyncGenerator[str]:
        """What the seer says. Raises CannotSee and CannotHide before anything was sent."""
        shown = [await self._shown(picture) for picture in pictures]
        async with aclosing(self.inner.see(shown, question, language=language)) as words:
            async for text in words:
                yield text

    async def _shown(self, picture: bytes) -> bytes:
        """What of a picture may be seen."""
        pixels = await worked(small, await decode(picture))
        return await worked(written, pixels, await self._faces(pixels))

    async def _faces(self, pixels: Pixels) -> Sequence[Box]:
        """The faces that must be hidden. Raises CannotHide when nobody finds them."""
        return await faces_in(pixels, self._finder) if self._hides else ()


async def faces_in(pixels: Pixels, finder: FaceFinder | None) -> Sequence[Box]:
    """The faces that must be hidden. Raises CannotHide when nobody finds them."""
    if finder is None:
        raise CannotHide("there is no face-finder")
    try:
        return await finder.find(pixels)
    except EngineFailed as error:
        raise CannotHide(str(error)) from error


def small(pixels: Pixels, side: int = SIDE) -> Pixels:
    """The picture, no larger than a seer takes it."""
    import numpy as np
    from PIL import Image

    image = Image.fromarray(pixels)
    image.thumbnail((side, side), Image.Resampling.LANCZOS)
    return np.ascontiguousarray(image)


def written(pixels: Pixels, faces: Sequence[Box]) -> bytes:
    """The picture without these faces as a JPEG that holds nothing else."""
    from PIL import Image

    file = io.BytesIO()
    Image.fromarray(hidden(pixels, faces)).save(file, "JPEG", quality=QUALITY)
    return file.getvalue()
