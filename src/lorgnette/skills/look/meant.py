"""What «it» means after a look: the text or the code that was read last."""

from typing import cast

from lorgnette.skills import Turn
from lorgnette.skills.lately import Scanned, Text

Seen = Scanned | Text


def latest(turn: Turn) -> Seen | None:
    """The text or the code that was read last; None when that is long ago."""
    return turn.lately.last(cast("type[Seen]", Seen), turn.now)
