"""What Lorgnette itself adds to an answer, with forty conversations at once.

Recogniser, voice and voice activity cost nothing and take no time (those of the stage), so that
what is left is the hub: from the arrival of the sound that completes an utterance to the first
frame of the answer's speech being given to the connection. Forty wearers say something every
three seconds, each at another moment; once over links in memory, whose glasses run on the same
event loop, and once over websockets from another process.
"""

import argparse
import statistics
import sys
from collections.abc import Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any

import anyio
import uvicorn

import report
from hubs import load, now
from lorgnette.app.config import Config
from lorgnette.app.hub import Hub
from lorgnette.app.serving import serve
from lorgnette.app.session.session import Session
from lorgnette.core.types import AR, SAMPLE_RATE, Sound
from lorgnette.devices.memory import memory_link
from lorgnette.devices.peer import HERE, Peer
from lorgnette.devices.websocket import LinkEndpoint, server_options
from lorgnette.link.client import Glasses, connect, put_on
from lorgnette.link.connection import Connection
from lorgnette.link.glasses_link import GlassesLink
from lorgnette.link.media import HEADER, SPEECH
from lorgnette.link.messages import Hello
from lorgnette.link.protocol import Frame
from lorgnette.senses.ears import Ears
from lorgnette.senses.events import EarEvent, SpeechEnded
from lorgnette.skills import Reply, Skill, Turn
from lorgnette.skills.catalogue import Catalogue
from lorgnette.testing.stage import PIECE, LoudIsSpeech, Stage, stage_engines

GLASSES = 40
TURNS = 6
EVERY = 3.0
"""Seconds from one command of a wearer to the next."""

RUNS = 3
"""Of which the median is told: others use this machine."""

SECONDS = TURNS * EVERY + 1

skill = Skill("echo")


@skill.action("say hello")
async def say_hello(turn: Turn) -> Reply:
    """Say hello."""
    del turn
    return Reply(say="hello", title="hello")


