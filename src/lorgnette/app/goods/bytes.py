"""The bytes of a file, whatever it is packed with, and how far in the file they are."""

import bz2
import gzip
import io
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, cast

from lorgnette.core.errors import ConfigurationError, MissingPart

PACKED: Final = {b"\x1f\x8b": "gz", b"BZh": "bz2", b"\xfd7zXZ": "xz", b"\x28\xb5\x2f\xfd": "zst"}
"""How packed files begin."""

NEEDS_ARROW: Final = "pip install 'lorgnette[goods]'"
"""What to do without pyarrow."""


class Unpacked:
    """A file that is read from its beginning; `share` tells how far, from 0 to 1."""

    def __init__(self, path: Path) -> None:
        """Raises ConfigurationError when it cannot be opened, MissingPart without its unpacker."""
        try:
            self.raw = path.open("rb")
            self.size = path.stat().st_size
        except OSError as error:
            raise ConfigurationError(f"{path}: {error.strerror}") from error
        begins = self.raw.read(8)
        self.raw.seek(0)
        self.packing = next((name for mark, name in PACKED.items() if begins.startswith(mark)), "")
        self.stream = self._open()
        self.text: io.TextIOWrapper | None = None

    def _open(self) -> io.BufferedIOBase:
        match self.packing:
            case "gz":
                return gzip.GzipFile(fileobj=self.raw)
            case "bz2":
                return bz2.BZ2File(self.raw)
            case "xz":
                return lzma.LZMAFile(self.raw)
            case "zst":
                try:
                    import pyarrow as pa
                except ImportError:
                    raise MissingPart(f"unpacking zst needs pyarrow: {NEEDS_ARROW}") from None
                return io.BufferedReader(pa.CompressedInputStream(self.raw, "zstd"), 1 << 20)
            case _:
                return self.raw

    def lines(self) -> Iterator[str]:
        """The file as text, line by line; it is closed with the file."""
        stream = cast("BinaryIO", self.stream)  # as which it behaves, whatever unpacks it
        self.text = io.TextIOWrapper(stream, "utf-8-sig", errors="replace", newline="")
        return self.text

    @property
    def share(self) -> float:
        """How much of the file was read."""
        return min(1.0, self.raw.tell() / self.size) if self.size else 1.0

    def close(self) -> None:
        """Let go of the file."""
        for each in (self.text, self.stream, self.raw):
            if each is not None:
                each.close()


DAMAGED: Final = (EOFError, OSError, lzma.LZMAError, ValueError)
"""What a packed file raises that was cut in the middle."""
