"""A hub that only hears: the hub's own link on a real socket, with the bad days of one."""

import contextlib

import anyio
import msgspec
from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosed

from lorgnette.link.hub_link import HubLink
from lorgnette.link.limits import LIMITS
from lorgnette.link.messages import Refused
from lorgnette.link.protocol import HubProtocol

PATIENCE = 15.0


class Hearer:
    """Takes glasses in, notes what they say, and breaks when it is told to."""

    def __init__(self, limits=LIMITS):
        self.limits = limits
        self.links = {}
        self.hellos = []
        self.heard = []
        """What was new, in order: sounds, gaps, messages."""
        self.sockets = []
        self.refusal = None
        self.deaf = False
        """Reads no more and answers nothing, on connections that stay open."""
        self.changed = anyio.Event()

    @property
    def link(self):
        """The newest session."""
        return [*self.links.values()][-1]

    @property
    def url(self):
        return f"ws://127.0.0.1:{self.port}/link"

    def kinds(self, kind):
        return [one for one in self.heard if isinstance(one, kind)]

    async def until(self, condition, within=PATIENCE):
        """Wait until something that happens here makes a condition true."""
        with anyio.fail_after(within):
            while not condition():
                await self.changed.wait()

    def ring(self):
        self.changed.set()
        self.changed = anyio.Event()

    def cut(self):
        """Break every connection, without a word."""
        for socket in self.sockets:
            socket.transport.abort()

    def forget(self):
        """Be another hub, that knows no session."""
        self.links.clear()
        self.cut()

    async def send(self, *messages):
        """Say something to the newest session."""
        for message in messages:
            self.link.send(message, anyio.current_time())
        await self._write()

    async def _write(self):
        socket, via = self._now
        for frame in self.link.to_send(via, anyio.current_time()):
            await socket.send(frame)

    async def serve(self, socket):
        """Serve one connection."""
        self.sockets.append(socket)
        self.ring()
        with contextlib.suppress(ConnectionClosed):
            if self.refusal is not None:
                await socket.send(msgspec.json.encode(self.refusal).decode())
                return
            await self._converse(socket)

    async def _converse(self, socket):
        via = HubProtocol(self.limits)
        [hello] = via.receive(await socket.recv())
        self.hellos.append(hello)
        if hello.session not in self.links:
            name = f"session {len(self.hellos)}"
            self.links[name] = HubLink(name, self.limits)
        else:
            name = hello.session
            self.links[name] = self.links.pop(name)
        link = self.links[name]
        link.attach(via, hello, anyio.current_time())
        self._now = socket, via
        await self._write()
        try:
            while not via.over:
                frame = await socket.recv()
                if self.deaf:
                    await socket.wait_closed()
                self.heard += link.receive(via, frame, anyio.current_time())
                for answer in link.to_send(via, anyio.current_time()):
                    await socket.send(answer)
                self.ring()
        finally:
            link.detach(via, anyio.current_time())
            self.ring()


@contextlib.asynccontextmanager
async def hearing(limits=LIMITS):
    """A hearer on a port of its own."""
    hearer = Hearer(limits)
    async with serve(hearer.serve, "127.0.0.1", 0, ping_interval=None, close_timeout=1) as server:
        hearer.port = server.sockets[0].getsockname()[1]
        try:
            yield hearer
        finally:
            hearer.cut()


def refused(code, retry_after=None):
    return Refused(code, "", retry_after)
