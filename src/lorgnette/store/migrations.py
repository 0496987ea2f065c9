"""The tables of the store, and how each version grew out of the one before."""

import sqlite3

from lorgnette.core.errors import StoreFailed

MIGRATIONS = (
    """
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
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to date, all or nothing.

    Raises StoreFailed when the file was written by a newer version.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise StoreFailed(f"the store is of a newer Lorgnette (tables {version}); update this one")
    for number, script in enumerate(MIGRATIONS[version:], version + 1):
        connection.executescript(f"BEGIN;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;")
