"""What catalogues elsewhere said, kept in the catalogue on this machine."""

import sqlite3
from pathlib import Path
from typing import Final

import anyio
import anyio.to_thread
import msgspec

from lorgnette.core.errors import StoreFailed
from lorgnette.engines.wrap.remembered import Answer
from lorgnette.store.goods.tables import open_catalogue

MOST: Final = 50_000
"""Answers that are kept, the newest: some 50 MB."""

ANSWER: Final = msgspec.msgpack.Decoder(Answer)


class SQLiteAnswers:
    """Implements `Answers` for one catalogue, which has a name."""

    def __init__(self, path: Path, name: str) -> None:
        """`path`: the file of the catalogue, made when it is first needed."""
        self.path = path
        self.name = name
        self.turn = anyio.Lock()
        self.db: sqlite3.Connection | None = None

    async def recall(self, question: str, /) -> Answer | None:
        """See `Answers`. One that cannot be read any more is forgotten."""
        async with self.turn:
            return await anyio.to_thread.run_sync(self._recall, question)

    async def keep(self, question: str, answer: Answer, /) -> None:
        """See `Answers`."""
        async with self.turn:
            await anyio.to_thread.run_sync(self._keep, question, answer)

    async def aclose(self) -> None:
        """Close the file."""
        if self.db is not None:
            self.db.close()
            self.db = None

    def _recall(self, question: str) -> Answer | None:
        try:
            row = (
                self._open()
                .execute(
                    "SELECT data FROM answers WHERE catalogue = ? AND question = ?",
                    (self.name, question),
                )
                .fetchone()
            )
            return ANSWER.decode(row[0]) if row else None
        except msgspec.MsgspecError:
            return None
        except sqlite3.Error as error:
            raise StoreFailed(f"{self.path} could not be read: {error}") from error

    def _keep(self, question: str, answer: Answer) -> None:
        try:
            db = self._open()
            db.execute(
                "INSERT OR REPLACE INTO answers (catalogue, question, data) VALUES (?, ?, ?)",
                (self.name, question, msgspec.msgpack.encode(answer)),
            )
            db.execute("DELETE FROM answers WHERE id <= (SELECT max(id) FROM answers) - ?", [MOST])
        except sqlite3.Error as error:
            raise StoreFailed(f"{self.path} could not be written: {error}") from error

    def _open(self) -> sqlite3.Connection:
        if self.db is None:
            self.db = open_catalogue(self.path)
        return self.db
