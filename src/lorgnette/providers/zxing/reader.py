"""Bars and dots by zxing-cpp, which is believed only as far as its checks go.

It reads codes without correction wrongly now and then, with a check digit that is right: one of
twenty on blurred photos. Such a code counts when several variants of the picture say the same;
`bench/codes.py` has the figures.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import anyio.to_thread
import numpy as np
from msgspec.structs import replace

from lorgnette.core.codes import CORRECTING, Code, Symbology
from lorgnette.core.errors import EngineFailed
from lorgnette.core.pictures import Box, Pixels
from lorgnette.providers.zxing.contest import contested
from lorgnette.providers.zxing.variants import (
    AS_IT_IS,
    OTHERWISE,
    QUICK,
    VARIANTS,
    Pose,
    Variant,
)

if TYPE_CHECKING:
    from PIL.Image import Image

NAMES: Final = {
    "QRCode": Symbology.QR,
    "QRCodeModel1": Symbology.QR,
    "QRCodeModel2": Symbology.QR,
    "MicroQRCode": Symbology.MICRO_QR,
    "RMQRCode": Symbology.RMQR,
    "DataMatrix": Symbology.DATA_MATRIX,
    "Aztec": Symbology.AZTEC,
    "AztecCode": Symbology.AZTEC,
    "AztecRune": Symbology.AZTEC,
    "PDF417": Symbology.PDF417,
    "CompactPDF417": Symbology.PDF417,
    "MicroPDF417": Symbology.MICRO_PDF417,
    "MaxiCode": Symbology.MAXICODE,
    "EAN13": Symbology.EAN_13,
    "ISBN": Symbology.EAN_13,
    "EAN8": Symbology.EAN_8,
    "UPCA": Symbology.UPC_A,
    "UPCE": Symbology.UPC_E,
    "Code128": Symbology.CODE_128,
    "Code39": Symbology.CODE_39,
    "Code39Std": Symbology.CODE_39,
    "Code39Ext": Symbology.CODE_39,
    "Code32": Symbology.CODE_39,
    "PZN": Symbology.CODE_39,
    "Code93": Symbology.CODE_93,
    "ITF": Symbology.ITF,
    "ITF14": Symbology.ITF,
    "Codabar": Symbology.CODABAR,
    "DataBar": Symbology.DATABAR,
    "DataBarOmni": Symbology.DATABAR,
    "DataBarStk": Symbology.DATABAR,
    "DataBarStkOmni": Symbology.DATABAR,
    "DataBarLtd": Symbology.DATABAR_LIMITED,
    "DataBarExp": Symbology.DATABAR_EXPANDED,
    "DataBarExpStk": Symbology.DATABAR_EXPANDED,
    "DXFilmEdge": Symbology.DX_FILM_EDGE,
    "Telepen": Symbology.TELEPEN,
    "TelepenAlpha": Symbology.TELEPEN,
    "TelepenNumeric": Symbology.TELEPEN,
}
"""The library's names of formats, and ours."""

ENOUGH: Final = 3
"""Variants that must agree on a number whose only check is a digit."""

CHECKED: Final = frozenset({Symbology.CODE_128, Symbology.CODE_93, Symbology.CODABAR}) | {
    *(Symbology.DATABAR, Symbology.DATABAR_LIMITED, Symbology.DATABAR_EXPANDED)
}
"""Codes with a better check, or a frame that chance does not make: two are enough."""

SLIM: Final = 1 / 3
"""How tall a code is at least, for its width: lines are seen at one height of many."""

LARGER: Final = 2.0
"""How much more place one code takes than another that is on it, and no other reading of it."""

MARGIN: Final = 1 / 4
"""How far from a code, for its length, its edge is taken for another one."""


class Zxing:
    """Implements `CodeReader`. The library frees the interpreter lock: it works in a thread."""

    def __init__(self, _tables: Mapping[str, Any]) -> None:
        """Nothing to configure."""

    async def read(self, pixels: Pixels, /, *, thorough: bool = False) -> Sequence[Code]:
        """See `CodeReader`."""
        try:
            return await anyio.to_thread.run_sync(read, pixels, thorough, abandon_on_cancel=True)
        except (RuntimeError, TypeError, ValueError) as error:
            raise EngineFailed(f"zxing-cpp could not read a picture: {error}") from error


def read(pixels: Pixels, thorough: bool = False) -> list[Code]:
    """As `Zxing.read`, in this thread.

    A frame is held otherwise only when it has a code that cannot be read: it may lie askew.
    """
    from PIL import Image

    picture = Image.fromarray(pixels).convert("L")
    seen = Seen()
    look(picture, AS_IT_IS, seen, VARIANTS if thorough else VARIANTS[:QUICK], thorough)
    for pose in OTHERWISE:
        if thorough or (seen.unread and not seen.decided):
            look(picture, pose, seen, VARIANTS[:QUICK])
    return contested(sorted(seen.codes(), key=lambda code: -area(code.box)), pixels)


