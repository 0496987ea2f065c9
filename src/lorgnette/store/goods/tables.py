"""The tables of the catalogue.

A product is one row for each source, packed, since it is only ever read whole: 3 million take
little more than a gigabyte. Its id is its number and its source in one, so that what all sources
say of a number lies together. The index of names has no copy of them (`content=''`) and no places
of words (`detail=none`); it keeps words of rows that are gone, which then find nothing. `words` are
all words that names have, by how they sound.
"""

import sqlite3
from hashlib import blake2b
from pathlib import Path
from typing import Final

from lorgnette.core.errors import StoreFailed
from lorgnette.core.loose import is_category

VERSION: Final = 2

SOURCE_BITS: Final = 16
"""Of an id. What is left has room for 14 digits."""

MOST_SOURCES: Final = (1 << SOURCE_BITS) - 1

TABLES = f"""
    CREATE TABLE IF NOT EXISTS sources (
        id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice
        name TEXT NOT NULL,              -- the file, as it was named
        mark TEXT NOT NULL,              -- what the file was: size and time
        kind TEXT NOT NULL,
        line INTEGER NOT NULL DEFAULT 0, -- the last one that was read
        goods INTEGER NOT NULL DEFAULT 0,
        prices INTEGER NOT NULL DEFAULT 0,
        done INTEGER NOT NULL DEFAULT 0,
        UNIQUE (name, mark)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS goods (
        id INTEGER PRIMARY KEY,          -- number << {SOURCE_BITS} | source
        data BLOB NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS prices (
        gtin INTEGER NOT NULL,           -- see `price_key`
        day INTEGER NOT NULL,
        source INTEGER NOT NULL,
        data BLOB NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS prices_by_good ON prices (gtin, day DESC);
    CREATE VIRTUAL TABLE IF NOT EXISTS names USING fts5 (
        said, content='', columnsize=0, detail=none,
        tokenize="unicode61 remove_diacritics 2"
    );
    CREATE TABLE IF NOT EXISTS words (
        word TEXT PRIMARY KEY,
        sound TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS words_by_sound ON words (sound);
    CREATE TABLE IF NOT EXISTS answers ( -- what catalogues elsewhere said
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        catalogue TEXT NOT NULL,
        question TEXT NOT NULL,
        data BLOB NOT NULL,
        UNIQUE (catalogue, question)
    ) STRICT;
    PRAGMA user_version = {VERSION};
"""


def open_catalogue(path: Path) -> sqlite3.Connection:
    """The file, which only its owner may read; made when needed.

    Raises StoreFailed when it cannot be opened, or is none.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        db = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=10)
        try:
            _prepare(db)
        except BaseException:
            db.close()
            raise
    except (sqlite3.Error, OSError) as error:
        raise StoreFailed(f"cannot open {path}: {error}. Move it away to start anew") from error
    return db


def _prepare(db: sqlite3.Connection) -> None:
    [version] = db.execute("PRAGMA user_version").fetchone()
    if version not in (0, VERSION):
        raise sqlite3.DatabaseError("it was made by another version")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")  # what is lost with the power is imported again
    db.execute("PRAGMA cache_size = -65536")
    if version != VERSION:
        db.executescript(TABLES)


def row_of(gtin: str, source: int) -> int:
    """The id of what a source says of a number."""
    return int(gtin) << SOURCE_BITS | source


def price_key(of: str) -> int | None:
    """The key of a price: the number of a product, or a digest of a category, below zero.

    Two categories may share one, so whoever reads compares. None for what has no price.
    """
    if is_category(of):
        return -1 - int.from_bytes(blake2b(of.encode(), digest_size=7).digest())
    return int(of) if of.isascii() and of.isdigit() and len(of) <= 14 else None


def rows_of(gtin: str) -> tuple[int, int]:
    """The first and the last id of a number; none there are when the text is no number."""
    if not (gtin.isascii() and gtin.isdigit() and len(gtin) <= 14):
        return 1, 0
    return row_of(gtin, 0), row_of(gtin, MOST_SOURCES)
