"""Events of the Wyoming protocol as bytes. No I/O; any bytes may come.

An event is a line of JSON, `{"type", "data", "data_length", "payload_length"}`, then `data_length`
bytes of JSON that are merged over `data`, then `payload_length` bytes of sound. The peer names the
lengths, so each has a bound here. Source: github.com/OHF-Voice/wyoming.
"""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

LONGEST_LINE: Final = 64 << 10
LONGEST_DATA: Final = 1 << 20
LONGEST_PAYLOAD: Final = 1 << 20


class Event(msgspec.Struct, frozen=True):
    """One event."""

    type: str
    data: dict[str, Any] = {}
    payload: bytes = b""

    def encoded(self) -> bytes:
        """The event on the wire; data goes into the second block, where every reader looks."""
        head: dict[str, Any] = {"type": self.type}
        data = msgspec.json.encode(self.data) if self.data else b""
        if data:
            head["data_length"] = len(data)
        if self.payload:
            head["payload_length"] = len(self.payload)
        return msgspec.json.encode(head) + b"\n" + data + self.payload


class Head(msgspec.Struct, frozen=True):
    """The first line of an event."""

    type: str
    data: dict[str, Any] | None = None
    data_length: int | None = None
    payload_length: int | None = None


class Events:
    """Bytes in, events out. After a breach `problem` says what it was, and no more come."""

    def __init__(self) -> None:
        """Nothing was received yet."""
        self.problem = ""
        self._received = bytearray()
        self._head: Head | None = None

    def feed(self, received: bytes, /) -> Iterator[Event]:
        """The events that are complete with these bytes."""
        self._received += received
        while not self.problem and (self._head or self._read_head()):
            event = self._read_rest()
            if event is None:
                return
            yield event

    def _read_head(self) -> bool:
        """Whether there is a first line now."""
        line, newline, rest = self._received.partition(b"\n")
        if len(line) > LONGEST_LINE:
            self.problem = "a line does not end"
        if not newline or self.problem:
            return False
        try:
            head = msgspec.json.decode(line, type=Head)
        except (ValueError, RecursionError):
            self.problem = "a line is no event"
            return False
        data, payload = head.data_length or 0, head.payload_length or 0
        if not (0 <= data <= LONGEST_DATA and 0 <= payload <= LONGEST_PAYLOAD):
            self.problem = "an event is too long"
            return False
        self._received, self._head = rest, head
        return True

    def _read_rest(self) -> Event | None:
        """The event of the line that was read, when all of it is here."""
        head = self._head
        if head is None:
            return None
        data_end = head.data_length or 0
        end = data_end + (head.payload_length or 0)
        if len(self._received) < end:
            return None
        data, payload = bytes(self._received[:data_end]), bytes(self._received[data_end:end])
        del self._received[:end]
        self._head = None
        try:
            more = msgspec.json.decode(data, type=dict[str, Any]) if data else {}
        except (ValueError, RecursionError):
            self.problem = "the data of an event is no table"
            return None
        return Event(head.type, {**(head.data or {}), **more}, payload)
