"""The clock of the product, and the one of tests and recordings."""

from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import anyio

from lorgnette.core.errors import ConfigurationError


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The time now, in UTC."""
        return datetime.now(UTC)


class SteppedClock:
    """Begins at a given time and goes on with the event loop's clock, real or not."""

    def __init__(self, start: datetime) -> None:
        """`start`: the time at the first reading."""
        self.start = start
        self.origin: float | None = None

    def now(self) -> datetime:
        """The start, and what has passed on the event loop since."""
        try:
            moment = anyio.current_time()
        except (anyio.NoEventLoopError, RuntimeError):
            return self.start
        if self.origin is None:
            self.origin = moment
        return self.start + timedelta(seconds=moment - self.origin)


def zone(name: str) -> tzinfo:
    """The time zone of that name; the machine's own when it has no name.

    Raises ConfigurationError for a name that does not exist.
    """
    if not name:
        name = machine_zone()
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ConfigurationError(f"there is no time zone {name!r}") from error


def machine_zone() -> str:
    """The name of the machine's time zone; UTC when it does not say."""
    link = Path("/etc/localtime")
    if link.is_symlink():
        _, found, name = str(link.resolve()).partition("zoneinfo/")
        if found:
            return name
    return "UTC"
