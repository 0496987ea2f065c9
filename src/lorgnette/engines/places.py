"""Places by their name, by their kind and by where they are."""

from collections.abc import Collection, Sequence
from typing import Final, Protocol

import msgspec

from lorgnette.core.places import Place
from lorgnette.core.types import Language, Spot
from lorgnette.engines.key import Key

DOUBTFUL: Final = 0.7
"""The likeness below which nobody is led to a place unasked."""


class Found(msgspec.Struct, frozen=True):
    """A place that may be meant.

    `likeness` is how well its name fits what was said, 0 to 1: two with about the same are asked
    back. `metres` is how far it lies from where one searched near, None when that was nowhere.
    """

    place: Place
    likeness: float = 1.0
    metres: float | None = None

    @property
    def is_doubtful(self) -> bool:
        """Whether something else may have been meant."""
        return self.likeness < DOUBTFUL


class Places(Protocol):
    """Knows what is where. It may be a map on this machine, or a service.

    All verbs are safe to cancel, and raise EngineFailed when nobody can be asked just now: that is
    not the same as knowing nothing.
    """

    async def search(
        self, words: str, /, *, language: Language, near: Spot | None = None, limit: int = 10
    ) -> Sequence[Found]:
        """Places by name, address, crossing or kind, the likeliest first.

        Names may be misheard, misspelt or begun, in Latin script, Han or pinyin. A kind («coffee»,
        «药店») finds the nearest. Words that mean nothing find nothing.
        """

    async def around(
        self, spot: Spot, /, *, kinds: Collection[str] = (), within: float = 500, limit: int = 20
    ) -> Sequence[Found]:
        """What is within so many metres, of some kinds or of all worth telling, nearest first."""

    async def address(self, spot: Spot, /) -> Place | None:
        """The street, and the house if one is near, at which a spot lies; None in the wild."""


PLACES: Key[Places] = Key("places")
"""Where things are, and what they are called."""
