"""How quickly and how well text in pictures is read, and what the library itself makes of it.

`--data DIR`: a folder `reading` of pictures, of some of which it is known here what they say.
Chinese is drawn with Noto Sans CJK.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from pathlib import Path
from statistics import median
from typing import Any

import anyio
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

import report
from lorgnette.app.pictures import Encoded
from lorgnette.core.pictures import Pixels
from lorgnette.providers.rapidocr import RapidOCR

FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")

SIGN = (
    *("Welcome to the City Museum", "欢迎光临城市博物馆", "Open daily from 9:00 to 17:30"),
    *("每天九点至十七点半开放", "Adults ¥45.00", "成人票四十五元", "No flash photography"),
    "请勿使用闪光灯拍照",
)
ENGLISH = (
    "Visitors may take pictures without flash in all rooms except the library",
    "Children under twelve enter free when they come with an adult",
    "Please leave large bags in the lockers near the main entrance",
    "The last train to the airport leaves at 23:45 from platform 12",
    "Contains milk, soy and traces of nuts. Best before 14 March 2027",
)
CHINESE = (
    "参观者可以在除图书馆以外的所有房间拍照",
    "十二岁以下儿童由成人陪同免费入场",
    "请将大件行李存放在主入口旁边的储物柜里",
    "开往机场的末班车二十三点四十五分从十二号站台发车",
    "含有牛奶大豆及少量坚果",
)
KNOWN: Mapping[str, str] = {
    "japan.jpg": "【素敵な四季を探す旅】春分農村の学校で、伝統演劇の特別クラス浙江省週間時事用語"
    "（政府間覚書、マイクロドラマ、脳型知能など）三星堆の文化財レプリカが大阪・関西万博で展示へ"
    "中国テイストのストリートダンスでダンスバトルを盛り上げる…",
    "latin.jpg": "Alphabetum in mundo hodie frequentissime adhibitum est alphabetum Latinum.",
    "text_rec.jpg": "韩国小馆",
    "text_vertical_words.png": "有評是是非非之士師也是非不得問之人要取之已取之時不參一人見而",
}

Read = Callable[[Pixels], Sequence[str]]


def drawn(texts: Sequence[str], size: int, *, width: int = 1200, height: int = 900) -> Pixels:
    """Dark text on light paper."""
    font = ImageFont.truetype(str(FONT), size)
    paper = Image.new("RGB", (width, height), "#f2efe6")
    for at, text in enumerate(texts):
        place = (60, 50 + round(at * 1.7 * size))
        ImageDraw.Draw(paper).text(place, text, "#1c1c2c", font)
    return np.ascontiguousarray(paper)


def worse(pixels: Pixels) -> Pixels:
    """As a camera in a hurry has it: askew, blurred and with grain."""
    paper = Image.fromarray(pixels).rotate(4, expand=True, fillcolor="#807c70")
    blurred = np.asarray(paper.filter(ImageFilter.GaussianBlur(1.4)), np.float64)
    grain = np.random.default_rng(5).normal(0, 16, blurred.shape)
    return np.ascontiguousarray(np.clip(blurred + grain, 0, 255).astype(np.uint8))


def errors(read: str, right: str) -> int:
    """Letters to be changed, added or left out until one is the other (Levenshtein)."""
    row = list(range(len(right) + 1))
    for at, letter in enumerate(read, 1):
        before, row[0] = row[0], at
        for place, wanted in enumerate(right, 1):
            change = before + (letter != wanted)
            before, row[place] = row[place], min(change, row[place] + 1, row[place - 1] + 1)
    return row[-1]


def plain(texts: Sequence[str], *, spaces: bool = False) -> str:
    """Texts as one, without what is no difference: spaces unless wanted, full and half width."""
    whole = " ".join(texts).replace("（", "(").replace("）", ")").replace("￥", "¥")
    return " ".join(whole.split()) if spaces else "".join(whole.split())


def share_wrong(read: Read, cases: Sequence[tuple[Pixels, Sequence[str]]], **how: bool) -> float:
    """Percent of the letters of some pictures that are wrong."""
    wrong = sum(errors(plain(read(px), **how), plain(right, **how)) for px, right in cases)
    return round(100 * wrong / sum(len(plain(right, **how)) for _, right in cases), 2)


def ours() -> Read:
    """The reader of the house."""
    engine = RapidOCR({})

    async def rows(pixels: Pixels) -> list[str]:
        async with aclosing(engine.read(pixels)) as found:
            return [row.text async for row in found]

    return lambda pixels: anyio.run(rows, pixels)


def theirs() -> Read:
    """The library's own code, on the same networks and the same two threads."""
    from rapidocr import RapidOCR as Library

    settings = {
        "Global.log_level": "error",
        "EngineConfig.onnxruntime.intra_op_num_threads": 2,
    }
    library = Library(params=settings)
    return lambda pixels: getattr(library(pixels[..., ::-1].copy()), "txts", None) or ()


