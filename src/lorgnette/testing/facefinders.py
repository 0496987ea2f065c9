"""A scripted face finder, a drawn face, and the promises of every `FaceFinder`."""

from collections.abc import Sequence

import anyio
import numpy as np

from lorgnette.core.errors import EngineFailed
from lorgnette.core.pictures import Box, Pixels
from lorgnette.engines import FaceFinder
from lorgnette.testing.promises import promise

Colour = tuple[int, int, int]

PALE: Colour = (205, 160, 130)
DARK: Colour = (110, 75, 55)
HAIR: Colour = (60, 40, 30)


class ScriptedFaces:
    """A `FaceFinder` that finds the same faces in every picture, or fails."""

    def __init__(self, *faces: Box, failing: bool = False) -> None:
        """`faces`: those it finds."""
        self._faces = faces
        self._failing = failing
        self.asked: list[tuple[int, ...]] = []
        """The shape of each picture."""

    async def find(self, pixels: Pixels, /) -> Sequence[Box]:
        """The faces."""
        await anyio.lowlevel.checkpoint()
        self.asked.append(pixels.shape)
        if self._failing:
            raise EngineFailed("broken")
        return self._faces


def drawn_face(size: int = 200, skin: Colour = PALE) -> Pixels:
    """A square picture twice as large as the face in its middle, which is nobody's. By Pillow."""
    from PIL import Image, ImageDraw, ImageFilter

    image = Image.new("RGB", (400, 400), (110, 130, 150))
    draw = ImageDraw.Draw(image)

    def oval(across: int, down: int, half: tuple[int, int], fill: Colour) -> None:
        corner = (across - half[0], down - half[1], across + half[0], down + half[1])
        draw.ellipse(corner, fill=fill)

    shade = tuple(int(0.75 * part) for part in skin)
    oval(200, 180, (92, 115), HAIR)
    oval(200, 205, (75, 100), skin)
    oval(200, 110, (60, 30), HAIR)
    for eye in (170, 230):
        draw.rectangle((eye - 20, 172, eye + 20, 179), fill=HAIR)
        draw.ellipse((eye - 16, 183, eye + 16, 207), fill=shade)
        oval(eye, 196, (13, 6), (240, 240, 240))
        oval(eye, 196, (6, 6), HAIR)
    draw.polygon([(200, 200), (185, 238), (215, 238)], fill=shade)
    oval(200, 262, (28, 8), (150, 70, 70))
    draw.line((172, 262, 228, 262), fill=(90, 40, 40), width=3)
    soft = image.filter(ImageFilter.GaussianBlur(2)).resize((2 * size, 2 * size))
    return np.ascontiguousarray(soft)


async def check_face_finder(finder: FaceFinder) -> None:
    """Every promise of a `FaceFinder`. Raises AssertionError with the first that is not kept."""
    for size in (60, 100, 250):
        for skin in (PALE, DARK):
            faces = await finder.find(drawn_face(size, skin))
            promise(len(faces) == 1, "one face is found once, whatever its size and colour")
            promise(faces[0].holds((size, size)), "a box is where the face is")
    two = np.concatenate([drawn_face(120), drawn_face(120, DARK)], axis=1)
    promise(len(await finder.find(two)) == 2, "two faces are found")
    await _check_nothing(finder)
    with anyio.CancelScope() as scope:
        scope.cancel()
        await finder.find(two)
    promise(len(await finder.find(two)) == 2, "it works after a picture was cancelled")


async def _check_nothing(finder: FaceFinder) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (240, 320, 3), np.uint8)
    thin = np.zeros((3, 700, 3), np.uint8)
    for nothing in (np.full((200, 300, 3), 90, np.uint8), noise, thin, thin[:1, :1]):
        promise(not await finder.find(nothing), "no face is found where none is")
