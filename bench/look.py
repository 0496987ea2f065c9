"""How soon a product that is looked at is told, and how often the sharp frame is chosen.

A hub in a process of its own, glasses in this one: from the first sharp frame with the code in
view that the glasses send, after blurred ones, to the card with the product's name. Then frames
of pictures, blurred in many ways, with one that is not among them: `--data DIR` has pictures in
`codes` and `reading`; without it, pictures are drawn.
"""

import argparse
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median

import anyio
import numpy as np

import hubs
import report
from lorgnette.app.pictures import Encoded
from lorgnette.core import cards
from lorgnette.core.codes import Symbology
from lorgnette.core.goods import Good
from lorgnette.core.pictures import Pixels
from lorgnette.link.client import Glasses, connect
from lorgnette.link.messages import Show
from lorgnette.senses.sight import Best, quality
from lorgnette.store.goods import FILE, Shelves
from lorgnette.store.goods.tables import open_catalogue
from lorgnette.testing.codereaders import drawn
from lorgnette.testing.views import jpeg

NUMBER, NAME = "4006381333931", "Hazelnut spread"


def fill(folder: Path) -> None:
    """A catalogue with a product."""
    shelves = Shelves(open_catalogue(folder / FILE))
    source = shelves.begin("bench", "table", "1")
    shelves.put(source.id, 1, [Good(NUMBER, {"": NAME}, updated=date(2026, 1, 1))], [])
    shelves.finish(source.id)
    shelves.db.close()


def blurred(pixels: Pixels, across: int, down: int) -> Pixels:
    """Moved while it was taken, by some pixels."""
    from PIL import Image, ImageFilter

    image = Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(max(across, down) / 3))
    moved = np.asarray(image, np.float32)
    for axis, reach in ((1, across), (0, down)):
        moved = np.mean([np.roll(moved, step, axis) for step in range(max(1, reach))], axis=0)
    return np.ascontiguousarray(moved.astype(np.uint8))


def scene() -> Pixels:
    """A product on a shelf, as a camera of 720p sees it."""
    shelf = np.full((720, 1280, 3), (150, 130, 100), np.uint8)
    code = drawn(Symbology.EAN_13, NUMBER, width=460)
    shelf[160 : 160 + code.shape[0], 420 : 420 + code.shape[1]] = code
    return shelf


async def looks(url: str, times: int) -> list[float]:
    """Milliseconds from the first sharp frame to the product, again and again."""
    sharp, soft = jpeg(scene()), jpeg(blurred(scene(), 24, 9))
    async with connect(url) as glasses:
        return [await look(glasses, sharp, soft, blur=number % 3) for number in range(times)]


async def look(glasses: Glasses, sharp: bytes, soft: bytes, *, blur: int) -> float:
    frames, since = [0], [0.0]

    def view() -> bytes:
        frames[0] += 1
        if frames[0] <= blur:
            return soft
        since[0] = since[0] or anyio.current_time()
        return sharp

    glasses.camera.view = view
    glasses.type("scan this")
    async for message in glasses:
        if isinstance(message, Show) and NAME in cards.words(message.card):
            return 1000 * (anyio.current_time() - since[0])
    raise RuntimeError("the hub hung up")


def pictures(data: Path | None) -> Iterator[Pixels]:
    """What there is to look at."""
    files = sorted(data.glob("codes/*/*.png")) + sorted(data.glob("reading/*.jpg")) if data else []
    for file in files[:60]:
        pixels = Encoded(file.read_bytes()).pixels()
        if min(pixels.shape[:2]) >= 120:
            yield pixels
    for symbology in (Symbology.QR, Symbology.EAN_13, Symbology.CODE_128, Symbology.AZTEC):
        yield drawn(symbology)


def chosen(data: Path | None) -> tuple[int, int]:
    """How often the sharp one of five frames is the best, and of how many."""
    chance, right, tried = random.Random(3), 0, 0
    for pixels in pictures(data):
        for _ in range(4):
            frames = [(f"blur {n}", blurred(pixels, *blur(chance))) for n in range(4)]
            frames.insert(chance.randrange(5), ("sharp", pixels))
            best = Best[str]()
            for name, frame in frames:
                noise = np.random.default_rng(tried).normal(0, 3, frame.shape)
                lit = np.clip(frame * chance.uniform(0.8, 1.1) + noise, 0, 255).astype(np.uint8)
                best.add(name, quality(lit))
            right += best.best == "sharp"
            tried += 1
    return right, tried


def blur(chance: random.Random) -> tuple[int, int]:
    return chance.choice([(4, 1), (1, 5), (8, 3), (15, 15), (3, 3)])


def main(data: Path | None, times: int) -> None:
    with hubs.serving(fill=fill) as hub:
        took = anyio.run(looks, hub.url, times)[1:]
    right, tried = chosen(data)
    report.save(
        "look",
        {
            "looks": len(took),
            "first sharp frame to product, median ms": round(median(took)),
            "first sharp frame to product, 95 % ms": round(report.percentile(took, 0.95)),
            "sharp frame chosen, %": round(100 * right / tried, 1),
            "of so many fives of frames": tried,
            "load": hubs.load(),
        },
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with codes and reading")
    parser.add_argument("--times", type=int, default=30)
    given = parser.parse_args()
    main(given.data, given.times)
