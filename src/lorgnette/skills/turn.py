"""What an action knows and may ask for while it runs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from lorgnette.core.activities import Activity
from lorgnette.core.cards import Card, Picture
from lorgnette.core.conversation import Exchange
from lorgnette.core.errors import CannotLocate, EngineFailed, MissingPart
from lorgnette.core.pictures import Pixels
from lorgnette.core.replies import Reply
from lorgnette.core.slots import slot_for
from lorgnette.core.types import AR, Epoch, Language, Profile, Spot, Wearer
from lorgnette.engines import RECORDS, Key, Shelf
from lorgnette.engines.wrap.additions import WatchedShelf
from lorgnette.skills.eyes import Eyes, NoEyes
from lorgnette.skills.lately import Lately
from lorgnette.skills.messages import Messages
from lorgnette.skills.whereabouts import Nowhere, Whereabouts

if TYPE_CHECKING:
    from lorgnette.skills.catalogue import Catalogue

T = TypeVar("T")
S = TypeVar("S", bound=msgspec.Struct)
A = TypeVar("A", bound=Activity)


class Glasses(msgspec.Struct, frozen=True):
    """What is known about the glasses; None is not known. Percent from 0 to 100."""

    battery: int | None = None
    charging: bool | None = None
    volume: int | None = None
    brightness: int | None = None
    position: Spot | None = None


def unseen(pixels: Pixels, alt: str) -> Picture:
    """The card of a picture that nobody draws."""
    height, width = pixels.shape[:2]
    return Picture(source="", width=width, height=height, alt=alt)


@dataclass(frozen=True)
class Turn:
    """One exchange, from the side of the action.

    `text` is what the wearer said, `now` the time in the wearer's zone. Ask for an engine with
    `turn[TRANSLATOR]`, for what is remembered with `turn.shelf(Note)`, for a sentence to say
    with `turn.message("note-taken", count=3)`, for an activity that goes on with
    `turn.going(Captions)`, look through the glasses with `turn.eyes.looking("look")`,
    and ask where they are with `turn.whereabouts.here("navigate")`, or `turn.located("shopping")`
    where that helps and need not be. What they read last is `turn.lately.last(Text, turn.now)`.
    It is `reachable` when people whom the wearer invites can reach this hub.
    """

    epoch: Epoch
    wearer: Wearer
    language: Language
    now: datetime
    text: str = ""
    profile: Profile = AR
    glasses: Glasses = field(default_factory=Glasses)
    history: Sequence[Exchange] = ()
    engines: Mapping[Key[Any], Any] = field(default_factory=dict, repr=False)
    messages: Messages = field(default_factory=Messages, repr=False)
    skills: "Catalogue | None" = field(default=None, repr=False)
    activities: Sequence[Activity] = field(default=(), repr=False)
    eyes: Eyes = field(default_factory=NoEyes, repr=False)
    whereabouts: Whereabouts = field(default_factory=Nowhere, repr=False)
    lately: Lately = field(default_factory=Lately, repr=False)
    drawing: Callable[[Pixels, str], Picture] = field(default=unseen, repr=False)
    telling: Callable[[Reply], None] = field(default=lambda _reply: None, repr=False)
    reachable: bool = True
    added: list[int] = field(default_factory=list, repr=False)

    def __getitem__(self, key: Key[T]) -> T:
        """The engine of that kind. Raises MissingPart when there is none."""
        try:
            engine: T = self.engines[key]
        except KeyError:
            raise MissingPart(f"no {key.name} is available") from None
        return engine

    def __contains__(self, key: Key[Any]) -> bool:
        """Whether there is an engine of that kind."""
        return key in self.engines

    async def located(self, purpose: str, /, patience: float = 5.0) -> "Turn":
        """The turn with where the glasses are now in `glasses.position`, if they tell in time."""
        try:
            fix = await self.whereabouts.here(purpose, patience=patience)
        except CannotLocate:
            return self
        glasses = msgspec.structs.replace(self.glasses, position=fix.spot)
        return replace(self, glasses=glasses)

    def going(self, kind: type[A]) -> A | None:
        """The activity of that kind that goes on; of several, the one in front."""
        return next((each for each in reversed(self.activities) if isinstance(each, kind)), None)

    def meanwhile(self, say: str = "", card: Card | None = None) -> None:
        """Say or show something while the reply is still being worked on."""
        self.telling(Reply(say=say, card=card))

    def picture(self, pixels: Pixels, alt: str) -> Picture:
        """A card with a picture, which is on its way to the lens; `alt` says what it shows."""
        return self.drawing(pixels, alt)

    def shelf(self, kind: type[S]) -> Shelf[S]:
        """What this wearer keeps of that kind; `added` notes what comes to it in this turn."""
        return WatchedShelf(self[RECORDS].shelf(self.wearer, kind), self.added)

    def message(self, name: str, /, **values: object) -> str:
        """The sentence of that name in the wearer's language.

        Values that are slots (durations, times, …) are printed in that language. Raises
        EngineFailed when the skill has no such sentence: that is a mistake in the skill.
        """
        shown = {key: self.show(value) for key, value in values.items()}
        text = self.messages.find(name, self.language, shown)
        if text is None:
            raise EngineFailed(f"no message {name!r} in {self.language}")
        return text

    def show(self, value: object) -> Any:
        """A value as the wearer writes it; numbers and texts stay what they are."""
        if isinstance(value, (str, int, float)):
            return value
        return slot_for(type(value)).show(value, self.language)

    def name_of(self, language: Language) -> str:
        """The name of a language in the wearer's language."""
        return slot_for(Language).show(language, self.language)
