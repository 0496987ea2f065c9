"""What the wearer says to let others see, and to let them see no more."""

from typing import Final

from lorgnette.core.errors import NotReachable
from lorgnette.engines import BROADCASTER
from lorgnette.engines.live import GUESTS
from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.live.hosting import Hosting
from lorgnette.skills.live.live import Live
from lorgnette.skills.live.sending import Sending
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
    "(go|start) live",
    "(stream|broadcast) [live] what (I [can] see|(I'm|I am) (seeing|looking at))",
    "(start|begin) (streaming|broadcasting) [what I see]",
)
async def send(turn: Turn) -> Reply:
    """Send what you see live to the server of this hub, with faces hidden."""
    return sent(turn, faces=False)


@skill.action(
    "(go|start) live with [the|all] faces",
    "(stream|broadcast) what I see with [the|all] faces",
)
async def send_faces(turn: Turn) -> Reply:
    """Send what you see live to the server of this hub, faces too."""
    return sent(turn, faces=True)


@skill.action(
    "(stop|end|finish) (sharing|showing|streaming|broadcasting)"
    " [(what I see|my view|the live picture|my camera)]",
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


def sent(turn: Turn, *, faces: bool) -> Reply:
    """The offer to send to a server what is seen."""
    if BROADCASTER not in turn:
        return Reply(say=turn.message("no-server"))

    async def commit() -> Reply:
        return Reply(say=turn.message("begins"), begins=Sending(turn, faces=faces))

    kind = "faces" if faces else "hidden"
    return Reply(offer=Offer(turn.message("offer-server", faces=kind), commit))


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
