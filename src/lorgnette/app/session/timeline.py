"""What happens in a session, as lines anybody can read: for `--json`, the demo, the page."""

from collections.abc import Callable
from typing import Any, Literal

import msgspec

Kind = Literal[
    "wake",
    "speech_started",
    "partial",
    "heard",
    "intent",
    "say",
    "sound",
    "card",
    "question",
    "offer",
    "earcon",
    "duck",
    "flush",
    "adjust",
    "error",
    "done",
]


class Moment(msgspec.Struct, frozen=True):
    """One line of the timeline: seconds on the event loop's clock, what, and its details."""

    at: float
    kind: Kind
    details: dict[str, Any] = {}

    def to_json(self, origin: float, **more: Any) -> str:
        """One JSON object: `{"at": seconds since origin, "type": …}`, the details, and `more`."""
        line = {"at": round(self.at - origin, 3), "type": self.kind, **self.details, **more}
        return msgspec.json.encode(line, enc_hook=str).decode()


Watcher = Callable[[Moment], None]


class Timeline:
    """Tells every watcher what happens, at once."""

    def __init__(self, now: Callable[[], float]) -> None:
        """`now`: seconds on the event loop's clock."""
        self.now = now
        self.watchers: list[Watcher] = []

    def tell(self, kind: Kind, **details: Any) -> None:
        """Something happened, now."""
        moment = Moment(self.now(), kind, details)
        for watcher in self.watchers:
            watcher(moment)
