"""Strangers hold open no more connections than they may, and links are not among them."""

import contextlib
import socket
import ssl

import anyio
import pytest

from lorgnette.app.config import Config
from lorgnette.app.config import Hub as HubSettings
from lorgnette.app.doors import connections
from lorgnette.app.doors.connections import FROM_ALL, FROM_ONE, CountingSocket
from lorgnette.app.hub import Hub
from lorgnette.app.server import running
from lorgnette.link.client import connect
from lorgnette.skills.catalogue import Catalogue
from lorgnette.testing.stage import Stage, stage_engines


@pytest.fixture
def listener():
    with CountingSocket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.setblocking(True)
        yield listening


def visitors(listener, number, held, source="127.0.0.1"):
    """How many of so many visitors from an address are let in."""
    let_in = 0
    for _ in range(number):
        held.enter_context(
            socket.create_connection(listener.getsockname(), 5, source_address=(source, 0))
        )
        with contextlib.suppress(ConnectionAbortedError):
            held.enter_context(listener.accept()[0])
            let_in += 1
    return let_in


def test_one_party_has_so_many_and_others_theirs(listener):
    with contextlib.ExitStack() as held:
        assert visitors(listener, FROM_ONE + 5, held) == FROM_ONE
        assert visitors(listener, 3, held, "127.0.0.2") == 3


def test_everybody_together_has_so_many(listener):
    with contextlib.ExitStack() as held:
        places = [f"127.0.1.{number}" for number in range(FROM_ALL // 30 + 2)]
        assert sum(visitors(listener, 30, held, place) for place in places) == FROM_ALL


def test_who_left_makes_room(listener):
    with contextlib.ExitStack() as held:
        assert visitors(listener, FROM_ONE + 1, held) == FROM_ONE
    with contextlib.ExitStack() as held:
        assert visitors(listener, FROM_ONE, held) == FROM_ONE


def test_who_has_become_a_link_makes_room(listener):
    with contextlib.ExitStack() as held:
        assert visitors(listener, FROM_ONE, held) == FROM_ONE
        listener.forget(next(iter(listener.waiting)))
        listener.forget(("127.0.0.1", 1))
        listener.forget(None)
        assert visitors(listener, 2, held) == 1


@contextlib.asynccontextmanager
async def secure_hub(folder):
    """A hub with https; its addresses on loopback and beyond, and trust in its certificate."""
    settings = HubSettings(port=0, tls_port=0, tls_host="127.0.0.1", data=str(folder))
    config = Config(hub=settings)
    hub = Hub(config, Catalogue([]), stage_engines(Stage()))
    async with hub, running(hub, config, tls=True) as address:
        [url] = hub.doors.opening.addresses
        yield address, url, ssl.create_default_context(cafile=folder / "tls" / "hub.pem")


async def asked(url, trust=None):
    """The first line of the answer to a request for the page."""
    host, _, port = url.partition("://")[2].partition(":")
    async with await anyio.connect_tcp(
        host, int(port), ssl_context=trust, tls=trust is not None, tls_standard_compatible=False
    ) as stream:
        await stream.send(f"GET / HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
        return (await stream.receive()).partition(b"\r\n")[0]


@pytest.mark.slow
@pytest.mark.asyncio
async def test_one_application_listens_twice_and_stops_cleanly(tmp_path):
    async with secure_hub(tmp_path) as (address, url, trust):
        assert url.startswith("https://127.0.0.1:")
        assert b"200" in await asked(address)
        assert b"200" in await asked(url, trust)
        async with connect(f"{url.replace('https', 'wss')}/link", trust=trust) as glasses:
            assert glasses.link.session
        with pytest.raises(ssl.SSLCertVerificationError):
            await asked(url, ssl.create_default_context())
    for each in (address, url):
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", int(each.rpartition(":")[2]))) != 0


@pytest.mark.slow
@pytest.mark.asyncio
async def test_who_asks_for_nothing_is_not_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr(connections, "FIRST", 0.2)
    async with secure_hub(tmp_path) as (_, url, trust):
        port = int(url.rpartition(":")[2])
        for begins in (b"", b"GET / HT"):
            async with await anyio.connect_tcp(
                "127.0.0.1", port, ssl_context=trust, tls=True, tls_standard_compatible=False
            ) as idle:
                if begins:
                    await idle.send(begins)
                with anyio.fail_after(3), pytest.raises((anyio.EndOfStream, OSError)):
                    await idle.receive()
        async with connect(f"{url.replace('https', 'wss')}/link", trust=trust) as glasses:
            await anyio.sleep(0.5)
            assert glasses.link.session
            assert glasses.refusal is None


@pytest.mark.slow
@pytest.mark.asyncio
async def test_who_never_shakes_hands_keeps_nobody_out_of_loopback(tmp_path):
    async with secure_hub(tmp_path) as (address, url, trust):
        with contextlib.ExitStack() as held:
            for _ in range(200):
                place = ("127.0.0.1", int(url.rpartition(":")[2]))
                held.enter_context(socket.create_connection(place, 5))
            await anyio.sleep(0.2)
            assert b"200" in await asked(address)
            with pytest.raises((OSError, anyio.EndOfStream, anyio.BrokenResourceError)):
                await asked(url, trust)
        await anyio.sleep(0.2)
        assert b"200" in await asked(url, trust)
