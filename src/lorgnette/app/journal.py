"""The events of a session, written down as JSON lines; replaying them gives the same effects."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, TextIO

import msgspec

from lorgnette.core.conversation import State, step
from lorgnette.core.effects import Effect
from lorgnette.core.errors import StoreFailed
from lorgnette.core.events import Event
from lorgnette.core.types import ENGLISH, Language


class Head(msgspec.Struct, frozen=True):
    """The first line: the version of the journal, and how the conversation stood at its beginning.

    A journal of a whole session tells only the language it began in; one of its last part, the
    `state` it begins with.
    """

    journal: Literal[1]
    language: Language = ENGLISH
    state: State | None = None


class Entry(msgspec.Struct, frozen=True):
    """One event, with the second of the session it came at."""

    at: float
    event: Event


class Journal:
    """Writes the events of one session to a file that only the owner can read."""

    def __init__(self, path: Path, now: Callable[[], float], language: Language) -> None:
        """Begin a journal. Raises StoreFailed when the file cannot be made."""
        self.now = now
        self.origin = now()
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        except OSError as error:
            raise StoreFailed(f"cannot write the journal {path}: {error.strerror}") from error
        self.file: TextIO | None = os.fdopen(descriptor, "w", encoding="utf-8")
        self.line(msgspec.json.encode(Head(1, language)))

    def write(self, event: Event) -> None:
        """Add an event. A disk that is full ends the journal, not the conversation."""
        self.line(line_of(self.now() - self.origin, event))

    def line(self, line: bytes) -> None:
        """Add one line, on disk at once."""
        if self.file is None:
            return
        try:
            self.file.write(line.decode() + "\n")
            self.file.flush()
        except OSError:
            self.file = None

    def close(self) -> None:
        """No more events come."""
        if self.file is not None:
            self.file.close()
            self.file = None


def line_of(at: float, event: Event) -> bytes:
    """One event as a line of a journal, `at` seconds after its beginning."""
    return msgspec.json.encode(Entry(round(at, 3), event), enc_hook=str)


def read(lines: Iterator[str]) -> tuple[State, list[Entry]]:
    """The state a journal begins with, and its events.

    Raises ValueError that names the line at which it stops being one.
    """
    try:
        head = msgspec.json.decode(next(lines, ""), type=Head)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ValueError(f"line 1: not a journal of this version: {error}") from error
    entries = []
    for number, line in enumerate(lines, 2):
        try:
            entries.append(msgspec.json.decode(line, type=Entry))
        except (msgspec.DecodeError, RecursionError) as error:
            raise ValueError(f"line {number}: {error}") from error
    return head.state or State(language=head.language), entries


def replay(state: State, entries: list[Entry]) -> Iterator[tuple[Entry, State, list[Effect]]]:
    """Every event with the state after it and the effects it has, the same as they were."""
    for entry in entries:
        state, effects = step(entry.event, state)
        yield entry, state, effects
