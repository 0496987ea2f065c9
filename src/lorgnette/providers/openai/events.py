"""Server-sent events: bytes in, the data of events out. No I/O; any bytes may come.

The format is that of the HTML standard, «Server-sent events», with two liberties: JSON without
`data:` is taken for data, and so is each of several lines of JSON without a blank line between.
"""

from collections.abc import Iterator
from typing import Final

LONGEST_EVENT: Final = 1 << 20
"""Bytes; from a longer event on nothing more is given, and `too_long` says so."""


class Events:
    """One stream of events."""

    def __init__(self) -> None:
        """Nothing was received yet."""
        self.too_long = False
        self._line = bytearray()
        self._data: list[bytes] = []
        self._held = 0
        self._after_return = False

    def feed(self, received: bytes, /) -> Iterator[bytes]:
        """The data of the events that are complete with these bytes."""
        for line in self._lines(received):
            yield from self._take(line)

    def rest(self) -> Iterator[bytes]:
        """The data of the last event, when the stream ended without the blank line."""
        yield from self.feed(b"\n\n")

    def _lines(self, received: bytes) -> Iterator[bytes]:
        """The lines that are complete. They end with LF, CR or both, perhaps cut between both."""
        if self._after_return:
            received = received.removeprefix(b"\n")
            self._after_return = not received and self._after_return
        if not received:
            return
        self._after_return = received.endswith(b"\r")
        for line in received.splitlines(keepends=True):
            self._hold(len(line))
            if self.too_long:
                return
            self._line += line
            if line.endswith((b"\n", b"\r")):
                yield bytes(self._line).rstrip(b"\r\n")
                self._line.clear()

    def _hold(self, count: int) -> None:
        self._held += count
        self.too_long = self.too_long or self._held > LONGEST_EVENT

    def _take(self, line: bytes) -> Iterator[bytes]:
        """One line: a blank one ends the event."""
        name, _, value = line.partition(b":")
        if name == b"data":
            self._data.append(value.removeprefix(b" "))
        elif name.lstrip().startswith(b"{"):
            self._data.append(line)
        if line or self.too_long:
            return
        data, self._data, self._held = self._data, [], 0
        if all(map(_stands_alone, data)):
            yield from data
        elif data:
            yield b"\n".join(data)


def _stands_alone(line: bytes) -> bool:
    return line == b"[DONE]" or (line.startswith(b"{") and line.endswith(b"}"))
