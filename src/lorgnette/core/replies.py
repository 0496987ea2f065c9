"""What an action returns: what to say, what to show, what to ask, what to offer."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from lorgnette.core.activities import Activity
from lorgnette.core.cards import Card
from lorgnette.core.events import Adjustment
from lorgnette.core.types import Language


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that happens only after the wearer's own yes, once.

    `text` asks for the yes. `commit` does the deed; it is shielded from cancellation and never
    run twice for one offer. Nothing a model says or a camera reads can give the yes.
    """

    text: str
    commit: "Callable[[], Awaitable[Reply]]"


@dataclass(frozen=True, slots=True)
class Ask:
    """A question back to the wearer; `then` goes on with the answer.

    With `choices` the answer is the index of one of them (each a tuple of synonyms); otherwise
    it is a value of the type `kind`, as for a slot.

    Choices that one should see before choosing are gone through one by one, by voice or by sliding
    along the temple: `look` gives the reply that shows one of them and asks again, and `at` is the
    one that is shown now, which «this one» or a tap takes.
    """

    text: str
    then: "Callable[[Any], Awaitable[Reply]]"
    choices: tuple[tuple[str, ...], ...] = ()
    kind: Any = str
    look: "Callable[[int], Awaitable[Reply]] | None" = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """What an action returns.

    `say` is spoken in `speak_in` (the wearer's language when None), after `lead`, which always is
    in the wearer's language. `title` and `body` make a text card, `card` any other; without
    either, what is said is shown. `adjust` changes settings of the glasses. `clears` takes the
    card off the lens. `begins` is an activity that stays; `ends` names one to leave.
    """

    say: str = ""
    speak_in: Language | None = None
    lead: str = ""
    title: str = ""
    body: str = ""
    card: Card | None = None
    ask: Ask | None = None
    offer: Offer | None = None
    adjust: tuple[Adjustment, ...] = ()
    clears: bool = False
    begins: Activity | None = None
    ends: str = ""
