"""What the wearer says to let others see, and to let them see no more."""

from typing import Final

from lorgnette.core.errors import NotReachable
from lorgnette.engines.live import GUESTS
from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.live.hosting import Hosting
from lorgnette.skills.live.live import Live
from lorgnette.skills.live.skill import skill

PATIENCE: Final = 8.0
"""Seconds that it may take to tell everybody that it is over."""


@skill.action(
    "(show|let) {name} what (I [can] see|(I'm|I am) (seeing|looking at))",
    "(share|show) [live] what (I [can] see|(I'm|I am) (seeing|looking at)) (with|to) {name}",
    "(share|show) [somebody|someone|people|others|a friend] [live]"
    " what (I [can] see|(I'm|I am) (seeing|looking at))",
    "(share|show) [somebody|someone|people|others|a friend] my (view|live picture|camera)",
    "(invite|let) (somebody|someone|people|others|a friend) [to] (see|watch) what I see",
    "(invite|let) {name} [to] (see|watch) what I see",
    "let {name} see through my (glasses|eyes)",
)
async def show(turn: Turn, name: str = "") -> Reply:
    """Let somebody see live what you see, with faces hidden."""
    return offered(turn, name, faces=False)


@skill.action(
    "(show|let) {name} what I see with [the|all] faces",
    "(share|show) [somebody|someone|a friend] what I see with [the|all] faces",
)
async def show_faces(turn: Turn, name: str = "") -> Reply:
    """Let somebody see live what you see, faces too."""
    return offered(turn, name, faces=True)


@skill.action(
    "(stop|end|finish) (sharing|showing) [(what I see|my view|the live picture|my camera)]",
    "(stop|end) the (live picture|sharing|invitation)",
    "(cancel|revoke|withdraw) the invitation",
    patience=PATIENCE,
)
async def stop(turn: Turn) -> Reply:
    """Let nobody see any more what you see."""
    live = turn.going(Live)
    if live is None:
        return Reply(say=turn.message("not-sharing"))
    await live.end()
    return Reply(say=turn.message("over"))


def offered(turn: Turn, name: str, *, faces: bool) -> Reply:
    """The offer to show somebody what is seen. Raises NotReachable."""
    if not turn.reachable:
        raise NotReachable("nobody else reaches this hub; start it with lorgnette serve --tls")
    going = turn.going(Hosting)
    if going is not None and len(going.guests.invitations) >= GUESTS:
        return Reply(say=turn.message("enough", count=GUESTS))

    async def commit() -> Reply:
        said = turn.message("invited")
        if going is None or going.faces != faces or going.over.is_set():
            return Reply(say=said, begins=Hosting(turn, name, faces=faces))
        going.invite(name)
        return Reply(say=said)

    kind = "faces" if faces else "hidden"
    return Reply(
        offer=Offer(turn.message("offer", name=name or turn.message("guest"), faces=kind), commit)
    )
