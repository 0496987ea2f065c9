"""How often codes are read right, how often wrongly, and how quickly.

`--data DIR`: a folder `codes` of folders with pictures, each with what it says in a file of the
same name that ends in `.txt` or `.bin`. The raw library reads each picture once, as it is. Where
anything else is read, a picture counts as wrong, though the right code be read beside it.
"""

import argparse
import random
import re
import time
from collections import defaultdict
from pathlib import Path
from statistics import median

import anyio
import numpy as np
from PIL import Image, ImageFilter

import report
from lorgnette.app.pictures import Encoded
from lorgnette.core.codes import Symbology
from lorgnette.core.pictures import Pixels
from lorgnette.providers.zxing import Zxing
from lorgnette.providers.zxing.reader import read
from lorgnette.testing.codereaders import drawn

WAYS = ("the library", "a frame", "a picture")
PICTURES = {".png", ".webp", ".jpg"}


def expected(picture: Path) -> bytes | None:
    """What a picture says; None when nobody wrote it down."""
    for ending in (".txt", ".bin"):
        file = picture.with_suffix(ending)
        if file.exists():
            return file.read_bytes()
    return None


Read = tuple[bytes, bytes]
"""What one code says: its text and its bytes."""


def raw(pixels: Pixels) -> list[Read]:
    """What the library itself reads."""
    import zxingcpp

    grey = np.ascontiguousarray(pixels[..., 1])
    found = zxingcpp.read_barcodes(grey, text_mode=zxingcpp.TextMode.Plain)
    return [(code.text.encode(), bytes(code.bytes)) for code in found]


def ours(pixels: Pixels, *, thorough: bool) -> list[Read]:
    """What is read without doubt."""
    return [(code.text.encode(), code.data) for code in read(pixels, thorough) if code.sure]


def verdict(codes: list[Read], right: bytes) -> str:
    """`right`, `wrong` or `none`; a number without its add-on of 2 or 5 digits is right."""
    if not codes:
        return "none"
    fine = all(
        any(text and right in (text, text + right[-2:], text + right[-5:]) for text in code)
        for code in codes
    )
    return "right" if fine else "wrong"


