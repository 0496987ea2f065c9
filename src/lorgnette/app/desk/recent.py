"""The last events of the sessions, in memory: for whoever wants to see what just happened."""

from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime

import msgspec

from lorgnette.app.journal import Head, line_of
from lorgnette.core.conversation import State
from lorgnette.core.events import Event
from lorgnette.core.types import Wearer

MOST_EVENTS = 2_000
"""Events of a session that are kept; then the oldest go."""

MOST_SESSIONS = 4
"""Sessions of a wearer whose events are kept."""


class Recent:
    """The last events of one session. What they mean depends on the state before the first."""

    def __init__(self, number: int, began: datetime, now: Callable[[], float]) -> None:
        """`number`: the session's, unique in the hub. `now`: seconds on the loop's clock."""
        self.number = number
        self.began = began
        self.now = now
        self.origin = now()
        self.events: deque[tuple[float, Event, State]] = deque(maxlen=MOST_EVENTS)

    def write(self, event: Event, before: State) -> None:
        """Add an event, and the state it came upon."""
        self.events.append((self.now() - self.origin, event, before))

    def clear(self) -> None:
        """Forget everything so far."""
        self.events.clear()

    def lines(self) -> Iterator[bytes]:
        """The journal as JSON lines, which `lorgnette replay` plays again."""
        events = list(self.events)
        state = events[0][2] if events else State()
        yield msgspec.json.encode(Head(1, state.language, state), enc_hook=str) + b"\n"
        for at, event, _ in events:
            yield line_of(at, event) + b"\n"


class Recents:
    """The last sessions of every wearer."""

    def __init__(self) -> None:
        self.sessions: dict[Wearer, deque[Recent]] = {}

    def begin(self, wearer: Wearer, recent: Recent) -> Recent:
        """A session begins."""
        self.sessions.setdefault(wearer, deque(maxlen=MOST_SESSIONS)).append(recent)
        return recent

    def of(self, wearer: Wearer) -> list[Recent]:
        """The sessions of a wearer, the newest first."""
        return list(reversed(self.sessions.get(wearer, ())))

    def find(self, wearer: Wearer, number: int | None) -> Recent | None:
        """One session of a wearer, by default the newest; None when there is none such."""
        here = self.of(wearer)
        return next((each for each in here if number in (None, each.number)), None)

    def clear(self, wearer: Wearer) -> None:
        """Forget all events of a wearer's sessions."""
        for each in self.of(wearer):
            each.clear()
