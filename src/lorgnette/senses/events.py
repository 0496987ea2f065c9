"""What the ears notice. Every number is a sample number of the stream that was heard."""

import msgspec

from lorgnette.core.types import Sound


class Woke(msgspec.Struct, frozen=True, tag=True):
    """A wake word was said and ended about at `sample`; nothing before it belongs to what comes."""

    word: str
    sample: int


class SpeechStarted(msgspec.Struct, frozen=True, tag=True):
    """Somebody began to speak at `sample`; `SpeechEnded` or `Coughed` follows before the next.

    `at_once`: so soon after the utterance before that its end may have been none.
    """

    sample: int
    at_once: bool = False


class Sounded(msgspec.Struct, frozen=True, tag=True):
    """The next sound of the utterance, for the recogniser: gapless, from a little before it."""

    first: int
    sound: Sound


class Paused(msgspec.Struct, frozen=True, tag=True):
    """The voice fell silent after `last`; the moment to ask what was said so far."""

    last: int


class Resumed(msgspec.Struct, frozen=True, tag=True):
    """The pause was only a pause: the voice came back at `sample`."""

    sample: int


class SpeechEnded(msgspec.Struct, frozen=True, tag=True):
    """The utterance lasted from `first` to `last`, its last sound of voice."""

    first: int
    last: int


class Coughed(msgspec.Struct, frozen=True, tag=True):
    """What had started at `first` was no utterance; go on as if nothing had been.

    It was too short to be a word, or a wake word or the button came in between.
    """

    first: int
    last: int


class WindowClosed(msgspec.Struct, frozen=True, tag=True):
    """Nobody spoke while the ears were open for speech; only the wake word is heard now."""

    sample: int


EarEvent = Woke | SpeechStarted | Sounded | Paused | Resumed | SpeechEnded | Coughed | WindowClosed
