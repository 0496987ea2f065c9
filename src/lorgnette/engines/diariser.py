"""Where one voice takes over from another; whose voices they are is the speaker embedder's."""

from typing import Protocol

import msgspec

from lorgnette.core.types import Sound
from lorgnette.engines.key import Key


class VoiceSpan(msgspec.Struct, frozen=True):
    """Samples of a sound in which one voice speaks; `voice` means nothing in another sound."""

    first: int
    last: int
    voice: int


class Diariser(Protocol):
    """Tells voices apart within one piece of sound."""

    async def turns(self, sound: Sound, /) -> tuple[VoiceSpan, ...]:
        """Who speaks when, in order; spans overlap where several speak at once.

        Of a long sound only the end may be looked at, but at least 10 s of it. The same sound gives
        the same spans. Several at once; safe to cancel. Raises EngineFailed.
        """

    async def warm_up(self) -> None:
        """Load the model. Raises MissingPart."""


DIARISER: Key[Diariser] = Key("diariser")
