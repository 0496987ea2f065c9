"""What the glasses show: the card of the turn, and under it that of the activity in front."""

from typing import TYPE_CHECKING

import anyio

from lorgnette.core import events as on
from lorgnette.core.cards import Card
from lorgnette.core.lens import reading_seconds
from lorgnette.core.types import Epoch
from lorgnette.link import messages as link
from lorgnette.link.showing import show, update

if TYPE_CHECKING:
    from lorgnette.app.session.session import Session

ACTIVITY = "activity"
"""The slot of the activity in front."""


class Lens:
    """The lens of one session."""

    def __init__(self, session: "Session") -> None:
        self.session = session
        self.card: Card | None = None
        """The card of the last turn, while it is on the lens."""
        self.under: Card | None = None
        """The card of the activity in front."""

    def show(self, epoch: Epoch, card: Card) -> None:
        """Put the card of a turn on the lens; it gives way to an activity once it was read."""
        self.card = card
        if self.session.profile.display.width:
            self.session.send(show(card, self.session.profile.display))
        if self.session.state.activities:
            self.session.tasks.start_soon(self.wait_for_reader, epoch, card)

    def clear(self) -> None:
        """Take the card of the last turn off."""
        self.card = None
        self.session.send(link.Clear())

    def put_under(self, card: Card | None) -> None:
        """Draw the card of the activity in front; None when there is none."""
        self.under = card
        if not self.session.profile.display.width:
            return
        if card is None:
            self.session.send(link.Clear(slot=ACTIVITY))
        else:
            self.session.send(update(card, self.session.profile.display, ACTIVITY))

    def redraw(self) -> None:
        """The glasses have come back, and may have missed what changed last."""
        if self.under is not None:
            self.put_under(self.under)

    async def wait_for_reader(self, epoch: Epoch, card: Card) -> None:
        """Tell when a card has been there for long enough."""
        await anyio.sleep(reading_seconds(card))
        self.session.post(on.CardRead(epoch))
