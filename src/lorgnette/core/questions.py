"""What the wearer is asked, as data: it is written to the journal and compared on replay."""

import msgspec

from lorgnette.core.readings import Answer
from lorgnette.core.types import Gesture


class Question(msgspec.Struct, frozen=True):
    """An open question to the wearer.

    Each of `choices` is one possible answer with its synonyms, the one to be shown first; the
    answer is its index. Without choices the answer is a value, and `slot` names its type.
    Choices that are gone through one by one have one that is shown, `at` its place.
    """

    text: str
    choices: tuple[tuple[str, ...], ...] = ()
    slot: str = ""
    at: int | None = None

    def beside(self, step: int) -> Answer | None:
        """To see the choice so many places on, round and round; None when none is shown."""
        if self.at is None or not self.choices:
            return None
        return Answer(choice=(self.at + step) % len(self.choices), look=True)

    def touched(self, gesture: Gesture) -> Answer | None:
        """The answer that a touch gives: a slide to see another choice, a tap for this one."""
        match gesture:
            case Gesture.SLIDE_FORWARD:
                return self.beside(1)
            case Gesture.SLIDE_BACK:
                return self.beside(-1)
            case Gesture.TAP if self.at is not None:
                return Answer(choice=self.at)
        return None
