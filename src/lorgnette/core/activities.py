"""Actions that stay: captions, a meeting, a route. What everybody must know of them."""

from typing import Any, Protocol

import msgspec


class Traits(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a conversation must know of an activity.

    `name` is its own: one that begins takes the place of one of the same name. With `room` it
    listens to everybody around, so that not all speech is meant for the hub. With `taps` a tap on
    the temple means something to it. `means` replaces actions by others of the same slots while it
    goes on: a note in a meeting belongs to the meeting.
    """

    name: str
    room: bool = False
    taps: bool = False
    means: dict[str, str] = {}


class Activity(Protocol):
    """An action that stays until it is over, or left."""

    traits: Traits

    async def live(self, life: Any, /) -> None:
        """Go on until it is over; `life` is a `lorgnette.skills.Life`.

        Cancelled when the wearer leaves it: what has to be done then is done on the way out,
        shielded. It may raise; the wearer is told, and nothing else is disturbed.
        """
