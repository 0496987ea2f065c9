"""A server that takes WHIP, which here is a small one of aiortc's, is sent what is shown."""

import asyncio
import contextlib
import socket
from dataclasses import dataclass, field

import anyio
import numpy as np
import pytest
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from lorgnette.app.doors.addresses import addresses
from lorgnette.app.server import web_server
from lorgnette.core.errors import ConfigurationError, EngineFailed, MissingPart
from lorgnette.link.limits import LIMITS
from lorgnette.providers.aiortc.whip import WhipBroadcaster
from lorgnette.testing.views import jpeg


def real(test):
    """A test with processes and sockets, in real time."""
    alone = pytest.mark.skipif(not addresses(), reason="this machine has no address but loopback")
    for mark in (pytest.mark.real, pytest.mark.slow, pytest.mark.asyncio, alone):
        test = mark(test)
    return test


PATIENCE = 20.0


def tables(whip="", key="secret"):
    return {"live": {"whip": whip, "rtmp": "", "key": key}}


@dataclass
class Server:
    """A WHIP endpoint: what it was asked, and how bright the last picture was."""

    refuses: int = 0
    asked: list = field(default_factory=list)
    brightness: float = -1.0
    peer: RTCPeerConnection | None = None
    tasks: set = field(default_factory=set)

    async def take(self, request):
        """Take a picture, as RFC 9725 has it."""
        self.note(request)
        if self.refuses:
            return Response("no, and your token is secret", self.refuses)
        offer = (await request.body()).decode()
        self.peer = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.peer.add_listener("track", self.watch)
        await self.peer.setRemoteDescription(RTCSessionDescription(offer, "offer"))
        await self.peer.setLocalDescription(await self.peer.createAnswer())
        made = {"location": "/whip/7", "content-type": "application/sdp"}
        return Response(self.peer.localDescription.sdp, 201, made)

    async def end(self, request):
        """It is over."""
        self.note(request)
        await self.peer.close()
        return Response(status_code=200)

    def note(self, request):
        token = request.headers.get("authorization")
        self.asked.append((request.method, request.url.path, token))

    def watch(self, track):
        self.tasks.add(asyncio.ensure_future(self.follow(track)))

    async def follow(self, track):
        with contextlib.suppress(MediaStreamError):
            while True:
                frame = await track.recv()
                self.brightness = frame.to_ndarray(format="gray").mean()


@contextlib.asynccontextmanager
async def serving(server):
    """The address of a server that runs."""
    routes = [
        Route("/whip", server.take, methods=["POST"]),
        Route("/whip/7", server.end, methods=["DELETE"]),
    ]
    web = web_server(Starlette(routes=routes), LIMITS)
    with socket.create_server(("127.0.0.1", 0)) as opened:
        running = asyncio.ensure_future(web.serve([opened]))
        await web.ready.wait()
        try:
            yield f"http://127.0.0.1:{opened.getsockname()[1]}/whip"
        finally:
            web.should_exit = True
            await running
            if server.peer is not None:
                await server.peer.close()
            await asyncio.gather(*server.tasks)


@contextlib.asynccontextmanager
async def sending(url):
    """A live picture on its way."""
    broadcaster = WhipBroadcaster(tables(url))
    try:
        async with broadcaster.open() as showing:
            yield showing
    finally:
        await broadcaster.aclose()


async def until(showing, sees):
    """Show a picture until something is so."""
    picture = jpeg(np.full((240, 320, 3), 200, np.uint8))
    with anyio.fail_after(PATIENCE):
        while not sees():
            await showing.see(picture)
            await anyio.sleep(0.05)


@real
async def test_it_sees_what_is_shown_and_is_told_the_end():
    server = Server()
    async with serving(server) as url, sending(url) as showing:
        await until(showing, lambda: server.brightness > 180)
        assert showing.stopped == ""
    token = "Bearer secret"
    assert server.asked == [("POST", "/whip", token), ("DELETE", "/whip/7", token)]


@real
async def test_one_that_refuses_is_named_without_the_token():
    async with serving(Server(refuses=403)) as url:
        with pytest.raises(EngineFailed) as refused:
            async with sending(url):
                pass
    assert "refuses (403)" in str(refused.value)
    assert "secret" not in str(refused.value)


@real
async def test_one_that_goes_is_noticed():
    server = Server()
    async with serving(server) as url, sending(url) as showing:
        await until(showing, lambda: server.brightness > 180)
        await server.peer.close()
        await until(showing, lambda: showing.stopped)


@real
async def test_without_one_nothing_begins():
    with pytest.raises(EngineFailed, match="cannot be reached"):
        async with sending("http://127.0.0.1:9/whip"):
            pass


def test_without_an_address_there_is_none():
    with pytest.raises(MissingPart):
        WhipBroadcaster(tables())


@pytest.mark.parametrize("url", ["media.example/whip", "rtmp://media.example/live", "http:///x"])
def test_an_address_that_makes_no_sense_is_told(url):
    with pytest.raises(ConfigurationError):
        WhipBroadcaster(tables(url))


def test_it_leaves_the_hub_unless_the_server_is_here():
    assert WhipBroadcaster.leaves_the_hub(tables("https://media.example/whip"))
    assert not WhipBroadcaster.leaves_the_hub(tables("http://127.0.0.1:8889/whip"))
