"""The hub on the network: on this machine only, with the page and the link on one port."""

import contextlib
import json
import socket
import urllib.error
import urllib.request

import anyio
import pytest

from lorgnette.app.config import Config
from lorgnette.app.config import Hub as HubSettings
from lorgnette.app.doors.sockets import listen
from lorgnette.app.hub import Hub
from lorgnette.app.server import running
from lorgnette.core.errors import ConfigurationError
from lorgnette.link.client import connect
from lorgnette.link.messages import Show
from lorgnette.skills import Reply, Skill, Turn
from lorgnette.skills.catalogue import Catalogue
from lorgnette.testing.stage import Stage, stage_engines


def play():
    skill = Skill("play")

    @skill.action("say {words}")
    async def say(turn: Turn, words: str) -> Reply:
        """Say it."""
        return Reply(say=words)

    return skill


@contextlib.asynccontextmanager
async def served(**settings):
    """A hub on a port of its own; its address."""
    config = Config(hub=HubSettings(port=0, **settings))
    hub = Hub(config, Catalogue([play()]), stage_engines(Stage()))
    async with hub, running(hub, config) as address:
        yield address


async def get(url, **headers):
    """Status, headers and body of a request."""

    def ask():
        request = urllib.request.Request(url, headers=headers)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=5) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read()

    return await anyio.to_thread.run_sync(ask)


@pytest.mark.slow
@pytest.mark.asyncio
async def test_a_running_hub_on_the_same_port_is_one_sentence():
    async with served() as address:
        port = int(address.rpartition(":")[2])
        with pytest.raises(ConfigurationError, match="Is another hub running"):
            listen("127.0.0.1", port)


@pytest.mark.asyncio
async def test_the_page_comes_with_headers_that_keep_it_alone():
    async with served() as address:
        for path in ("/", "/static/app.js", "/static/index.html", "/api/state", "/worker.js"):
            status, headers, body = await get(address + path)
            assert status == 200, path
            assert body
            policy = headers["content-security-policy"]
            assert "default-src 'self'" in policy
            assert "frame-ancestors 'none'" in policy
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "no-referrer"
            assert headers["server"] is None


@pytest.mark.asyncio
async def test_the_state_says_what_works():
    async with served() as address:
        state = json.loads((await get(address + "/api/state"))[2])

    voice = {"part": "voice", "works": True, "says": "stage", "optional": False, "leaves": []}
    assert voice in state["parts"]
    assert state["sessions"] == 0


@pytest.mark.slow
@pytest.mark.asyncio
@pytest.mark.parametrize(
    "path",
    ["/nothing", "/static/", "/static/../page.py", "/static/%2e%2e/page.py", "/link", "/%00"],
)
async def test_nothing_else_is_to_be_had(path):
    async with served() as address:
        status, headers, body = await get(address + path)

    assert status in (403, 404, 405, 426)
    assert b"import" not in body
    assert "content-security-policy" in headers


STRANGERS = [
    {"Host": "evil.example"},
    {"Host": "127.0.0.1.evil.example"},
    {"Host": "localhost.evil.example:80"},
    {"Host": "[::ffff:8.8.8.8]"},
    {"Host": "glasses.home"},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost:3000"},
    {"Origin": "http://127.0.0.1"},
    {"Origin": "http://127.0.0.1.evil.example"},
    {"Origin": "file://"},
]
FRIENDS = [
    {},
    {"Host": "localhost:8460"},
    {"Host": "127.0.0.1"},
    {"Host": "[::1]:8460"},
    {"Host": "localhost:8460", "Origin": "http://localhost:8460"},
    {"Host": "127.0.0.1", "Origin": "http://127.0.0.1"},
]


@pytest.mark.asyncio
async def test_pages_of_strangers_get_nothing():
    async with served() as address:
        for headers in STRANGERS:
            for path in ("/", "/api/state", "/api/glasses", "/pair", "/static/app.js"):
                status, _, body = await get(address + path, **headers)
                assert status == 403, headers
                assert b"Lorgnette" not in body
        for headers in FRIENDS:
            assert (await get(address + "/", **headers))[0] == 200, headers


async def handshake(address, headers):
    """The first line of the answer to a websocket handshake."""
    host, _, port = address.removeprefix("http://").partition(":")
    named = {"Host": f"{host}:{port}", **headers}
    lines = [
        "GET /link HTTP/1.1",
        *(f"{name}: {value}" for name, value in named.items()),
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
        "",
        "",
    ]
    async with await anyio.connect_tcp(host, int(port)) as stream:
        await stream.send("\r\n".join(lines).encode())
        return (await stream.receive()).split(b"\r\n")[0].decode()


@pytest.mark.asyncio
async def test_pages_of_strangers_cannot_open_the_link():
    async with served() as address:
        for headers in STRANGERS:
            assert " 403 " in await handshake(address, headers), headers
        for headers in FRIENDS:
            assert " 101 " in await handshake(address, headers), headers


@pytest.mark.slow
@pytest.mark.asyncio
async def test_further_origins_can_be_let_in():
    async with served(origins=("https://glasses.home",)) as address:
        friend = {"Host": "glasses.home", "Origin": "https://glasses.home"}
        assert (await get(address + "/", **friend))[0] == 200
        assert " 101 " in await handshake(address, friend)
        assert " 403 " in await handshake(address, {"Origin": "https://other.home"})


@pytest.mark.asyncio
async def test_a_sentence_through_the_socket_is_answered():
    async with served() as address:
        async with connect(address.replace("http", "ws") + "/link") as glasses:
            glasses.type("say hello")
            with anyio.fail_after(5):
                async for message in glasses:
                    if isinstance(message, Show):
                        break
        state = json.loads((await get(address + "/api/state"))[2])

    assert message.card.lines[0].text == "hello"
    assert state["connected"] == 0


@pytest.mark.slow
@pytest.mark.asyncio
async def test_raw_bytes_on_the_port_disturb_nobody(caplog):
    async with served() as address:
        host, _, port = address.removeprefix("http://").partition(":")
        for noise in (b"\0" * 100, b"GET / HTTP/9\r\n\r\n", b"\x16\x03\x01" * 30, b"A" * 100_000):
            async with await anyio.connect_tcp(host, int(port)) as stream:
                with contextlib.suppress(anyio.BrokenResourceError, anyio.EndOfStream):
                    await stream.send(noise)
                    with anyio.move_on_after(0.3):
                        await stream.receive()
        assert (await get(address + "/"))[0] == 200
    assert "Traceback" not in caplog.text


@pytest.mark.slow
@pytest.mark.asyncio
async def test_stopping_closes_the_port():
    async with served() as address:
        port = int(address.rpartition(":")[2])
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
