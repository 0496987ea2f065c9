"""A scripted code reader, pictures of codes, and the promises of every `CodeReader`."""

from collections.abc import Mapping, Sequence

import anyio
import numpy as np

from lorgnette.core.codes import Code, Symbology
from lorgnette.core.pictures import Pixels
from lorgnette.engines import CodeReader
from lorgnette.testing.promises import promise

WRITTEN: Mapping[Symbology, tuple[str, str]] = {
    Symbology.QR: ("QRCode", "https://example.org/menu?table=7"),
    Symbology.DATA_MATRIX: ("DataMatrix", "Hello, 世界"),
    Symbology.AZTEC: ("Aztec", "M1DOE/JANE"),
    Symbology.PDF417: ("PDF417", "a longer text that stands in many rows of bars"),
    Symbology.EAN_13: ("EAN13", "4006381333931"),
    Symbology.EAN_8: ("EAN8", "96385074"),
    Symbology.CODE_128: ("Code128", "LG-0042"),
    Symbology.CODE_39: ("Code39", "LG-0042"),
    Symbology.ITF: ("ITF", "15400141288763"),
}
"""The library's name of a format and an example, for each kind that every reader should know."""


class ScriptedCodes:
    """A `CodeReader` that sees one list of codes after another, the last for ever."""

    def __init__(self, *sights: Sequence[Code]) -> None:
        """`sights`: what is in each picture."""
        self.sights = list(sights) or [()]
        self.asked: list[bool] = []
        """For each picture, whether it was to be read thoroughly."""

    async def read(self, _pixels: Pixels, /, *, thorough: bool = False) -> Sequence[Code]:
        """The codes of the next picture."""
        await anyio.lowlevel.checkpoint()
        self.asked.append(thorough)
        return self.sights.pop(0) if len(self.sights) > 1 else self.sights[0]


def drawn(symbology: Symbology, text: str = "", *, width: int = 400, margin: int = 40) -> Pixels:
    """A picture of a code on white paper, about as many pixels wide. By zxing-cpp."""
    import zxingcpp
    from PIL import Image

    name, example = WRITTEN[symbology]
    form = getattr(zxingcpp.BarcodeFormat, name)
    bars = Image.fromarray(
        np.array(zxingcpp.create_barcode(text or example, form).to_image(add_quiet_zones=True))
    )
    scale = max(1, (width - 2 * margin) // bars.width)
    bars = bars.resize((bars.width * scale, bars.height * scale), Image.Resampling.NEAREST)
    paper = Image.new("RGB", (bars.width + 2 * margin, bars.height + 2 * margin), "white")
    paper.paste(bars, (margin, margin))
    return np.ascontiguousarray(paper)


async def check_code_reader(reader: CodeReader) -> None:
    """Every promise of a `CodeReader`. Raises AssertionError with the first that is not kept."""
    for symbology, (_, text) in WRITTEN.items():
        codes = await reader.read(drawn(symbology))
        promise(len(codes) == 1, f"one {symbology} is read once")
        promise((codes[0].symbology, codes[0].text) == (symbology, text), f"{symbology} is right")
        promise(codes[0].sure, f"a clear {symbology} is sure")
    await _check_several(reader)
    await _check_askew(reader)
    await _check_nothing(reader)
    picture = drawn(Symbology.QR)
    with anyio.CancelScope() as scope:
        scope.cancel()
        await reader.read(picture)
    promise(len(await reader.read(picture)) == 1, "it works after a picture was cancelled")


async def _check_several(reader: CodeReader) -> None:
    large, small = drawn(Symbology.QR, width=500), drawn(Symbology.EAN_13, width=300)
    both = np.full((900, 700, 3), 255, np.uint8)
    both[: large.shape[0], : large.shape[1]] = large
    both[600 : 600 + small.shape[0], 200 : 200 + small.shape[1]] = small
    codes = await reader.read(both, thorough=True)
    kinds = [code.symbology for code in codes]
    promise(kinds == [Symbology.QR, Symbology.EAN_13], "several are read, the largest first")
    across, down = codes[1].box.centre
    promise(200 < across < 500 and 600 < down < 900, "a box is where the code is")


async def _check_askew(reader: CodeReader) -> None:
    from PIL import Image

    straight = Image.fromarray(drawn(Symbology.EAN_13, width=500))
    askew = straight.rotate(40, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    codes = await reader.read(np.ascontiguousarray(askew), thorough=True)
    right = [(each.text, each.sure) for each in codes] == [(WRITTEN[Symbology.EAN_13][1], True)]
    promise(right, "a code that lies askew is read")


async def _check_nothing(reader: CodeReader) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (240, 320, 3), np.uint8)
    for nothing in (np.zeros((200, 300, 3), np.uint8), noise, np.zeros((1, 1, 3), np.uint8)):
        for thorough in (False, True):
            codes = await reader.read(nothing, thorough=thorough)
            promise(not any(code.sure for code in codes), "nothing is read where nothing is")
