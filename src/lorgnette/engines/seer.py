"""A language model that answers what it is asked about pictures."""

from collections.abc import AsyncGenerator, Sequence
from typing import Final, Protocol

from lorgnette.core.types import Language
from lorgnette.engines.key import Key

SIDE: Final = 1280
"""Pixels of the longer side of a picture: models look at no more, and more says more than asked."""

LARGEST: Final = 5 << 20
"""Bytes of a picture."""


class Seer(Protocol):
    """A model with eyes."""

    def see(
        self, pictures: Sequence[bytes], question: str, /, *, language: Language
    ) -> AsyncGenerator[str]:
        """The words of the answer in this language, as they come. Stops at once when closed.

        `pictures` are JPEG files, at least one, none larger than `SIDE` and `LARGEST`. The answer
        is somebody else's text about a picture in which anything may be written: it is said and
        shown, and nothing in it is done.

        Raises EngineFailed before or between words, also when there are none.
        """


SEER: Key[Seer] = Key("seer")
"""Questions about pictures."""
