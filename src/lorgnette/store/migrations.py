"""The tables of the store, and how each version grew out of the one before."""

import sqlite3

from lorgnette.core.errors import StoreFailed

RECORDS = """
    CREATE TABLE records (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        wearer TEXT NOT NULL,
        kind TEXT NOT NULL,
        item TEXT NOT NULL,
        created REAL NOT NULL,
        due REAL
    ) STRICT;
    CREATE INDEX records_by_place ON records (wearer, kind, id);
    CREATE INDEX records_by_due ON records (kind, due) WHERE due IS NOT NULL;
"""

TOKENS = "tokenize = 'porter unicode61 remove_diacritics 2'"
"""How the index of words cuts and compares them."""

MEETINGS = f"""
    CREATE TABLE meetings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        wearer TEXT NOT NULL,
        title TEXT NOT NULL,
        began REAL NOT NULL,
        zone INTEGER NOT NULL,              -- seconds east of Greenwich
        language TEXT NOT NULL,
        seconds REAL NOT NULL DEFAULT 0,
        over INTEGER NOT NULL DEFAULT 0,
        audio INTEGER NOT NULL DEFAULT 0,
        minutes TEXT
    ) STRICT;
    CREATE INDEX meetings_by_wearer ON meetings (wearer, id);
    CREATE TABLE meeting_lines (
        place INTEGER PRIMARY KEY,          -- the meeting and the line's number: see places.py
        starts REAL NOT NULL,
        ends REAL NOT NULL,
        text TEXT NOT NULL,
        speaker INTEGER,
        language TEXT NOT NULL,
        state INTEGER NOT NULL              -- 0: may still change, 1: will not, 2: corrected
    ) STRICT;
    CREATE INDEX meeting_tails ON meeting_lines (place) WHERE state = 0;
    CREATE TABLE meeting_speakers (
        meeting INTEGER NOT NULL,
        number INTEGER NOT NULL,
        name TEXT NOT NULL DEFAULT '',
        same INTEGER,                       -- whom they turned out to be
        PRIMARY KEY (meeting, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE meeting_marks (
        meeting INTEGER NOT NULL,
        number INTEGER NOT NULL,
        at REAL NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (meeting, number)
    ) STRICT, WITHOUT ROWID;
    CREATE VIRTUAL TABLE meeting_words USING fts5(
        said, who, whose, {TOKENS}, prefix = '1 2 3 4'
    );
    CREATE TABLE meeting_leftovers (meeting INTEGER PRIMARY KEY) STRICT;
"""

PHOTOS = """
    CREATE TABLE photos (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        wearer TEXT NOT NULL,
        taken REAL NOT NULL,
        zone INTEGER NOT NULL,              -- seconds east of Greenwich
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        size INTEGER NOT NULL,
        seconds REAL NOT NULL DEFAULT 0,    -- of a film
        latitude REAL,
        longitude REAL,
        title TEXT NOT NULL DEFAULT '',
        text TEXT,                          -- what stands in it; null: not read yet
        words TEXT NOT NULL DEFAULT '',     -- of both, a space before each
        state INTEGER NOT NULL DEFAULT 0    -- 0: its files may be half there, 1: whole, 2: gone
    ) STRICT;
    CREATE INDEX photos_by_wearer ON photos (wearer, id);
    CREATE INDEX photos_to_tidy ON photos (id) WHERE state != 1;
    CREATE INDEX photos_to_read ON photos (id) WHERE state = 1 AND text IS NULL AND seconds = 0;
"""

PLACES_OF_PHOTOS = """
    ALTER TABLE photos ADD COLUMN place TEXT;   -- what is where it was taken; null: not known yet
    ALTER TABLE photos ADD COLUMN place_words TEXT NOT NULL DEFAULT '';
    CREATE INDEX photos_to_place ON photos (id)
        WHERE state = 1 AND place IS NULL AND latitude IS NOT NULL;
"""

MIGRATIONS = (RECORDS, MEETINGS, PHOTOS, PLACES_OF_PHOTOS)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to date, all or nothing.

    Raises StoreFailed when the file was written by a newer version.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise StoreFailed(f"the store is of a newer Lorgnette (tables {version}); update this one")
    for number, script in enumerate(MIGRATIONS[version:], version + 1):
        connection.executescript(f"BEGIN;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;")
