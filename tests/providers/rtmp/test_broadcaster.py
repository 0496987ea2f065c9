"""A server that takes RTMP, which here is ffmpeg's own, is sent what is shown."""

import contextlib
import json
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import anyio
import numpy as np
import pytest

from lorgnette.core.errors import ConfigurationError, EngineFailed, MissingPart
from lorgnette.providers.rtmp.broadcaster import RtmpBroadcaster, address
from lorgnette.testing.views import jpeg

PATIENCE = 30.0


def real(test):
    """A test with processes and sockets, in real time."""
    for mark in (pytest.mark.real, pytest.mark.slow, pytest.mark.asyncio):
        test = mark(test)
    return test


SERVER = """
import av, json, sys
av.logging.set_level(None)
with av.open(sys.argv[1], "r", format="flv", options={"listen": "1", "timeout": "20"}) as taken:
    kinds = sorted(stream.codec_context.name for stream in taken.streams)
    for frame in taken.decode(video=0):
        seen = [frame.width, frame.height, float(frame.to_ndarray(format="gray").mean())]
        print(json.dumps([kinds, *seen]), flush=True)
"""
"""Takes one picture, as `ffmpeg -listen 1` does, and says what it sees of it."""


def tables(rtmp="", key=""):
    return {"live": {"whip": "", "rtmp": rtmp, "key": key}}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.asynccontextmanager
async def server():
    """The address of a server, and the server."""
    url = f"rtmp://127.0.0.1:{free_port()}/live"
    command = [sys.executable, "-c", SERVER, f"{url}/key"]
    async with await anyio.open_process(command, stderr=subprocess.DEVNULL) as process:
        try:
            yield url, process
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()


async def listening(port):
    """Wait until somebody listens there, without a call: it takes only one."""
    place = f":{port:04X} 00000000:0000 0A"
    with anyio.fail_after(PATIENCE):
        while place not in Path("/proc/net/tcp").read_text():  # noqa: ASYNC110, ASYNC240
            await anyio.sleep(0.05)


@contextlib.asynccontextmanager
async def sending(url):
    """A live picture on its way to a server that is up."""
    await listening(urlsplit(url).port)
    async with RtmpBroadcaster(tables(url, "key")).open() as showing:
        yield showing


async def show(showing):
    """Show a picture ten times a second."""
    picture = jpeg(np.full((241, 321, 3), 200, np.uint8))
    while not showing.stopped:
        await showing.see(picture)
        await anyio.sleep(0.1)


@real
async def test_it_sees_what_is_shown():
    async with (
        server() as (url, process),
        sending(url) as showing,
        anyio.create_task_group() as tasks,
    ):
        tasks.start_soon(show, showing)
        with anyio.fail_after(PATIENCE):
            line = (await process.stdout.receive()).splitlines()[0]
        tasks.cancel_scope.cancel()
    kinds, width, height, brightness = json.loads(line)
    assert kinds == ["aac", "h264"]
    assert (width, height) == (320, 240)
    assert abs(brightness - 200) < 10


@real
async def test_one_that_goes_is_noticed():
    async with server() as (url, process), sending(url) as showing:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(show, showing)
            with anyio.fail_after(PATIENCE):
                await process.stdout.receive()
                process.kill()
                while not showing.stopped:
                    await showing.news.wait()
        assert "is at an end" in showing.stopped


@real
async def test_without_one_nothing_begins_and_the_key_is_not_told():
    url = f"rtmp://127.0.0.1:{free_port()}/live"
    with pytest.raises(EngineFailed) as failed:
        async with RtmpBroadcaster(tables(url, "top-secret")).open() as showing:
            await show(showing)
    assert "top-secret" not in str(failed.value)


def test_without_an_address_there_is_none():
    with pytest.raises(MissingPart):
        RtmpBroadcaster(tables())


@pytest.mark.parametrize("url", ["http://media.example/live", "rtmp:///live", "nonsense"])
def test_an_address_that_makes_no_sense_is_told(url):
    with pytest.raises(ConfigurationError):
        RtmpBroadcaster(tables(url))


def test_the_key_stands_at_the_end():
    assert address(tables("rtmp://a.example/live/", "k")) == "rtmp://a.example/live/k"
    assert address(tables("rtmp://a.example/live")) == "rtmp://a.example/live"


def test_it_leaves_the_hub_unless_the_server_is_here():
    assert RtmpBroadcaster.leaves_the_hub(tables("rtmp://a.example/live"))
    assert not RtmpBroadcaster.leaves_the_hub(tables("rtmp://127.0.0.1/live"))
