"""What a conversation wants done. The shell carries effects out, in order."""

import msgspec

from lorgnette.core.cards import Card
from lorgnette.core.events import Adjustment
from lorgnette.core.readings import Reading
from lorgnette.core.types import Epoch, Language


class Listen(msgspec.Struct, frozen=True, tag="listen"):
    """Hear the wearer without a wake word; `follow_up` when they may also keep silent."""

    follow_up: bool = False


class Rest(msgspec.Struct, frozen=True, tag="rest"):
    """Wait for the wake word again."""


class RunTurn(msgspec.Struct, frozen=True, tag="run"):
    """Do what was meant, and answer with `Answered` of this epoch.

    `amends`: first take back what the turn before has added to what the wearer keeps.
    """

    epoch: Epoch
    text: str
    reading: Reading
    language: Language
    amends: bool = False


class Abandon(msgspec.Struct, frozen=True, tag="abandon"):
    """Stop working on turns older than this epoch. Commits under way are not stopped."""

    epoch: Epoch


class Commit(msgspec.Struct, frozen=True, tag="commit"):
    """The wearer said yes to the offer: do it, once."""

    epoch: Epoch
    key: str
    language: Language


class Withdraw(msgspec.Struct, frozen=True, tag="withdraw"):
    """The offer is off; `said_no` when the wearer refused and should hear so."""

    epoch: Epoch
    key: str
    language: Language
    said_no: bool = True


class Speak(msgspec.Struct, frozen=True, tag="speak"):
    """Say this after what is being said; `more` when further words follow.

    It comes from its `side`: −1 left, 1 right, 0 neither.
    """

    epoch: Epoch
    text: str
    language: Language
    more: bool = False
    side: int = 0


class Duck(msgspec.Struct, frozen=True, tag="duck"):
    """Speak softly while the wearer may be interrupting, or normally again."""

    epoch: Epoch
    on: bool


class Flush(msgspec.Struct, frozen=True, tag="flush"):
    """Throw away all sound up to and including this epoch."""

    epoch: Epoch


class Show(msgspec.Struct, frozen=True, tag="show"):
    """Put a card on the lens."""

    epoch: Epoch
    card: Card


class Clear(msgspec.Struct, frozen=True, tag="clear"):
    """Take the card off the lens."""


class Sign(msgspec.Struct, frozen=True, tag="sign"):
    """Play an earcon, by its name in `core.earcons`."""

    earcon: str


class Adjust(msgspec.Struct, frozen=True, tag="adjust"):
    """Change a setting of the glasses."""

    change: Adjustment


class Begin(msgspec.Struct, frozen=True, tag="begin"):
    """Let an activity live, in the place of one of the same name."""

    activity: str


class End(msgspec.Struct, frozen=True, tag="end"):
    """Leave an activity."""

    activity: str


class Front(msgspec.Struct, frozen=True, tag="front"):
    """The lens is this activity's now; nobody's when it has no name."""

    activity: str


class Tap(msgspec.Struct, frozen=True, tag="tap"):
    """The tap on the temple was meant for an activity."""

    activity: str


Effect = (
    Listen
    | Rest
    | RunTurn
    | Abandon
    | Commit
    | Withdraw
    | Speak
    | Duck
    | Flush
    | Show
    | Clear
    | Sign
    | Adjust
    | Begin
    | End
    | Front
    | Tap
)
