"""What happens to a conversation. Together with the times they came at, events are the journal.

Every event is data: the shell turns sounds, touches and answers of engines into events, and
`conversation.step` decides what they mean for the wearer.
"""

import msgspec

from lorgnette.core.activities import Traits
from lorgnette.core.cards import Card
from lorgnette.core.questions import Question
from lorgnette.core.readings import Reading
from lorgnette.core.types import Epoch, Gesture, Language


class Woke(msgspec.Struct, frozen=True, tag="woke"):
    """The wearer said a wake word."""

    word: str


class Touched(msgspec.Struct, frozen=True, tag="touched"):
    """The wearer touched the temple."""

    gesture: Gesture


class Pressed(msgspec.Struct, frozen=True, tag="pressed"):
    """Push-to-talk went down, or up."""

    down: bool


class SpeechStarted(msgspec.Struct, frozen=True, tag="speech_started"):
    """The wearer began to speak."""


class SpeechHeld(msgspec.Struct, frozen=True, tag="speech_held"):
    """The wearer has spoken long enough to mean it."""


class Coughed(msgspec.Struct, frozen=True, tag="coughed"):
    """What began like speech was none, or nothing came after the wake word."""


class Partial(msgspec.Struct, frozen=True, tag="partial"):
    """What the unfinished utterance sounds like; `insists` when it must stop the answer."""

    text: str
    insists: bool = False


class Heard(msgspec.Struct, frozen=True, tag="heard"):
    """A whole utterance, spoken or typed, and what it was taken to mean.

    `amends`: it begins with the utterance before, after which the wearer only drew breath; what
    was done for that one alone was not meant.
    """

    text: str
    reading: Reading
    language: Language
    typed: bool = False
    amends: bool = False


class Adjustment(msgspec.Struct, frozen=True, tag="adjust"):
    """A setting of the glasses to change: `volume` or `brightness` in percent, or `language`."""

    setting: str
    value: int | str


class OfferMade(msgspec.Struct, frozen=True, tag="offer"):
    """Something that waits for the wearer's yes. `key` makes sure it is done once."""

    key: str
    text: str


class Answered(msgspec.Struct, frozen=True, tag="answered"):
    """The turn's action replied. `more` while a streamed answer goes on.

    `language` is what the words are spoken in. `begins` and `ends` are about activities.
    """

    epoch: Epoch
    say: str = ""
    language: Language = Language("en")
    card: Card | None = None
    question: Question | None = None
    offer: OfferMade | None = None
    adjust: tuple[Adjustment, ...] = ()
    more: bool = False
    failed: bool = False
    clears: bool = False
    begins: Traits | None = None
    ends: str = ""


class Noticed(msgspec.Struct, frozen=True, tag="noticed"):
    """Something the wearer asked to be told of has come: a timer rings, a reminder is due."""

    say: str
    language: Language
    card: Card | None = None
    earcon: str = "alarm"


class Remarked(msgspec.Struct, frozen=True, tag="remarked"):
    """An activity has something to say, when nobody else has the floor.

    What waits is replaced by what comes later about the same `topic`, if it has one. An `earcon`
    is played before it. It comes from its `side`: −1 left, 1 right, 0 neither.
    """

    activity: str
    say: str
    language: Language
    topic: str = ""
    earcon: str = ""
    side: int = 0


class Hushed(msgspec.Struct, frozen=True, tag="hushed"):
    """What an activity wanted to say about a topic is of no use any more."""

    activity: str
    topic: str


class Began(msgspec.Struct, frozen=True, tag="began"):
    """An activity goes on that the wearer began before: the hub or the glasses were away."""

    traits: Traits


class Over(msgspec.Struct, frozen=True, tag="over"):
    """An activity has come to its end by itself."""

    activity: str


class CardRead(msgspec.Struct, frozen=True, tag="card_read"):
    """The wearer has had time to read the card of this epoch."""

    epoch: Epoch


class Sounding(msgspec.Struct, frozen=True, tag="sounding"):
    """A sentence of the answer lies in the samples from `start` to `end` of the epoch's speech.

    While it is being said its end is a guess; a later event of the same start corrects it.
    """

    epoch: Epoch
    text: str
    end: int
    start: int = 0


class Played(msgspec.Struct, frozen=True, tag="played"):
    """The glasses have played this many samples of the epoch's speech."""

    epoch: Epoch
    sample: int


class Finished(msgspec.Struct, frozen=True, tag="finished"):
    """Everything there was to say in this epoch has been played, or could not be."""

    epoch: Epoch


class LanguageChosen(msgspec.Struct, frozen=True, tag="language_chosen"):
    """The wearer chose a language on the glasses."""

    language: Language


class Left(msgspec.Struct, frozen=True, tag="left"):
    """The glasses are gone for good."""


Event = (
    Woke
    | Touched
    | Pressed
    | SpeechStarted
    | SpeechHeld
    | Coughed
    | Partial
    | Heard
    | Answered
    | Noticed
    | Remarked
    | Hushed
    | Began
    | Over
    | CardRead
    | Sounding
    | Played
    | Finished
    | LanguageChosen
    | Left
)
