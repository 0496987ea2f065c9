"""The properties written into an ONNX file, read without loading the network.

An ONNX file is one protocol buffer, `ModelProto`; its field 14, `metadata_props`, repeats entries
of a key (field 1) and a value (field 2). Everything else is stepped over.
"""

from pathlib import Path
from typing import BinaryIO, Final

METADATA: Final = 14
KEY, VALUE = 1, 2

VARINT, BYTES = 0, 2
WIDTHS: Final = {1: 8, 5: 4}
"""Kinds of values: of these the width is known; others begin with their length or end by a bit."""

LONGEST: Final = 1 << 20
"""Bytes of one entry; the longest real ones are means and deviations of features."""

LARGEST: Final = 1 << 40
"""Bytes that are stepped over at once: no file is larger."""


def properties(path: Path) -> dict[str, str]:
    """What an ONNX file says about itself; nothing when it is no such file. Raises OSError."""
    found: dict[str, str] = {}
    size = path.stat().st_size
    with path.open("rb") as file:
        try:
            while file.tell() < size:
                number, kind = divmod(_varint(file), 8)
                if kind == BYTES and number == METADATA:
                    entry = _bytes(file, LONGEST)
                    key, value = _entry(entry)
                    found[key] = value
                else:
                    _skip(file, kind)
        except ValueError:
            return {}
    return found


def _entry(entry: bytes) -> tuple[str, str]:
    """The key and the value of one entry."""
    from io import BytesIO

    file, fields = BytesIO(entry), {KEY: b"", VALUE: b""}
    while file.tell() < len(entry):
        number, kind = divmod(_varint(file), 8)
        if kind == BYTES:
            fields[number] = _bytes(file, LONGEST)
        else:
            _skip(file, kind)
    return fields[KEY].decode(errors="replace"), fields[VALUE].decode(errors="replace")


def _skip(file: BinaryIO, kind: int) -> None:
    """Step over a field's value. Raises ValueError for kinds that ONNX does not have."""
    if kind == VARINT:
        _varint(file)
    elif kind == BYTES:
        file.seek(min(_varint(file), LARGEST), 1)
    elif kind in WIDTHS:
        file.seek(WIDTHS[kind], 1)
    else:
        raise ValueError("not a protocol buffer")


def _bytes(file: BinaryIO, longest: int) -> bytes:
    length = _varint(file)
    if length > longest:
        raise ValueError("too long")
    read = file.read(length)
    if len(read) < length:
        raise ValueError("cut short")
    return read


def _varint(file: BinaryIO) -> int:
    """An integer, seven bits a byte, the lowest first. Raises ValueError when it does not end."""
    value = 0
    for shift in range(0, 64, 7):
        byte = file.read(1)
        if not byte:
            break
        value |= (byte[0] & 0x7F) << shift
        if byte[0] < 0x80:
            return value
    raise ValueError("cut short")
