"""The process that speaks WebRTC, from the side of the hub."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Final

import anyio
import anyio.abc
import msgspec

from lorgnette.core.errors import EngineFailed
from lorgnette.providers.worker import Worker, working

PROGRAM: Final = Path(__file__).with_name("peers.py")

PATIENCE: Final = 10.0
"""Seconds for it to start and to answer."""

GONE: Final = frozenset({"closed", "failed"})


class Order(msgspec.Struct, frozen=True, omit_defaults=True):
    """What it is told about a peer."""

    of: str
    sdp: str = ""


class Said(msgspec.Struct, frozen=True):
    """What it says of a peer: a description, that something is wrong, or how it is connected."""

    of: str
    sdp: str = ""
    wrong: str = ""
    state: str = ""


class Peers(Worker):
    """Everybody who is sent a picture over WebRTC. `states` says how each is connected."""

    what = "the process that speaks WebRTC"

    def __init__(self, process: anyio.abc.Process) -> None:
        super().__init__(process)
        self.states: dict[str, str] = {}
        self.answers: dict[str, Said] = {}

    def take(self, line: bytes, /) -> None:
        """See `Worker`."""
        said = msgspec.json.decode(line, type=Said)
        if said.state in GONE:
            self.states.pop(said.of, None)
        elif said.state:
            self.states[said.of] = said.state
        else:
            self.answers[said.of] = said

    def stop(self, why: str) -> None:
        """See `Worker`: nobody sees anything any more."""
        self.states.clear()
        super().stop(why)

    async def order(self, kind: bytes, of: str, sdp: str = "") -> None:
        """Tell it something about a peer. Raises EngineFailed."""
        await self.put(kind, msgspec.json.encode(Order(of, sdp)))

    async def ask(self, kind: bytes, of: str, sdp: str = "") -> str:
        """Tell it something about a peer; the description that it answers. Raises EngineFailed."""
        self.answers.pop(of, None)
        await self.order(kind, of, sdp)
        with anyio.move_on_after(PATIENCE):
            while of not in self.answers and not self.stopped:
                await self.news.wait()
        said = self.answers.pop(of, Said(of, wrong=self.stopped or "it does not answer"))
        if not said.sdp:
            raise EngineFailed(f"no picture can be sent over WebRTC: {said.wrong}")
        return said.sdp


def peers() -> AbstractAsyncContextManager[Peers]:
    """The process, running; at the end all its peers are told. Raises EngineFailed."""
    return working(Peers, PROGRAM)
