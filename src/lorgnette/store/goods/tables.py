"""The tables of the catalogue.

A product is one row under its number, packed, since it is only ever read whole: 3 million take
little more than a gigabyte. The index of names has no copy of them (`content=''`) and no places of
words (`detail=none`). `words` are all words that names have, by how they sound.
"""

import sqlite3
from pathlib import Path

from lorgnette.core.errors import StoreFailed

TABLES = """
    CREATE TABLE IF NOT EXISTS sources (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,       -- the file, as it was named
        kind TEXT NOT NULL,
        rows INTEGER NOT NULL DEFAULT 0, -- read so far
        goods INTEGER NOT NULL DEFAULT 0,
        prices INTEGER NOT NULL DEFAULT 0,
        done INTEGER NOT NULL DEFAULT 0,
        mark TEXT NOT NULL DEFAULT ''    -- what the file was: size and time
    ) STRICT;
    CREATE TABLE IF NOT EXISTS goods (
        gtin INTEGER PRIMARY KEY,
        source INTEGER NOT NULL,
        data BLOB NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS prices (
        gtin INTEGER NOT NULL,
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
    PRAGMA user_version = 1;
"""


def open_catalogue(path: Path) -> sqlite3.Connection:
    """The file, made when needed.

    Raises StoreFailed when it cannot be opened, or is none.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=10)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA cache_size = -65536")
        db.executescript(TABLES)
    except (sqlite3.Error, OSError) as error:
        raise StoreFailed(f"cannot open {path}: {error}. Move it away to start anew") from error
    return db
