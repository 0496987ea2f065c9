"""Is somebody speaking? A signal function: it keeps its own little state and never waits."""

from typing import Protocol

from lorgnette.core.types import Sound
from lorgnette.engines.key import Key


class SpeechMeter(Protocol):
    """The probability of speech along one stream of sound."""

    def hear(self, sound: Sound, /) -> float:
        """Take the next samples, of any length; the latest probability of speech, 0 to 1."""

    def reset(self) -> None:
        """Forget what was heard, as if newly opened."""


class VoiceActivity(Protocol):
    """Makes one meter for each stream."""

    def open(self) -> SpeechMeter:
        """A meter for one stream. Cheap: models are shared where the library can."""


VOICE_ACTIVITY: Key[VoiceActivity] = Key("voice-activity")
