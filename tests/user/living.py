"""What tests of users share: a hub in another process, and somebody who wears glasses."""

import contextlib
import os
import re
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import anyio
import pytest

import lorgnette.app.demo
from lorgnette.app import sounds
from lorgnette.core.types import AR, ENGLISH, SAMPLE_RATE
from lorgnette.link.client import Glasses, VirtualSpeaker, put_on
from lorgnette.link.client.websocket import dial
from lorgnette.link.glasses_link import GlassesLink
from lorgnette.link.messages import Earcon, Heard, Show

VOICES = Path(lorgnette.app.demo.__file__).parent / "voices"

TEN = ("ten", "10", "fourteen")
"""How «for ten» may be heard."""

PATIENCE = 15.0
"""Seconds until something that should happen counts as missing, on a machine that is busy."""

PIECE = 640


class RunningHub:
    """`lorgnette serve` in another process, on a port of its own."""

    def __init__(self, folder, *arguments, within=()):
        """`within` is a command that runs it, such as one that sets limits."""
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.errors = folder / "stderr"
        environment = {
            **os.environ,
            "LORGNETTE_DATA": str(folder / "data"),
            "LORGNETTE_CONFIG": str(folder / "lorgnette.toml"),
        }
        with self.errors.open("ab") as errors:
            self.process = subprocess.Popen(
                [*within, sys.executable, "-m", "lorgnette", "serve", "--port", "0", *arguments],
                stdout=subprocess.PIPE, stderr=errors, text=True, env=environment,
            )  # fmt: skip
        first = self.process.stdout.readline()
        found = re.search(r"http://\S+", first)
        assert found, f"the hub did not start: {first} {self.errors.read_text()}"
        self.address = found[0]

    @property
    def link(self):
        """Where glasses connect."""
        return self.address.replace("http", "ws") + "/link"

    def workers(self):
        """The numbers of the processes that the hub has started."""
        found = []
        for status in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                parent = int(status.read_text().rpartition(")")[2].split()[1])
                if parent == self.process.pid:
                    found.append(int(status.parent.name))
        return found

    def end(self, how=signal.SIGTERM):
        """End it; the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        code = self.process.wait(20)
        self.process.stdout.close()
        return code


@dataclass
class Wearer:
    """Somebody with virtual glasses on, who speaks recordings and silence in between."""

    glasses: Glasses
    sockets: list
    arrived: list = field(default_factory=list)
    script: bytearray = field(default_factory=bytearray)
    news: anyio.Event = field(default_factory=anyio.Event)

    def says(self, *voices):
        """Begin to say recordings; the seconds they take."""
        for voice in voices:
            self.script += sounds.read(VOICES / f"{voice}.flac")
        return len(self.script) / 2 / SAMPLE_RATE

    async def microphone(self):
        """Record what is being said, in real time."""
        start, pieces = anyio.current_time(), 0
        while True:
            piece = bytes(self.script[:PIECE]).ljust(PIECE, b"\0")
            del self.script[:PIECE]
            pieces += 1
            await anyio.sleep_until(start + pieces * 0.02)
            await self.glasses.hear(piece, real_time=False)

    async def watch(self):
        """Note what arrives, and when."""
        async for message in self.glasses:
            self.arrived.append((anyio.current_time(), message))
            self.news.set()

    async def sees(self, kind, wanted=lambda _: True, *, since=0, within=PATIENCE):
        """Wait for a message; it and the time it came."""
        with anyio.move_on_after(within):
            while True:
                self.news = anyio.Event()
                for at, message in self.arrived[since:]:
                    if isinstance(message, kind) and wanted(message):
                        return message, at
                await self.news.wait()
        seen = [message for _, message in self.arrived[since:] if isinstance(message, Show | Heard)]
        raise AssertionError(f"no {kind.__name__} within {within} s; there were {seen}")

    async def hears(self, *words, within=PATIENCE):
        """Wait until recognising what the speaker played finds one of the words.

        Ask for what is said alike at any time: not every hour is recognised well in that voice.
        """
        with anyio.move_on_after(within):
            while True:
                await anyio.sleep(0.5)
                if self.glasses.speaker.buffered == 0:
                    said = await recognised(bytes(self.glasses.speaker.recording))
                    if any(word in said for word in words):
                        return said
        said = await recognised(bytes(self.glasses.speaker.recording))
        raise AssertionError(f"heard {said!r} and none of {words}")

    def deaf(self):
        """Forget what was played so far."""
        self.glasses.speaker.recording.clear()

    async def rings(self, within=PATIENCE):
        """Wait for the ring; when it came."""
        return (await self.sees(Earcon, lambda sign: sign.name == "alarm", within=within))[1]

    def cut(self):
        """Break the connection, as a dead network does."""
        self.sockets[-1]._socket.transport.abort()


async def recognised(sound):
    """What the embedded recogniser hears in a sound, in lower case."""
    from lorgnette.providers.moonshine import Moonshine

    if not sound:
        return ""
    async with Moonshine().open(ENGLISH) as hearing:
        await hearing.hear(sound + bytes(SAMPLE_RATE))
        return (await hearing.transcript()).text.lower()


@contextlib.asynccontextmanager
async def wearing_at(url, profile=AR):
    """Put glasses on."""
    sockets = []

    async def dialled():
        sockets.append(await dial(url))
        return sockets[-1]

    speaker = VirtualSpeaker(keep=True)
    link = GlassesLink(profile, ENGLISH, client="test", time_zone="Europe/Berlin")
    async with put_on(link, dialled, speaker) as glasses, anyio.create_task_group() as tasks:
        wearer = Wearer(glasses, sockets)
        tasks.start_soon(wearer.microphone)
        tasks.start_soon(wearer.watch)
        yield wearer
        tasks.cancel_scope.cancel()


@pytest.fixture(scope="session")
def hub(tmp_path_factory):
    """A running hub that all tests may use."""
    running = RunningHub(tmp_path_factory.mktemp("hub"))
    yield running
    running.end()


@pytest.fixture
def own_hub(tmp_path):
    """Starts hubs that a test may kill."""
    started = []

    def start(*arguments, within=()):
        started.append(RunningHub(tmp_path / "own", *arguments, within=within))
        return started[-1]

    yield start
    for each in started:
        each.end(signal.SIGKILL)


@pytest.fixture
def wearing():
    """Puts glasses on."""
    return wearing_at
