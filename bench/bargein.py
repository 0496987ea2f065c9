"""How soon the hub falls silent when the wearer speaks over its answer.

Recorded voices, at the level they were recorded at, begin while `lorgnette serve` reads out a long
answer over a websocket. The onset is the first sample of the first 60 ms that are less than 30 dB
below the loudest 30 ms of the recording; times are those of messages at the glasses: the one to
duck, and the one to throw the speech away.
"""

import argparse
import statistics
from collections.abc import Iterable
from pathlib import Path

import anyio
import msgspec

import report
from hubs import load, serving
from lorgnette.app.demo.script import SCENES
from lorgnette.core.types import SAMPLE_RATE, Gesture
from lorgnette.link.client import Glasses, connect
from lorgnette.link.media import Speech
from lorgnette.link.messages import Duck, Flush
from recorded import Clip, Microphone, clips, cut, read

QUESTION = "what can you do"
INTO = 0.4
"""Seconds into the answer at which a recording begins, with its own silence before the voice."""

PATIENCE = 2.0


class Interruption(msgspec.Struct):
    """Seconds from the wearer's onset to the message that ducks, and to the one that ends."""

    name: str
    duck: float | None = None
    flush: float | None = None


async def interrupt(glasses: Glasses, microphone: Microphone, clip: Clip) -> Interruption:
    """Let the hub talk, talk over it, and note when it gives way."""
    glasses.type(QUESTION)
    while not isinstance(await glasses.receive(), Speech):
        pass
    await anyio.sleep(INTO)
    begins = microphone.say(clip.sound[: 2 * SAMPLE_RATE * 2]) + clip.first / SAMPLE_RATE
    found = Interruption(clip.name)
    with anyio.move_on_after(begins - anyio.current_time() + PATIENCE):
        while found.flush is None:
            message = await glasses.receive()
            since = anyio.current_time() - begins
            if isinstance(message, Duck) and message.on and found.duck is None:
                found.duck = since
            if isinstance(message, Flush):
                found.flush = since
    return found


async def rest(glasses: Glasses, microphone: Microphone) -> None:
    """Let the recording end, stop what came of it, and wait until nothing arrives any more."""
    await anyio.sleep(microphone.seconds + 1)
    glasses.touch(Gesture.DOUBLE_TAP)
    with anyio.move_on_after(1):
        while True:
            await glasses.receive()


async def interrupt_all(url: str, voices: Iterable[Clip]) -> list[Interruption]:
    """Interrupt with every voice, one after the other."""
    found = []
    async with connect(url) as glasses, anyio.create_task_group() as tasks:
        microphone = Microphone(glasses)
        tasks.start_soon(microphone.run)
        await anyio.sleep(1)
        for clip in voices:
            found.append(await interrupt(glasses, microphone, clip))
            print(found[-1])
            await rest(glasses, microphone)
        tasks.cancel_scope.cancel()
    return found


def demo() -> list[Clip]:
    """The project's own recordings that do not begin with the wake word."""
    lines = [line for scene in SCENES for line in scene.lines if not line.words.startswith("hey")]
    return [cut(line.words, read(line.path)) for line in lines]


def figures(name: str, found: list[Interruption]) -> dict[str, object]:
    """Milliseconds to duck and to end."""
    told: dict[str, object] = {f"{name}: interruptions": len(found)}
    for what in ("duck", "flush"):
        values = [float(value) for each in found if (value := getattr(each, what)) is not None]
        if len(values) < len(found):
            told[f"{name}: never ({what})"] = len(found) - len(values)
        told[f"{name}: {what}, median, ms"] = round(1000 * statistics.median(values))
        told[f"{name}: {what}, 95 %, ms"] = round(1000 * report.percentile(values, 0.95))
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with speech/commands")
    parser.add_argument("--count", type=int, default=24)
    options = parser.parse_args()
    with serving() as hub:
        told = figures("demo", anyio.run(interrupt_all, hub.url, demo()))
        if options.data:
            voices = list(clips(options.data / "speech" / "commands", options.count))
            told |= figures("many speakers", anyio.run(interrupt_all, hub.url, voices))
    report.save("bargein", {**told, "load": load()})


if __name__ == "__main__":
    main()
