"""What happens in a session, as lines anybody can read: for `--json`, the demo, the page."""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any, Literal

import msgspec

from lorgnette.core.types import Epoch

Kind = Literal[
    "wake",
    "speech_started",
    "partial",
    "heard",
    "intent",
    "engine",
    "say",
    "sound",
    "card",
    "question",
    "offer",
    "earcon",
    "duck",
    "flush",
    "adjust",
    "activity",
    "error",
    "done",
]


class Moment(msgspec.Struct, frozen=True):
    """One line of the timeline: seconds on the event loop's clock, what, and its details.

    `epoch` is the turn it belongs to, `session` the number of the session.
    """

    at: float
    kind: Kind
    details: dict[str, Any] = {}
    epoch: Epoch = Epoch(0)
    session: int = 0

    def to_json(self, origin: float, **more: Any) -> str:
        """One JSON object: `{"at": seconds since origin, "type": …}`, the details, and `more`."""
        line = {"at": round(self.at - origin, 3), "type": self.kind, **self.details, **more}
        return msgspec.json.encode(line, enc_hook=str).decode()


Watcher = Callable[[Moment], None]


class Timeline:
    """Tells every watcher what happens in one session, at once."""

    def __init__(
        self,
        now: Callable[[], float],
        epoch: Callable[[], Epoch],
        session: int,
        *watchers: Sequence[Watcher],
    ) -> None:
        """`now`: seconds on the event loop's clock. `watchers` come and go meanwhile."""
        self.now = now
        self.epoch = epoch
        self.session = session
        self.watchers = watchers

    def tell(self, kind: Kind, **details: Any) -> None:
        """Something happened, now."""
        moment = Moment(self.now(), kind, details, self.epoch(), self.session)
        for watcher in chain(*self.watchers):
            watcher(moment)
