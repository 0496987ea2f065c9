"""What the hub itself keeps for a wearer, beside what their skills keep.

The kinds of the hub begin with `hub.`; everything else on a wearer's shelves belongs to skills.
"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, TypeVar

import msgspec

from lorgnette.core.conversation import Exchange
from lorgnette.core.types import Language, Wearer
from lorgnette.engines import Records
from lorgnette.senses.endpoint import Pace

T = TypeVar("T", bound=msgspec.Struct)

OURS = "hub."
"""How the kinds of the hub begin."""

USUAL_DAYS = 30
"""Days for which turns are kept, unless the wearer wants otherwise."""

Days = Annotated[int, msgspec.Meta(ge=0, le=36_500)]


class Outcome(StrEnum):
    """How a turn ended."""

    ANSWERED = "answered"
    INTERRUPTED = "interrupted"
    STOPPED = "stopped"
    UNANSWERED = "unanswered"
    FAILED = "failed"


class PastTurn(msgspec.Struct, frozen=True, tag=f"{OURS}turn"):
    """One turn that is over: what was heard, understood and said, as the wearer heard it.

    `skill` and `action` are empty when nothing was understood; `slots` are texts in the wearer's
    language. `said_in` is the language of the answer, `device` the name of the glasses, `page`
    where on the wearer's page there is more, as a card says it.
    """

    at: datetime
    language: Language
    heard: str
    typed: bool
    skill: str
    action: str
    slots: dict[str, str]
    said: str
    said_in: Language
    device: str
    outcome: Outcome
    page: str = ""

    @property
    def exchange(self) -> Exchange:
        """The turn as a conversation remembers it."""
        return Exchange(self.heard, self.said, self.said_in)


class Settings(msgspec.Struct, frozen=True, tag=f"{OURS}settings"):
    """What a wearer has chosen: `keep_days` None keeps for ever, 0 keeps nothing.

    `language` is the one they last chose by voice or on their page; None: the hub's.
    """

    keep_days: Days | None = USUAL_DAYS
    language: Language | None = None


class Lease(msgspec.Struct, frozen=True, tag=f"{OURS}lease"):
    """A sense was used for a `purpose` from `began` on, for some `seconds`, with some glasses.

    `left` names the engines that sent what was sensed to another machine; empty: it stayed here.
    """

    sense: str
    purpose: str
    began: datetime
    seconds: float
    device: str
    left: tuple[str, ...] = ()


class Habits(msgspec.Struct, frozen=True, tag=f"{OURS}habits"):
    """What the hub has learned about a wearer."""

    pace: Pace = Pace()


async def read_only(records: Records, wearer: Wearer, otherwise: T) -> T:
    """The only struct of its kind that a wearer has, or this one. Raises StoreFailed."""
    found = await records.shelf(wearer, type(otherwise)).newest(limit=1)
    return found[0].item if found else otherwise


async def write_only(records: Records, wearer: Wearer, item: msgspec.Struct) -> None:
    """Keep a struct in the place of the only one of its kind. Raises StoreFailed."""
    shelf = records.shelf(wearer, type(item))
    found = await shelf.newest(limit=1)
    if not (found and await shelf.replace(found[0].id, item)):
        await shelf.add(item)
