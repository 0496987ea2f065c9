"""Plays recordings to a hub in this process, through the link, in real time or as fast as it goes.

At full speed the clock is stepped: it stands still while an engine works, so that the hub hears,
waits and answers just as it would in real time, and the result is the same.
"""

import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import anyio
import anyio.abc
import anyio.to_thread

from lorgnette.app import sounds
from lorgnette.app.gauge import Gauge
from lorgnette.app.hub import Hub
from lorgnette.app.serving import serve
from lorgnette.app.session.timeline import Moment, Watcher
from lorgnette.core.errors import ConfigurationError
from lorgnette.core.types import Language, Profile, Sound
from lorgnette.devices.memory import memory_link
from lorgnette.link.client import Glasses, put_on
from lorgnette.link.connection import Connection
from lorgnette.link.glasses_link import GlassesLink

STEP = 0.02
"""Seconds the stepped clock goes on at once."""

STUCK = 5.0
"""Real seconds after which the stepped clock goes on although an engine still works."""

QUIET = 1.6
"""Seconds of silence after a recording before its last word can be known to be the last."""

LONGEST_ANSWER = 60.0
"""Seconds an answer may go on after the recording."""

SILENCE = bytes(640)


@asynccontextmanager
async def glasses_on(hub: Hub, profile: Profile, language: Language) -> AsyncIterator[Glasses]:
    """Virtual glasses on a hub in this process, over a link in memory."""
    async with anyio.create_task_group() as tasks:

        async def dial() -> Connection:
            here, there = memory_link()
            tasks.start_soon(serve, hub, there)
            return here

        async with put_on(GlassesLink(profile, language, client="recording"), dial) as glasses:
            tasks.start_soon(drain, glasses)
            yield glasses
        tasks.cancel_scope.cancel()


async def drain(glasses: Glasses) -> None:
    """Take whatever arrives, so that the link is never full."""
    async for _ in glasses:
        pass


async def play(hub: Hub, sound: Sound, profile: Profile, language: Language, *, wake: bool) -> None:
    """Let a pair of glasses hear a recording, and silence until the answer is over."""
    async with glasses_on(hub, profile, language) as glasses:
        session = hub.sessions[glasses.link.session or ""]
        if not wake:
            session.hearing.stay_awake()
        await glasses.hear(sound)
        silent = 0.0
        while silent < QUIET or (session.unfinished and silent < LONGEST_ANSWER):
            await glasses.hear(SILENCE)
            silent += STEP


async def step(gauge: Gauge) -> None:
    """Move Trio's clock on whenever nobody can do anything without it, until cancelled."""
    import trio.testing

    clock = trio.lowlevel.current_clock()
    assert isinstance(clock, trio.testing.MockClock)  # noqa: S101 - who runs this sets it
    while True:
        await trio.testing.wait_all_tasks_blocked()
        began = time.monotonic()
        while gauge.count and time.monotonic() - began < STUCK:
            await anyio.to_thread.run_sync(time.sleep, 0.001)
            await trio.testing.wait_all_tasks_blocked()
        clock.jump(STEP)


def last_of(watch: Watcher) -> tuple[Watcher, list[Moment]]:
    """A watcher that passes everything on and keeps the latest moment."""
    latest: list[Moment] = []

    def note(moment: Moment) -> None:
        latest[:] = [moment]
        watch(moment)

    return note, latest


def load(paths: Sequence[Path]) -> list[tuple[Path, Sound | ConfigurationError]]:
    """All recordings, and what is wrong with those that cannot be read.

    Raises ConfigurationError when not one of them can be.
    """
    found: list[tuple[Path, Sound | ConfigurationError]] = []
    for path in paths:
        try:
            found.append((path, sounds.read(path)))
        except ConfigurationError as error:
            found.append((path, error))
    mistakes = [each for _, each in found if isinstance(each, ConfigurationError)]
    if len(mistakes) == len(found):
        raise mistakes[0]
    return found
