"""How often faces are found that must be hidden, and what hiding them costs a picture.

`--pictures DIR`: the folder `skimage/data` of the scikit-image package (its files are enough: `pip
download --no-deps scikit-image`), with a portrait by NASA, a hundred small faces of «Labeled Faces
in the Wild», and pictures of things. Without it only drawn faces are looked for. Each is put into
a picture as large as those that leave the hub, and goes through JPEG once, as from a camera.
"""

import argparse
import io
import random
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import Final

import anyio
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageEnhance, ImageFilter

import report
from lorgnette.app.discreet import small, written
from lorgnette.core.pictures import Pixels
from lorgnette.engines.seer import SIDE
from lorgnette.providers.mtcnn import MTCNN
from lorgnette.testing.facefinders import DARK, PALE, drawn_face

PORTRAIT: Final = ("astronaut.png", (222, 118), 100)
"""A picture, where the face in it is, and how wide that is."""

THINGS: Final = ("coffee.png", "chelsea.png", "motorcycle_left.png", "gravel.png", "page.png")
"""Pictures of things and animals: what is found in them is no face."""

WIDTHS: Final = (20, 30, 40, 60, 100, 200)
"""Pixels of faces."""

TURNS: Final = (0, 10, 20, 30)
"""Degrees by which heads lie on their side."""

TIMES: Final = 8
"""Pictures of each kind, lit and blurred by chance."""

Scene = tuple[Pixels, tuple[float, float]]
"""A picture, and the middle of the face in it."""


def head(data: Path | None, number: int) -> tuple[Image.Image, tuple[float, float], float]:
    """A picture with a face, where that is, and how wide."""
    if data is None:
        face = Image.fromarray(drawn_face(200, (PALE, DARK)[number % 2]))
        return face, (200.0, 200.0), 150.0
    file, centre, width = PORTRAIT
    return Image.open(data / file).convert("RGB"), (float(centre[0]), float(centre[1])), width


def scene(data: Path | None, width: int, turned: int, number: int) -> Scene:
    """A room, and somebody in it whose face is so wide and lies so far on its side."""
    chance = random.Random(1_000 * width + 10 * number + turned)
    image, (across, down), wide = head(data, number)
    if number % 4 > 1:
        image, across = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT), image.width - across
    angle = turned if number % 2 else -turned
    image = image.rotate(angle, Image.Resampling.BICUBIC, center=(across, down))
    reach = 1.1 * wide  # what is beyond was turned in from nowhere
    left, top = round(across - reach), round(down - reach)
    image = image.crop((left, top, left + round(2 * reach), top + round(2 * reach)))
    side = max(1, round(2.2 * width))
    image = image.resize((side, side), Image.Resampling.LANCZOS)
    room = wall(data)
    place = (chance.randrange(SIDE - side), chance.randrange(SIDE * 3 // 4 - side))
    room.paste(image, place)
    return seen(room, chance), (place[0] + side / 2, place[1] + side / 2)


def wall(data: Path | None) -> Image.Image:
    """What is behind a face: a picture of things, where there are any."""
    size = (SIDE, SIDE * 3 // 4)
    if data is None:
        return Image.new("RGB", size, (110, 130, 150))
    return Image.open(data / THINGS[2]).convert("RGB").resize(size)


def seen(image: Image.Image, chance: random.Random) -> Pixels:
    """As a camera has it: more or less light, a little blurred, and squeezed into a JPEG."""
    lit = ImageEnhance.Brightness(image).enhance(chance.uniform(0.6, 1.3))
    file = io.BytesIO()
    lit.filter(ImageFilter.GaussianBlur(chance.uniform(0, 1))).save(file, "JPEG", quality=85)
    return np.ascontiguousarray(Image.open(file).convert("RGB"))


async def found(finder: MTCNN, scenes: Iterable[Scene]) -> float:
    """Percent of the faces that would be hidden."""
    hits = [
        any(box.holds(centre) for box in await finder.find(pixels)) for pixels, centre in scenes
    ]
    return round(100 * sum(hits) / len(hits))


async def small_faces(finder: MTCNN, data: Path) -> float:
    """Percent of the faces of a hundred people that are found, 25 pixels made twice as large."""
    faces = np.load(data / "lfw_subset.npy")[:100]
    return await found(finder, (crowded(face, number) for number, face in enumerate(faces)))


def crowded(face: NDArray[np.float64], number: int) -> Scene:
    """One small grey face on a grey wall."""
    wall = Image.new("L", (160, 160), round(255 * float(face.mean())))
    wall.paste(Image.fromarray((255 * face).astype(np.uint8)).resize((50, 50), 3), (55, 55))
    return seen(wall.convert("RGB"), random.Random(number)), (80.0, 80.0)


async def invented(finder: MTCNN, data: Path) -> int:
    """How many faces are found where none are."""
    pictures = [Image.open(data / name).convert("RGB") for name in THINGS]
    return sum([len(await finder.find(small(np.asarray(each)))) for each in pictures])


async def cost(finder: MTCNN, data: Path | None, width: int) -> dict[str, float]:
    """Milliseconds that a picture takes to be looked at, and to be hidden in and written."""
    looked, hidden = [], []
    for number in range(9):
        pixels, _ = scene(data, width, 0, number)
        began = time.perf_counter()
        faces = await finder.find(pixels)
        looked.append(time.perf_counter() - began)
        began = time.perf_counter()
        written(pixels, faces)
        hidden.append(time.perf_counter() - began)
    return {
        "looking for faces, median ms": round(1000 * median(looked[1:])),
        "hiding them and writing the picture, median ms": round(1000 * median(hidden[1:])),
    }


async def main(data: Path | None) -> None:
    """Measure everything."""
    finder, figures = MTCNN({}), dict[str, float]()
    figures |= await cost(finder, data, 100)
    for width in WIDTHS:
        upright = (scene(data, width, 0, number) for number in range(TIMES))
        figures[f"upright faces of {width} pixels are found, %"] = await found(finder, upright)
    for turned in TURNS[1:]:
        askew = (scene(data, 60, turned, number) for number in range(TIMES))
        figures[f"faces of 60 pixels {turned} degrees askew, %"] = await found(finder, askew)
    if data is not None:
        figures["small faces of a hundred people, %"] = await small_faces(finder, data)
        figures[f"found in {len(THINGS)} pictures without faces"] = await invented(finder, data)
    report.save("faces", {"faces are": "a portrait" if data else "drawn", **figures})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path, help="folder skimage/data of scikit-image")
    anyio.run(main, parser.parse_args().pictures)
