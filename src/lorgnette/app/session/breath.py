"""A wearer who draws breath after what might have been all, and goes on, says one sentence.

«A latte» is a whole order, and is answered quickly; when «with some milk» follows at once, both
are heard again as one utterance, and take the place of what was made of the beginning alone.
"""

import msgspec

from lorgnette.core.readings import Answer, Intent, Reading, Stop
from lorgnette.core.types import SAMPLE_BYTES, Sound, samples_in


class Before(msgspec.Struct, frozen=True):
    """The utterance before: its gapless sound from sample `first` on, and what was made of it.

    `action` is the one that was done, None when nobody knew what was meant.
    """

    first: int
    sound: Sound
    text: str
    action: str | None

    @property
    def end(self) -> int:
        """The sample after its last."""
        return self.first + samples_in(self.sound)

    def with_more(self, first: int, sound: Sound) -> Sound:
        """Its sound and the one that followed, each sample once."""
        own = max(0, first - self.first) * SAMPLE_BYTES
        return self.sound[:own] + sound

    def goes_on_as(self, reading: Reading) -> bool:
        """Whether this, a reading of the whole, is what was begun."""
        return isinstance(reading, Intent) and self.action in (None, reading.action)


def before(first: int, sound: Sound, text: str, reading: Reading) -> Before | None:
    """What may go on after an utterance; None when it was an answer, or a stop word."""
    match reading:
        case Answer() | Stop():
            return None
        case Intent(action=action):
            return Before(first, sound, text, action)
    return Before(first, sound, text, None)


def stands_alone(reading: Reading) -> bool:
    """Whether an utterance means something without the one before."""
    return isinstance(reading, Intent | Answer | Stop)
