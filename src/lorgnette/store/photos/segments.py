"""The parts of a JPEG, so that it can be kept as it came but for what else it tells.

A file is a row of segments: a marker, a length, and what it says. What was seen stands in the
scans; cameras tell the rest in segments for applications: where it was, with which device, a
smaller picture, another picture behind the end.
Source: ITU-T T.81, annex B; Exif 2.32 (CIPA DC-008), 4.5.4.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

START: Final = b"\xff\xd8"
END: Final = 0xD9
SCAN: Final = 0xDA
COMMENT: Final = 0xFE
EXIF: Final = b"Exif\0\0"

APPLICATIONS: Final = range(0xE0, 0xF0)
TELLING: Final = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Without these the colours would be others."""

ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a length: they belong to the scan they stand in."""

ROOM: Final = 0xFFFF - 2
"""Bytes that a segment holds."""


class Segment(NamedTuple):
    """A part of the file: its marker, and all its bytes; those of a scan with what it shows."""

    marker: int
    content: bytes

    @property
    def tells(self) -> bool:
        """Whether it says something that is not needed to show the picture."""
        needed = TELLING.get(self.marker)
        if self.marker in APPLICATIONS:
            return needed is None or not self.content[4:].startswith(needed)
        return self.marker == COMMENT


def with_exif(jpeg: bytes, exif: bytes) -> bytes:
    """The same picture that tells nothing but this. Raises ValueError when it is no whole JPEG."""
    told = EXIF + exif
    if len(told) > ROOM:
        raise ValueError("that is more than a JPEG can tell")
    header = b"\xff\xe1" + (len(told) + 2).to_bytes(2, "big") + told
    kept = (each.content for each in segments(jpeg) if not each.tells)
    return b"".join((START, header, *kept))


def segments(jpeg: bytes) -> Iterator[Segment]:
    """Every segment up to the end of the picture. Raises ValueError when it is no whole JPEG."""
    if not jpeg.startswith(START):
        raise ValueError("no JPEG")
    at = len(START)
    while True:
        first, marker = at, marker_at(jpeg, at)
        if marker == END:
            yield Segment(END, b"\xff\xd9")
            return
        length = int.from_bytes(jpeg[first + 2 : first + 4], "big")
        at = first + 2 + length
        if length < 2 or at > len(jpeg):
            raise ValueError("a JPEG that is cut short")
        if marker == SCAN:
            at = scan_end(jpeg, at)
        yield Segment(marker, jpeg[first:at])


def marker_at(jpeg: bytes, at: int) -> int:
    """The marker at a place. Raises ValueError."""
    if at + 2 > len(jpeg) or jpeg[at] != 0xFF or jpeg[at + 1] in (0x00, 0xFF):
        raise ValueError("a JPEG that is damaged")
    return jpeg[at + 1]


def scan_end(jpeg: bytes, at: int) -> int:
    """Where the next marker is that does not belong to the scan. Raises ValueError."""
    while (at := jpeg.find(0xFF, at)) >= 0 and at + 1 < len(jpeg):
        following = jpeg[at + 1]
        if following == 0xFF:
            at += 1
        elif following == 0x00 or following in ALONE:
            at += 2
        else:
            return at
    raise ValueError("a JPEG that is cut short")
