"""One code as it was read: which kind of bars or dots, and what stands in it."""

from enum import StrEnum
from typing import Final

import msgspec

from lorgnette.core.pictures import Box


class Symbology(StrEnum):
    """The kinds of codes, by the names of their standards."""

    QR = "qr"
    MICRO_QR = "micro-qr"
    RMQR = "rmqr"
    DATA_MATRIX = "data-matrix"
    AZTEC = "aztec"
    PDF417 = "pdf417"
    MICRO_PDF417 = "micro-pdf417"
    MAXICODE = "maxicode"
    EAN_13 = "ean-13"
    EAN_8 = "ean-8"
    UPC_A = "upc-a"
    UPC_E = "upc-e"
    CODE_128 = "code-128"
    CODE_39 = "code-39"
    CODE_93 = "code-93"
    ITF = "itf"
    CODABAR = "codabar"
    DATABAR = "databar"
    DATABAR_LIMITED = "databar-limited"
    DATABAR_EXPANDED = "databar-expanded"
    DX_FILM_EDGE = "dx-film-edge"
    TELEPEN = "telepen"


CORRECTING: Final = frozenset(
    {Symbology.QR, Symbology.MICRO_QR, Symbology.RMQR, Symbology.DATA_MATRIX, Symbology.AZTEC}
    | {Symbology.PDF417, Symbology.MICRO_PDF417, Symbology.MAXICODE}
)
"""Codes that correct their own errors: what was read at all is right."""

RETAIL: Final = frozenset({Symbology.EAN_13, Symbology.EAN_8, Symbology.UPC_A, Symbology.UPC_E})
"""Numbers of products."""


class Code(msgspec.Struct, frozen=True):
    """One code in a picture.

    `text` is what it says, without marks for people; in a `gs1` code the fields that may have any
    length end with U+001D. `data` are its bytes. `sure` is False when it was seen and not read
    without doubt: then `text` is a guess or empty, and nothing may be done with it. A
    `contested` one has another under it or over it: somebody may have put it there.
    """

    symbology: Symbology
    text: str
    box: Box
    data: bytes = b""
    gs1: bool = False
    sure: bool = True
    contested: bool = False
