"""Whether the hub waits for something outside: an engine, the disk, another process.

A recording played as fast as possible must not run ahead of such work, so its clock stands
still until the gauge is at rest.
"""

from collections.abc import Iterator
from contextlib import contextmanager


class Gauge:
    """Counts the work that is under way."""

    def __init__(self) -> None:
        self.count = 0

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Count as one piece of work while inside."""
        self.count += 1
        try:
            yield
        finally:
            self.count -= 1
