"""Text to speech."""

from collections.abc import AsyncGenerator
from typing import Protocol

from lorgnette.core.types import Language, Sound
from lorgnette.engines.key import Key


class Voice(Protocol):
    """Text to speech."""

    def speak(self, text: str, /, language: Language) -> AsyncGenerator[Sound]:
        """Chunks of 16 kHz mono s16le, the first as soon as it exists.

        Stops at once when cancelled or closed: a wearer who interrupts must not be talked over.
        Raises UnsupportedLanguage before the first chunk, never after it; EngineFailed when the
        provider dies, after which the next call works again.
        """


VOICE: Key[Voice] = Key("voice")
