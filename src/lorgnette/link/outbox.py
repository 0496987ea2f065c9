"""What the hub has to say, kept until the glasses have it."""

from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from lorgnette.core.errors import TooMuch
from lorgnette.core.types import samples_in
from lorgnette.link.backlog import Backlog
from lorgnette.link.limits import Limits
from lorgnette.link.media import HEADER, Drawing, Speech
from lorgnette.link.messages import (
    Chunk,
    Clear,
    Committed,
    Degraded,
    Duck,
    Event,
    Flush,
    Heard,
    Partial,
    Show,
    Update,
    Volatile,
)
from lorgnette.link.showing import aged

Outgoing = Event | Volatile | Speech | Drawing
"""What is kept: events, the latest of each volatile kind and picture, and speech."""

ENCODER = msgspec.json.Encoder()

OVERHEAD = 250
"""Bytes of memory that keeping a message costs, whatever its size on the wire."""


class Kept(msgspec.Struct, frozen=True, gc=False):
    """A message, since when it is kept, and the bytes it takes up."""

    message: Outgoing
    at: float
    size: int


class Outbox:
    """Events until they are acknowledged, speech until it is played, and what is volatile.

    Of volatile messages only the latest of each slot is kept. A committed message is never
    dropped: when the bound is reached, `put` raises and the session is over.
    """

    def __init__(self, limits: Limits) -> None:
        """`limits`: how much is kept, and for how long."""
        self._limits = limits
        self._backlog: Backlog[Kept] = Backlog()
        self._size = 0
        self._event = 0
        self._flushed = -1

    def __len__(self) -> int:
        return len(self._backlog)

    @property
    def waiting(self) -> bool:
        """There may be something to send."""
        return self._backlog.waiting

    @property
    def ahead(self) -> int:
        """Samples of speech that were put in and not reported as played."""
        kept = (one.message for one in self._backlog)
        return sum(samples_in(message.sound) for message in kept if isinstance(message, Speech))

    def put(self, message: Outgoing, now: float) -> None:
        """Number and keep a message. Speech of a flushed epoch is dropped.

        Raises TooMuch when the glasses have not taken what was sent for too long, or too much
        of it.
        """
        if isinstance(message, Speech) and message.epoch <= self._flushed:
            return
        self._supersede(message)
        size = _size(message)
        if self._size + size > self._limits.outbox_bytes or self._stale(now):
            raise TooMuch("the glasses do not take what they are sent")
        if isinstance(message, Committed):
            self._event += 1
            message = replace(message, event=self._event)
        self._size += size
        self._backlog.add(Kept(message, now, size))

    def unsent(self, now: float) -> list[Outgoing]:
        """What was not sent on this connection yet. A countdown is shown as it is now."""
        return [_aged(kept, now) for kept in self._backlog.unsent()]

    def rewind(self) -> None:
        """A new connection: send again what is kept."""
        self._backlog.rewind()

    def acknowledge(self, event: int) -> None:
        """The glasses have all events up to this one."""
        self._forget(lambda message: isinstance(message, Committed) and message.event <= event)

    def played(self, epoch: int, sample: int) -> None:
        """The wearer heard all speech of earlier epochs, and of this one before `sample`."""
        self._forget(
            lambda message: isinstance(message, Speech) and _end(message) <= (epoch, sample)
        )

    def _supersede(self, message: Outgoing) -> None:
        """Let go of what a message makes obsolete."""
        if isinstance(message, Flush):
            self._flushed = max(self._flushed, message.epoch)
            self._forget(lambda old: isinstance(old, Speech) and old.epoch <= self._flushed)
        if slot := slot_of(message):
            self._forget(lambda old: isinstance(old, Volatile | Drawing) and slot_of(old) == slot)

    def _stale(self, now: float) -> bool:
        oldest = next((one.at for one in self._backlog if isinstance(one.message, Committed)), now)
        return now - oldest > self._limits.outbox_seconds

    def _forget(self, done: Callable[[Outgoing], bool]) -> None:
        gone = self._backlog.forget(lambda kept: done(kept.message))
        self._size -= sum(kept.size for kept in gone)


def slot_of(message: Outgoing) -> str:
    """What a message is the latest word on, or nothing: volatile ones of a slot replace another."""
    match message:
        case Partial() | Heard():
            return "heard"
        case Show(slot=slot) | Update(slot=slot) | Clear(slot=slot):
            return f"card {slot}"
        case Drawing() | Duck() | Chunk():
            return type(message).__name__
        case Degraded(what=what):
            return f"degraded {what}"
    return ""


def _end(speech: Speech) -> tuple[int, int]:
    return speech.epoch, speech.sample + samples_in(speech.sound)


def _size(message: Outgoing) -> int:
    if isinstance(message, Speech):
        return OVERHEAD + HEADER.size + len(message.sound)
    if isinstance(message, Drawing):
        return OVERHEAD + HEADER.size + len(message.picture)
    return OVERHEAD + len(ENCODER.encode(message))


def _aged(kept: Kept, now: float) -> Outgoing:
    message = kept.message
    if isinstance(message, Show | Update):
        return aged(message, now - kept.at)
    return message
