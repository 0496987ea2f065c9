"""The doors of the shipped providers: each makes one engine from the configuration's tables.

Nothing heavy is imported before its function is called.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lorgnette.engines import (
        Diariser,
        Recogniser,
        SpeakerEmbedder,
        Translator,
        VoiceActivity,
        WakeWord,
    )

Tables = Mapping[str, Any]


def wake_word(tables: Tables) -> "WakeWord":
    """The words shipped with pymicro-wakeword, and the models named in `providers.wake-word`."""
    from lorgnette.providers.microwakeword import MicroWakeWord

    cards = tables.get("providers", {}).get("wake-word", {}).get("models", ())
    return MicroWakeWord(Path(card).expanduser() for card in cards)


def voice_activity(_tables: Tables) -> "VoiceActivity":
    """Silero."""
    from lorgnette.providers.silero import Silero

    return Silero()


def micro_vad(_tables: Tables) -> "VoiceActivity":
    """The smaller one."""
    from lorgnette.providers.microvad import MicroVad

    return MicroVad()


def recogniser(_tables: Tables) -> "Recogniser":
    """Moonshine, in English."""
    from lorgnette.providers.moonshine import Moonshine

    return Moonshine()


def diariser(_tables: Tables) -> "Diariser":
    """Where one voice takes over from another, by a network that Moonshine's library carries."""
    from lorgnette.providers.moonshine.voices import MoonshineDiariser

    return MoonshineDiariser()


def speaker_embedder(_tables: Tables) -> "SpeakerEmbedder":
    """Whose voice it is, by the other one."""
    from lorgnette.providers.moonshine.voices import MoonshineEmbedder

    return MoonshineEmbedder()


def phrasebook(_tables: Tables) -> "Translator":
    """Phrases that were checked."""
    from lorgnette.providers.phrasebook import Phrasebook

    return Phrasebook()


def apertium(_tables: Tables) -> "Translator":
    """Apertium, whether or not it is installed yet: it says what to install."""
    from lorgnette.providers.apertium import Apertium

    return Apertium()
