"""Which kind of file of goods one is, by what is in it."""

import csv
from contextlib import closing
from pathlib import Path
from typing import Final

from lorgnette.app.goods import documents, parquet, separated
from lorgnette.app.goods.bytes import DAMAGED, Unpacked
from lorgnette.app.goods.tables import File, Table
from lorgnette.core.errors import ConfigurationError

LONGEST_LINE: Final = 4 << 20
"""Bytes of a first line."""


def table(about: File) -> Table:
    """A file of goods. Raises ConfigurationError when it is none, MissingPart without a package."""
    first = first_line(about.path)
    if first.startswith(b"PAR1"):
        return parquet.table(about)
    file = Unpacked(about.path)
    try:
        if first.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[", b"<"):
            return documents.table(file, about, first)
        return separated.table(file, about, first)
    except csv.Error as error:
        file.close()
        raise ConfigurationError(f"{about.path}: its first line is no header: {error}") from None
    except BaseException:
        file.close()
        raise


def first_line(path: Path) -> bytes:
    """The first line with something in it, or as much of it as tells."""
    with closing(Unpacked(path)) as file:
        try:
            first = file.stream.readline(LONGEST_LINE)
            while first and not first.strip():
                first = file.stream.readline(LONGEST_LINE)
        except DAMAGED as error:
            raise ConfigurationError(f"{path} is damaged: {error}") from error
    if not first:
        raise ConfigurationError(f"{path} is empty")
    return first
