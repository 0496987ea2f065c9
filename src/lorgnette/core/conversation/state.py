"""A conversation between two moments."""

import msgspec

from lorgnette.core import events as on
from lorgnette.core.activities import Traits
from lorgnette.core.effects import Effect
from lorgnette.core.questions import Question
from lorgnette.core.sentences import glued
from lorgnette.core.types import ENGLISH, Epoch, Language

HISTORY = 20
"""Exchanges a conversation remembers."""

NOTICES = 8
"""Notices that wait for a free floor; more are told when the wearer asks."""

REMARKS = 20
"""Remarks of activities that wait for a free floor; beyond that the oldest are out of date."""


class Exchange(msgspec.Struct, frozen=True):
    """One turn as it was for the wearer: what they said, and what they heard of the answer."""

    asked: str
    heard: str
    language: Language


def whole_words(text: str, length: int) -> str:
    """The words that lie wholly in the first characters; scripts without spaces by character."""
    if length >= len(text) or text[length] == " " or " " not in text:
        return text[:length]
    return text[:length].rpartition(" ")[0]


class Speech(msgspec.Struct, frozen=True):
    """What is being said: its sentences so far, and how far it was played.

    `remark` is the activity that says it, "" when it answers the wearer.
    """

    epoch: Epoch
    language: Language
    said: str = ""
    sentences: tuple[on.Sounding, ...] = ()
    played: int = 0
    ducked: bool = False
    remark: str = ""

    @property
    def heard(self) -> str:
        """The words the wearer has heard; a sentence broken off is cut at a word."""
        parts = []
        for one in self.sentences:
            share = min(1.0, max(0, self.played - one.start) / max(1, one.end - one.start))
            parts.append(whole_words(one.text, int(len(one.text) * share)))
        return glued(parts)


class State(msgspec.Struct, frozen=True):
    """A conversation between two moments.

    The last of the `activities` owns the lens. `silenced` says that the wearer just cut an answer
    off, so that a stop word means that. The card on the lens is that of the epoch `shown`; it may
    have been `read`.
    """

    language: Language = ENGLISH
    epoch: Epoch = Epoch(0)
    asked: str = ""
    working: bool = False
    hearing: bool = False
    speech: Speech | None = None
    question: Question | None = None
    offer: on.OfferMade | None = None
    notices: tuple[on.Noticed, ...] = ()
    history: tuple[Exchange, ...] = ()
    activities: tuple[Traits, ...] = ()
    remarks: tuple[on.Remarked, ...] = ()
    silenced: bool = False
    shown: Epoch | None = None
    read: bool = False

    @property
    def busy(self) -> bool:
        """Whether somebody has the floor, so that a notice must wait."""
        return self.working or self.hearing or self.speech is not None

    @property
    def answering(self) -> bool:
        """Whether the hub says something to the wearer that is no remark of an activity."""
        return self.speech is not None and not self.speech.remark

    @property
    def in_turn(self) -> bool:
        """Whether the wearer and the hub are in the middle of a turn."""
        return self.working or self.hearing or self.answering

    @property
    def asking(self) -> bool:
        """Whether the hub waits for an answer."""
        return self.question is not None or self.offer is not None

    @property
    def in_room(self) -> bool:
        """Whether an activity listens to everybody around: not all they say is for the hub."""
        return any(each.room for each in self.activities)

    def instead_of(self, action: str) -> str:
        """What an action means while these activities go on."""
        for each in reversed(self.activities):
            if action in each.means:
                return each.means[action]
        return action

    @property
    def front(self) -> Traits | None:
        """The activity that owns the lens."""
        return self.activities[-1] if self.activities else None


Step = tuple[State, list[Effect]]


def change(state: State, **changes: object) -> State:
    """The state with some fields replaced."""
    return msgspec.structs.replace(state, **changes)