class Timed:
    """A connection that knows when a frame arrived, and how late the answers to some left."""

    def __init__(self, connection: Connection, late: list[float]) -> None:
        self.connection = connection
        self.late = late
        self.arrived = 0.0
        self.completed = 0.0

    async def receive(self) -> Frame:
        """The next frame."""
        frame = await self.connection.receive()
        self.arrived = now()
        return frame

    async def send(self, frame: Frame) -> None:
        """Send a frame; the first of speech after a completed utterance is the answer."""
        await self.connection.send(frame)
        if self.completed and isinstance(frame, bytes) and HEADER.unpack_from(frame)[0] == SPEECH:
            self.late.append(now() - self.completed)
            self.completed = 0.0

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close."""
        await self.connection.close(code, reason)


CURRENT: ContextVar[Timed] = ContextVar("CURRENT")


class TimedEars(Ears):
    """Ears that tell their connection when an utterance is complete."""

    def __init__(self, connection: Timed) -> None:
        super().__init__(None, LoudIsSpeech())
        self.connection = connection

    def hear(self, first: int, sound: Sound) -> list[EarEvent]:
        """Take a chunk."""
        events = super().hear(first, sound)
        if any(isinstance(event, SpeechEnded) for event in events):
            self.connection.completed = self.connection.arrived
        return events


class TimedHub(Hub):
    """A hub whose sessions have timed ears, and are always awake."""

    def ears_for(self, session: Session) -> Ears:
        """Ears for a session."""
        del session
        return TimedEars(CURRENT.get())

    def session_of(self, hello: Hello, peer: Peer = HERE) -> Session:
        """The session of a hello."""
        session = super().session_of(hello, peer)
        session.hearing.stay_awake()
        return session


def stage(number: int) -> Stage:
    """What one wearer says, at moments that nobody shares."""
    play = Stage()
    for turn in range(TURNS):
        at = 0.5 + number * EVERY / GLASSES + turn * EVERY
        play.says("say hello", at=at, until=at + 0.8)
        play.lines[:] = ["say hello"] * len(play.lines)
    return play


async def speak(glasses: Glasses, play: Stage, phase: float) -> None:
    """Let the microphone hear everything; `phase` shifts its pieces, which nobody shares either."""
    start = anyio.current_time() + phase
    for number in range(round((SECONDS + EVERY) * SAMPLE_RATE / PIECE)):
        await anyio.sleep_until(start + number / 50)
        await glasses.hear(play.sound(number / 50), real_time=False)


async def read(glasses: Glasses) -> None:
    """Take what arrives."""
    async for _ in glasses:
        pass


async def wear(put: Callable[[], Any], number: int) -> None:
    """One wearer."""
    async with put() as glasses, anyio.create_task_group() as tasks:
        tasks.start_soon(read, glasses)
        await speak(glasses, stage(number), number / GLASSES / 50)
        tasks.cancel_scope.cancel()


async def wear_all(put: Callable[[], Any]) -> None:
    """All wearers."""
    async with anyio.create_task_group() as tasks:
        for number in range(GLASSES):
            tasks.start_soon(wear, put, number)


@asynccontextmanager
async def timed_hub(late: list[float]) -> Any:
    """A hub, and what serves a connection to it."""
    engines = stage_engines(stage(0))
    async with TimedHub(Config(), Catalogue([skill]), engines) as hub:
        await hub.warm_up()

        async def serve_timed(connection: Connection) -> None:
            timed = Timed(connection, late)
            CURRENT.set(timed)
            await serve(hub, timed)

        yield serve_timed


async def over_memory(late: list[float], lags: list[float]) -> None:
    """Forty conversations over links in memory."""
    async with timed_hub(late) as serve_timed, anyio.create_task_group() as tasks:

        async def dial() -> Connection:
            here, there = memory_link()
            tasks.start_soon(serve_timed, there)
            return here

        tasks.start_soon(watch_loop, lags)
        await wear_all(lambda: put_on(GlassesLink(AR), dial))
        tasks.cancel_scope.cancel()


async def over_websockets(late: list[float], lags: list[float]) -> None:
    """Forty conversations over websockets, the glasses in another process."""
    async with timed_hub(late) as serve_timed, anyio.create_task_group() as tasks:
        config = uvicorn.Config(
            LinkEndpoint(serve_timed), port=0, log_level="error", lifespan="off", **server_options()
        )
        server = uvicorn.Server(config)
        tasks.start_soon(server.serve)
        while not server.started:
            await anyio.sleep(0.05)
        port = server.servers[0].sockets[0].getsockname()[1]
        tasks.start_soon(watch_loop, lags)
        command = [sys.executable, __file__, "--wear", f"ws://127.0.0.1:{port}/link"]
        async with await anyio.open_process(command, stdout=None, stderr=None) as process:
            await process.wait()
        server.should_exit = True
        server.force_exit = True
        tasks.cancel_scope.cancel()


async def watch_loop(lags: list[float]) -> None:
    """Note how late the event loop does what is due."""
    while True:
        due = anyio.current_time() + 0.01
        await anyio.sleep_until(due)
        lags.append(anyio.current_time() - due)


def measure(way: Callable[..., Any]) -> tuple[float, float, float]:
    """Milliseconds: the median and 99 % of the answers, and 99 % of how late the loop is."""
    late: list[float] = []
    lags: list[float] = []
    anyio.run(way, late, lags)
    assert len(late) == GLASSES * TURNS, f"only {len(late)} answers"
    shares = ((late, 0.5), (late, 0.99), (lags, 0.99))
    median, most, lag = (1000 * report.percentile(values, share) for values, share in shares)
    print(f"{median:.2f} {most:.2f} {lag:.2f}")
    return median, most, lag


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wear", metavar="URL", help="be the glasses")
    options = parser.parse_args()
    if options.wear:
        anyio.run(wear_all, lambda: connect(options.wear))
        return
    found: dict[str, object] = {"conversations at once": GLASSES, "turns of each": TURNS}
    for name, way in (("memory", over_memory), ("websockets", over_websockets)):
        runs = [measure(way) for _ in range(RUNS)]
        median, most, lag = (statistics.median(values) for values in zip(*runs, strict=True))
        found[f"{name}: median, ms"] = round(median, 2)
        found[f"{name}: 99 %, ms"] = round(most, 2)
        found[f"{name}: event loop late, 99 %, ms"] = round(lag, 2)
    report.save("overhead", {**found, "load": load()})


if __name__ == "__main__":
    main()
