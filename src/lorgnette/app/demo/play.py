"""Plays the demo: a hub on a port of its own, virtual glasses on a websocket, a stage manager."""

from collections.abc import Callable
from typing import Any

import anyio
import msgspec

from lorgnette.app import sounds
from lorgnette.app.config import Config
from lorgnette.app.demo.script import SCENES, Line, Scene
from lorgnette.app.house import whole_hub
from lorgnette.app.hub import Hub
from lorgnette.app.server import running
from lorgnette.app.session.timeline import Moment
from lorgnette.app.telling import told
from lorgnette.core.types import SAMPLE_RATE, Profile, Sound, samples_in
from lorgnette.link.client import Glasses, connect
from lorgnette.link.messages import Show

PATIENCE = 25.0
"""Seconds to wait for what should happen."""

BREATH = 0.8
"""Seconds between an answer and the next line."""

PIECE = bytes(640)

Say = Callable[[str], None]


class Missed(Exception):
    """Something that should have happened did not; the text says what."""


class Stage:
    """One scene as it is played: what happened when, and what is being said."""

    def __init__(self, say: Say) -> None:
        self.say = say
        self.origin = anyio.current_time()
        self.moments: list[Moment] = []
        self.news = anyio.Event()
        self.script = bytearray()
        self.latencies: list[float] = []

    def watch(self, moment: Moment) -> None:
        """Take a moment of the timeline, and tell it."""
        self.moments.append(moment)
        self.news.set()
        if moment.kind not in ("partial", "adjust"):
            at = moment.at - self.origin
            self.say(f"{at:7.2f} s  {moment.kind:<15}{told(moment.details)}")

    async def until(self, kind: str, since: int, **details: Any) -> Moment:
        """Wait for a moment of that kind, after the `since`th. Raises Missed."""
        with anyio.move_on_after(PATIENCE):
            while True:
                for moment in self.moments[since:]:
                    if moment.kind == kind and details.items() <= moment.details.items():
                        return moment
                self.news = anyio.Event()
                await self.news.wait()
        raise Missed(f"no {kind} {details or ''} within {PATIENCE:.0f} s")

    async def microphone(self, glasses: Glasses) -> None:
        """Record what is being said, and silence in between, in real time."""
        start, pieces = anyio.current_time(), 0
        while True:
            piece = bytes(self.script[:640]) or PIECE
            del self.script[:640]
            pieces += 1
            await anyio.sleep_until(start + pieces * 0.02)
            await glasses.hear(piece.ljust(640, b"\0"), real_time=False)

    def speak(self, sound: Sound) -> float:
        """Begin to say something; the time at which its last word will have been said."""
        self.script += sound
        return anyio.current_time() + last_voiced(sound) / SAMPLE_RATE


async def play(config: Config, say: Say) -> bool:
    """Play every scene; whether everything happened that should."""
    hub_config = msgspec.structs.replace(config.hub, port=0)
    config = msgspec.structs.replace(config, hub=hub_config)
    async with whole_hub(config, lasting=False) as hub:
        await hub.warm_up()
        async with running(hub, config) as address:
            for scene in SCENES:
                say(f"\n— {scene.profile.name} glasses at {address} —")
                try:
                    latencies = await play_scene(hub, scene, address, say)
                except Missed as missed:
                    say(f"The demo went wrong: {missed}")
                    return False
                middle = sorted(latencies)[len(latencies) // 2]
                say(f"from the last word to the first sound of the answer: {middle:.2f} s (median)")
    return True


async def play_scene(hub: Hub, scene: Scene, address: str, say: Say) -> list[float]:
    """Play one scene; the seconds from each last word to the first sound of its answer."""
    stage = Stage(say)
    hub.watchers[:] = [stage.watch]
    url = address.replace("http", "ws") + "/link"
    async with connect(url, profile=scene.profile) as glasses, anyio.create_task_group() as tasks:
        tasks.start_soon(stage.microphone, glasses)
        tasks.start_soon(wear, glasses, scene.profile, say)
        missed = await perform(stage, scene)
        tasks.cancel_scope.cancel()
    hub.watchers.clear()
    if missed is not None:
        raise missed
    return stage.latencies


async def perform(stage: Stage, scene: Scene) -> Missed | None:
    """Say all lines of a scene; what did not happen that should have, if anything."""
    try:
        following = [*scene.lines[1:], None]
        for line, after in zip(scene.lines, following, strict=True):
            interrupted = after is not None and after.interrupts
            await say_line(stage, line, interrupted=interrupted)
        if scene.rings:
            rang = await stage.until("earcon", 0, name="alarm")
            await stage.until("done", stage.moments.index(rang))
    except Missed as missed:
        return missed
    return None


async def say_line(stage: Stage, line: Line, *, interrupted: bool) -> None:
    """Say one line and wait for what should come of it: its whole answer, or the beginning."""
    since = len(stage.moments)
    stage.say(f"{anyio.current_time() - stage.origin:7.2f} s  the wearer says «{line.words}»")
    last_word = stage.speak(sounds.read(line.path))
    since = stage.moments.index(await stage.until("heard", since))
    if line.action:
        skill, action = line.action.split(".")
        await stage.until("intent", since, skill=skill, action=action)
    if not line.interrupts:
        sound = await stage.until("sound", since)
        stage.latencies.append(sound.at - last_word)
        stage.say(f"{'':11}answered {sound.at - last_word:.2f} s after the last word")
    if not interrupted:
        await stage.until("done", since)
    await anyio.sleep(BREATH)


async def wear(glasses: Glasses, profile: Profile, say: Say) -> None:
    """Look through the lens: show the cards as a terminal can."""
    from lorgnette.core.lens import draw_text, lay_out

    async for message in glasses:
        if isinstance(message, Show):
            view = lay_out(message.card, profile.display)
            if view is not None:
                say(draw_text(view))


def last_voiced(sound: Sound) -> int:
    """The number of the last sample that is not silence."""
    import numpy as np

    loud = np.flatnonzero(np.abs(np.frombuffer(sound, "<i2").astype(int)) > 600)
    return int(loud[-1]) if len(loud) else samples_in(sound)