def frames() -> dict[str, Pixels]:
    """Frames of 1080p: a room without a code, and the same with one."""
    across, down = np.meshgrid(np.arange(1920), np.arange(1080))
    grain = np.random.default_rng(7).normal(0, 6, (1080, 1920))
    room = 120 + 60 * np.sin(across / 170) * np.cos(down / 140) + 40 * ((across // 240) % 2) + grain
    empty = np.repeat(np.clip(room, 0, 255).astype(np.uint8)[..., None], 3, axis=2)
    with_code = empty.copy()
    code = drawn(Symbology.QR, width=420)
    with_code[300 : 300 + code.shape[0], 700 : 700 + code.shape[1]] = code
    return {"without a code": empty, "with a QR code": with_code}


async def milliseconds(pixels: Pixels, times: int = 25) -> float:
    """The median time to read a frame, as the hub reads it: in a thread."""
    reader, took = Zxing({}), []
    for _ in range(times):
        began = time.perf_counter()
        await reader.read(pixels)
        took.append(1000 * (time.perf_counter() - began))
    return round(median(took), 1)


def verdicts(data: Path) -> dict[str, object]:
    """What became of all pictures."""
    counts: dict[str, dict[str, dict[str, int]]] = defaultdict(
        lambda: defaultdict(lambda: dict.fromkeys(("right", "wrong", "none"), 0))
    )
    invented = suspected = 0
    for picture in sorted((data / "codes").glob("*/*")):
        if picture.suffix not in PICTURES:
            continue
        pixels, right = Encoded(picture.read_bytes()).pixels(), expected(picture)
        if right is None:
            blank = picture.parent.name.startswith("false")
            invented += blank and bool(ours(pixels, thorough=True))
            continue
        family = re.sub(r"(-extension)?-\d+$", "", picture.parent.name)
        counts[family]["the library"][verdict(raw(pixels), right)] += 1
        for way, thorough in (("a frame", False), ("a picture", True)):
            counts[family][way][verdict(ours(pixels, thorough=thorough), right)] += 1
        suspected += any(code.contested for code in read(pixels))
    figures: dict[str, object] = {
        "pictures": sum(sum(each["a picture"].values()) for each in counts.values()),
        "read where there is none": invented,
        "a sticker is suspected on": suspected,
    }
    for way in WAYS:
        for what in ("right", "wrong"):
            figures[f"{way}: {what}"] = sum(counts[family][way][what] for family in counts)
    figures["right by family: the library, a frame, a picture"] = {
        family: " / ".join(str(ways[way]["right"]) for way in WAYS)
        for family, ways in counts.items()
    }
    figures["families where the library is better"] = [
        family
        for family, ways in counts.items()
        if ways["a picture"]["right"] < ways["the library"]["right"]
    ]
    return figures


def stickers(times: int = 30) -> dict[str, object]:
    """How often a sticker on a printed code is noticed, by how much of that shows; made by chance.

    Beside them, how often one is suspected where two codes only hang beside each other.
    """
    chance, counts = random.Random(5), defaultdict[str, list[bool]](list)
    while min(map(len, counts.values()), default=0) < times or len(counts) < len(SHOWS):
        shows, pixels = sticker(chance)
        if len(counts[shows]) < times:
            counts[shows].append(any(code.contested for code in read(pixels) if code.text))
    return {f"a sticker is suspected, of {times}, {shows}": sum(counts[shows]) for shows in SHOWS}


SHOWS = (
    "a finder of the printed code shows",
    "less of it shows",
    "it hangs beside a code",
)


def sticker(chance: random.Random) -> tuple[str, Pixels]:
    """What shows of a printed code, and a picture of it with a sticker on it or beside it."""
    wall = Image.new("RGB", (1280, 960), "#b4aa96")
    printed = Image.fromarray(
        drawn(Symbology.QR, "https://pay.example/12345", width=chance.randrange(320, 440), margin=8)
    )
    over = Image.fromarray(
        drawn(Symbology.QR, "https://other.example", width=chance.randrange(240, 440), margin=8)
    )
    turned = over.convert("RGBA").rotate(
        chance.uniform(-15, 15), Image.Resampling.BICUBIC, expand=True
    )
    place = (chance.randrange(250, 900 - over.width), chance.randrange(120, 800 - over.height))
    if chance.randrange(3) == 0:
        place = (380 - turned.width - chance.randrange(60), place[1])
    wall.paste(printed, (400, 250))
    wall.paste(turned, place, turned)
    size, module = printed.width, (printed.width - 16) / 33
    near, far, side = 8 + 4 * module, size - 8 - 11 * module, 7 * module
    paper = Image.new("1", wall.size)
    paper.paste(1, place, turned.getchannel("A").point(lambda value: value > 0, "1"))
    corners = [(400 + x, 250 + y) for x, y in ((near, near), (far, near), (near, far))]
    bare = [paper.crop((x, y, x + side, y + side)).getbbox() is None for x, y in corners]
    apart = paper.crop((400, 250, 400 + size, 250 + size)).getbbox() is None
    shows = SHOWS[2] if apart else SHOWS[0] if any(bare) else SHOWS[1]
    blurred = wall.filter(ImageFilter.GaussianBlur(chance.uniform(0, 2)))
    grain = np.random.default_rng(chance.randrange(1 << 30)).normal(0, 5, (960, 1280, 1))
    return shows, np.clip(np.asarray(blurred) + grain, 0, 255).astype(np.uint8)


def main(data: Path | None) -> None:
    figures = verdicts(data) if data else {}
    figures |= stickers()
    for name, pixels in frames().items():
        figures[f"1080p frame {name}, ms"] = anyio.run(milliseconds, pixels)
    report.save("codes", figures)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with codes")
    main(parser.parse_args().data)
