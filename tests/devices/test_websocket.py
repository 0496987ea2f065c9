import asyncio
import contextlib
import socket

import anyio
import msgspec
import pytest
import uvicorn

from lorgnette.core.types import Epoch, samples_in
from lorgnette.devices.connection import EndOfLink
from lorgnette.devices.websocket import LinkEndpoint, WebsocketConnection, server_options
from lorgnette.link.client import connect
from lorgnette.link.codes import Code
from lorgnette.link.hub_link import HubLink
from lorgnette.link.limits import Limits
from lorgnette.link.media import Microphone, Speech
from lorgnette.link.messages import FromHub, Refused, SpeechEnds, Typed
from lorgnette.link.protocol import HubProtocol


class Socket:
    """An ASGI server's side of one websocket."""

    def __init__(self, *incoming, host="127.0.0.1:8460", origin=None):
        self.scope = {"type": "websocket", "headers": [(b"host", host.encode())]}
        if origin:
            self.scope["headers"].append((b"origin", origin.encode()))
        self.incoming = [{"type": "websocket.connect"}, *incoming]
        self.sent = []
        self.broken = False

    async def receive(self):
        return self.incoming.pop(0)

    async def send(self, message):
        if self.broken:
            raise OSError
        self.sent.append(message)

    def types(self):
        return [message["type"].removeprefix("websocket.") for message in self.sent]


async def echo(connection):
    while True:
        await connection.send(await connection.receive())


async def quietly(connection):
    with contextlib.suppress(EndOfLink):
        await echo(connection)


def frame(**content):
    return {"type": "websocket.receive"} | content


async def test_gives_each_socket_to_the_hub_as_a_connection():
    socket = Socket(
        frame(text="hi"),
        frame(bytes=b"\x00", text=None),
        frame(text="", bytes=None),
        {"type": "websocket.disconnect", "code": 1005},
    )
    endpoint = LinkEndpoint(quietly)
    await endpoint(socket.scope, socket.receive, socket.send)

    assert socket.types() == ["accept", "send", "send", "send"]
    assert socket.sent[1]["text"] == "hi"
    assert socket.sent[2]["bytes"] == b"\x00"
    assert endpoint.connections == 0


async def test_keeps_strangers_out_before_anything_is_said():
    for stranger in (Socket(host="evil.example"), Socket(origin="https://evil.example")):
        await LinkEndpoint(echo)(stranger.scope, stranger.receive, stranger.send)

        assert stranger.types() == ["close"]


async def test_refuses_when_it_is_full_and_says_when_to_come_back():
    endpoint = LinkEndpoint(echo, limits=Limits(connections=0))
    socket = Socket()
    await endpoint(socket.scope, socket.receive, socket.send)

    assert socket.types() == ["accept", "send", "close"]
    refused = msgspec.json.decode(socket.sent[1]["text"], type=FromHub)
    assert isinstance(refused, Refused)
    assert (refused.code, refused.retry_after) == (Code.TOO_MUCH, 5.0)


async def test_counts_down_when_serving_fails():
    async def fail(connection):
        raise KeyError

    endpoint, socket = LinkEndpoint(fail), Socket()
    with pytest.raises(KeyError):
        await endpoint(socket.scope, socket.receive, socket.send)

    assert endpoint.connections == 0
    assert socket.types() == ["accept", "close"]


async def test_a_socket_that_broke_is_the_end_of_the_link():
    socket = Socket()
    connection = WebsocketConnection(socket.receive, socket.send)
    socket.broken = True
    with pytest.raises(EndOfLink):
        await connection.send("hi")
    with pytest.raises(EndOfLink):
        await connection.receive()

    await connection.close()


class Hub:
    """One session over a real socket."""

    def __init__(self):
        self.link = HubLink("secret")
        self.incoming = []

    async def serve(self, connection):
        via = HubProtocol()
        [hello] = via.receive(await connection.receive())
        self.link.attach(via, hello, anyio.current_time())
        try:
            while not via.over:
                for outgoing in self.link.to_send(via, anyio.current_time()):
                    await connection.send(outgoing)
                incoming = await connection.receive()
                self.incoming += self.link.receive(via, incoming, anyio.current_time())
        except EndOfLink:
            pass
        finally:
            self.link.detach(via, anyio.current_time())


@pytest.mark.real
@pytest.mark.asyncio
async def test_serves_the_client_over_a_real_socket():
    hub = Hub()
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(
            LinkEndpoint(hub.serve), log_level="error", lifespan="off", **server_options()
        )
    )
    serving = asyncio.create_task(server.serve([listening]))
    hub.link.send(Speech(Epoch(1), 0, bytes(640)), anyio.current_time())
    hub.link.send(SpeechEnds(Epoch(1), 320), anyio.current_time())

    async with connect(f"ws://127.0.0.1:{port}/link", record=True) as glasses:
        glasses.type("hello")
        await glasses.hear(bytes(32_000), real_time=False, end=True)
        await glasses.heard_all()
        await anyio.sleep(0.1)

    server.should_exit = True
    await serving
    assert [news.text for news in hub.incoming if isinstance(news, Typed)] == ["hello"]
    sounds = [news.sound for news in hub.incoming if isinstance(news, Microphone)]
    assert sum(map(samples_in, sounds)) == 16_000
    assert glasses.speaker.recording == bytes(640)
    assert hub.link.over


@pytest.mark.real
@pytest.mark.asyncio
async def test_no_hub_is_an_os_error():
    with pytest.raises(OSError, match=r"."):
        async with connect("ws://127.0.0.1:9/link"):
            pytest.fail("connected")
