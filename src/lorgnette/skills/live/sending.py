"""A server: it is sent what the wearer sees, and passes it on to whoever watches there."""

from lorgnette.core import cards
from lorgnette.engines import BROADCASTER
from lorgnette.skills import Life
from lorgnette.skills.eyes import Sights
from lorgnette.skills.live.live import Live


class Sending(Live):
    """What is seen, sent to the server that is configured."""

    async def share(self, life: Life) -> None:
        """See `Live`."""
        async with self.turn[BROADCASTER].open(faces=self.faces) as showing:
            life.show(cards.Text(title=self.turn.message("on-air")))
            await self.look(life, showing, note)


def note(sights: Sights) -> None:
    """Have it written down that the server gets what is seen."""
    sights.shown_to(BROADCASTER)