def look(
    picture: "Image", pose: Pose, seen: "Seen", variants: Sequence[Variant], worth: bool = False
) -> None:
    """Look at variants of a picture in one pose, until they agree or the first shows nothing.

    `worth`: looking at the others is worth it even then.
    """
    held = pose.of(picture)
    for variant in variants:
        codes = codes_of(variant(held), held.width)
        seen.add([replace(c, box=pose.back(c.box, held.size, picture.size)) for c in codes])
        worth = worth or any(code.text or pose == AS_IT_IS for code in codes)
        if seen.decided or not worth:
            break


class Seen:
    """What the variants of one picture say together."""

    def __init__(self) -> None:
        self.votes: Counter[Code] = Counter()
        self.unread: list[Code] = []

    def add(self, codes: Sequence[Code]) -> None:
        """What one variant says: every text once."""
        for code in {(code.symbology, code.text): code for code in codes}.values():
            known = next((old for old in self.votes if same(old, code)), code)
            if code.text:
                self.votes[known] += 1
            else:
                self.unread.append(code)

    @property
    def decided(self) -> bool:
        """Whether another variant would change nothing."""
        return bool(self.votes) and all(code.sure for code in self.codes())

    def codes(self) -> list[Code]:
        """The best guess at each place, and whether it is sure; then what nobody could read."""
        found: list[Code] = []
        for code, votes in self.votes.most_common():
            rivals = [old for old in self.votes if old is not code and together(old, code)]
            against = sum(self.votes[each] for each in rivals)
            if not any(together(old, code) for old in found):
                found.append(replace(code, sure=votes >= needed(code.symbology) + against))
        for code in self.unread:
            if not any(together(old, code) or beside(old, code) for old in found):
                found.append(replace(code, sure=False))
        return found


def needed(symbology: Symbology) -> int:
    """How many variants must say the same."""
    if symbology in CORRECTING:
        return 1
    return 2 if symbology in CHECKED else ENOUGH


def same(one: Code, other: Code) -> bool:
    """Whether two variants read the same."""
    return (one.symbology, one.text) == (other.symbology, other.text)


def together(one: Code, other: Code) -> bool:
    """Whether two codes are in one place, so that only one of them can be right."""
    return whole(one.box).meets(whole(other.box)) and not stuck_on(one, other)


def stuck_on(one: Code, other: Code) -> bool:
    """Whether a small code was put on a large one, which corrects what that hides of it."""
    small, large = sorted((area(one.box), area(other.box)))
    both = one.symbology is other.symbology is Symbology.QR and one.text and other.text
    return bool(both) and large > LARGER * small


def beside(read: Code, unread: Code) -> bool:
    """Whether what nobody could read may be the edge of a code that was read askew."""
    left, top, right, bottom = whole(read.box).bounds
    more = MARGIN * max(right - left, bottom - top)
    around = upright(left - more, top - more, right + more, bottom + more)
    linear = CORRECTING.isdisjoint({read.symbology, unread.symbology})
    alike = linear or read.symbology is unread.symbology
    return alike and any(map(around.holds, unread.box.corners))


def whole(box: Box) -> Box:
    """The upright rectangle that a code fills, though its lines were seen at one height only."""
    left, top, right, bottom = box.bounds
    more = max(0.0, SLIM * (right - left) - (bottom - top)) / 2
    wider = max(0.0, SLIM * (bottom - top) - (right - left)) / 2
    return upright(left - wider, top - more, right + wider, bottom + more)


def upright(left: float, top: float, right: float, bottom: float) -> Box:
    """A rectangle that does not lie askew."""
    return Box(((left, top), (right, top), (right, bottom), (left, bottom)))


def codes_of(image: "Image", width: int) -> list[Code]:
    """What stands in one variant of a picture that is `width` pixels wide."""
    import zxingcpp

    scale = width / image.width
    found = zxingcpp.read_barcodes(
        np.asarray(image), text_mode=zxingcpp.TextMode.Plain, return_errors=True
    )
    return [code for barcode in found if (code := code_of(barcode, scale)) is not None]


def code_of(barcode: Any, scale: float) -> Code | None:
    """A barcode of the library, read or only seen; None for a kind that we have no name for."""
    symbology = NAMES.get(barcode.format.name)
    if symbology is None:
        return None
    at = barcode.position
    corners = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    first, second, third, fourth = ((corner.x * scale, corner.y * scale) for corner in corners)
    box = Box((first, second, third, fourth))
    if not barcode.valid and not area(box):
        return None  # the library saw a part of something
    text = barcode.text if barcode.valid else ""
    gs1 = barcode.content_type.name == "GS1"
    return Code(symbology, text, box, bytes(barcode.bytes) if barcode.valid else b"", gs1)


def area(box: Box) -> float:
    """The pixels of the upright rectangle around it."""
    left, top, right, bottom = box.bounds
    return (right - left) * (bottom - top)
