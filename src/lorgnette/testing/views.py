"""Pictures for the tests of whatever looks: JPEGs as a camera sends them."""

import io

from lorgnette.core.pictures import Pixels


def jpeg(pixels: Pixels, quality: int = 85) -> bytes:
    """The JPEG of a picture."""
    from PIL import Image

    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=quality)
    return file.getvalue()


def plain(shade: int = 128, width: int = 320, height: int = 240) -> bytes:
    """A wall of one grey, 0 to 255."""
    import numpy as np

    return jpeg(np.full((height, width, 3), shade, np.uint8))
