"""What can have been said: recognisers that lose their way repeat themselves."""

import re
from typing import Final

TIMES: Final = 4
"""So often in a row somebody may say the same."""

LETTERS_A_SECOND: Final = 40
"""Nobody speaks faster; the quickest say 30."""

_REPEATED: Final = re.compile(rf"(\b\S.{{0,79}}?\S?)(?:[\s,.;]*\1\b){{{TIMES},}}", re.IGNORECASE)


def believable(text: str, seconds: float) -> str:
    """The text without what was repeated on and on; "" when it is too long for the time."""
    once = _REPEATED.sub(r"\1", text).strip()
    return once if len(once) <= 10 + seconds * LETTERS_A_SECOND else ""