READERS: Mapping[str, Callable[[], Read]] = {"ours": ours, "the library": theirs}


async def timed(pixels: Pixels, times: int) -> dict[str, list[float]]:
    """Seconds to the first row and to the last, and how long others were held up meanwhile."""
    engine = RapidOCR({})
    async with aclosing(engine.read(pixels)) as found:
        _ = [row async for row in found]  # it is loaded now
    took: dict[str, list[float]] = {"first": [], "all": [], "held up": []}

    async def watch() -> None:
        while True:
            before = time.perf_counter()
            await anyio.sleep(0.005)
            took["held up"].append(time.perf_counter() - before - 0.005)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(watch)
        for _ in range(times):
            began, first = time.perf_counter(), 0.0
            async with aclosing(engine.read(pixels)) as found:
                async for _row in found:
                    first = first or time.perf_counter() - began
            took["first"].append(first)
            took["all"].append(time.perf_counter() - began)
        tasks.cancel_scope.cancel()
    return took


def quality(name: str, data: Path | None) -> dict[str, Any]:
    """What one reader makes of all pictures, in a process of its own."""
    read = READERS[name]()
    figures: dict[str, Any] = {}
    for language, texts in (("English", ENGLISH), ("Chinese", CHINESE)):
        for size in (12, 16, 24):
            clear = [(drawn([text], size, height=200), [text]) for text in texts]
            poor = [(worse(pixels), right) for pixels, right in clear]
            what = f"{language}, letters of {size} pixels"
            spaces = language == "English"
            figures[f"{what}: errors, %"] = share_wrong(read, clear, spaces=spaces)
            figures[f"{what}, askew and grainy: errors, %"] = share_wrong(read, poor, spaces=spaces)
    for file, right in KNOWN.items() if data else ():
        assert data is not None
        pixels = Encoded((data / "reading" / file).read_bytes()).pixels()
        began = time.perf_counter()
        wrong = errors(plain(read(pixels)), plain([right]))
        figures[f"{file}: errors of {len(plain([right]))} letters"] = wrong
        figures[f"{file}: s"] = round(time.perf_counter() - began, 2)
    return figures


def memory(what: str) -> int:
    """Kilobytes that this process holds (`VmRSS`), or held at most (`VmHWM`)."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition(f"{what}:")[2].split()[0])


def cost(name: str) -> dict[str, Any]:
    """What a sign and a full page cost one reader, in a process of its own."""
    Path("/proc/self/clear_refs").write_text("5")  # the peak is counted from here
    before = memory("VmHWM")
    read = READERS[name]()
    page = drawn([f"{text} {at}" for at in range(7) for text in ENGLISH], 17, height=1150)
    figures: dict[str, Any] = {}
    for what, pixels, lines in (("a sign", drawn(SIGN, 40), 8), ("a page of 35 lines", page, 35)):
        took = []
        for _ in range(4):
            began = time.perf_counter()
            assert len(read(pixels)) == lines, what
            took.append(time.perf_counter() - began)
        figures[f"{what}, s"] = round(median(took[1:]), 2)
        for held, when in (("VmHWM", "at most"), ("VmRSS", "afterwards")):
            more = round((memory(held) - before) / 1024)
            figures[f"{what}, more memory {when}, MB"] = more
    return figures


def apart(what: str, name: str, data: Path | None) -> dict[str, Any]:
    """Measure one reader in another process."""
    more = ["--data", str(data)] if data else []
    ran = subprocess.run(
        [sys.executable, __file__, "--measure", what, name, *more],
        capture_output=True, text=True, check=True, timeout=500,
    )  # fmt: skip
    figures: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return figures


def main(data: Path | None) -> None:
    figures: dict[str, Any] = {}
    took = anyio.run(timed, drawn(SIGN, 40), 9)
    figures["a sign of 1.08 megapixels, first line, median s"] = round(median(took["first"]), 2)
    figures["a sign of 1.08 megapixels, all 8 lines, median s"] = round(median(took["all"]), 2)
    figures["a sign of 1.08 megapixels, all 8 lines, worst s"] = round(max(took["all"]), 2)
    held = [1000 * each for each in took["held up"]]
    figures["others are held up meanwhile, 99 % ms"] = round(report.percentile(held, 0.99), 1)
    for name in READERS:
        for what in ("cost", "quality"):
            for label, figure in apart(what, name, data).items():
                figures[f"{name}: {label}"] = figure
    report.save("reading", figures)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with reading")
    parser.add_argument("--measure", nargs=2, metavar=("WHAT", "READER"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure is None:
        main(given.data)
    elif given.measure[0] == "cost":
        print(json.dumps(cost(given.measure[1])))
    else:
        print(json.dumps(quality(given.measure[1], given.data)))
