"""Pictures made ready to be kept: told apart from what else their file tells, and made small."""

import datetime as dt
import io
from typing import Any, Final, NamedTuple

import numpy as np

from lorgnette.core.errors import CannotSee
from lorgnette.core.pictures import Pixels
from lorgnette.core.types import Spot
from lorgnette.store.photos.segments import with_exif

SMALL: Final = 512
"""Pixels of the longer side of a small picture: sharp in a grid, and 30 kB."""

FINE, PLAIN = 92, 80
"""Quality of a picture that has to be written anew, and of a small one."""

ORIENTATION, SOFTWARE, DETAILS, GPS = 0x0112, 0x0131, 0x8769, 0x8825
"""Tags of the first table, of which two lead to others."""

TAKEN, OFFSET = 0x9003, 0x9011


class Prepared(NamedTuple):
    """A picture as it is kept: the file, the small one, and its sides as one looks at it."""

    jpeg: bytes
    small: bytes
    width: int
    height: int

    @property
    def size(self) -> int:
        """Bytes of both files."""
        return len(self.jpeg) + len(self.small)


def prepared(picture: bytes, taken: dt.datetime, spot: Spot | None) -> Prepared:
    """Make a picture ready. Raises CannotSee when it is none. It costs some 50 ms."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(picture), formats=("JPEG", "PNG", "WEBP")) as image:
            turn = image.getexif().get(ORIENTATION, 1)
            exif = exif_of(taken, spot, turn if turn in range(2, 9) else 1)
            jpeg = with_exif(picture if image.format == "JPEG" else written(image, FINE), exif)
            sides = ImageOps.exif_transpose(image).size if turn in range(5, 9) else image.size
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as image:
            image.draft("RGB", (SMALL, SMALL))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((SMALL, SMALL))
            return Prepared(jpeg, written(upright, PLAIN), *sides)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise CannotSee("unreadable") from error


def written(image: Any, quality: int) -> bytes:
    """A picture as a JPEG that tells nothing."""
    file = io.BytesIO()
    image.convert("RGB").save(file, "JPEG", quality=quality)
    return file.getvalue()


def pixels_of(jpeg: bytes) -> Pixels:
    """The picture in one of our own files. Raises CannotSee when it is damaged."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as image:
            return np.ascontiguousarray(image.convert("RGB"))
    except (OSError, ValueError, SyntaxError) as error:
        raise CannotSee("unreadable") from error


def exif_of(taken: dt.datetime, spot: Spot | None, turn: int = 1) -> bytes:
    """What a file tells: when it was taken and which way up it is; where, if there is a spot."""
    from PIL import Image

    exif = Image.Exif()
    exif[ORIENTATION], exif[SOFTWARE] = turn, "Lorgnette"
    offset = f"{taken:%z}" or "+0000"
    exif[DETAILS] = {
        TAKEN: f"{taken:%Y:%m:%d %H:%M:%S}",
        OFFSET: f"{offset[:3]}:{offset[3:5]}",
    }
    if spot is not None:
        exif[GPS] = {
            1: "N" if spot.latitude >= 0 else "S",
            2: degrees(spot.latitude),
            3: "E" if spot.longitude >= 0 else "W",
            4: degrees(spot.longitude),
        }
    return exif.tobytes().removeprefix(b"Exif\0\0")


def degrees(value: float) -> tuple[float, float, float]:
    """Degrees, minutes and seconds, without a sign."""
    seconds = round(abs(value) * 3600, 2)
    return float(seconds // 3600), float(seconds // 60 % 60), round(seconds % 60, 2)
