"""How soon the embedded voice is heard, how fast it speaks, and what it costs.

A warm voice speaks typical answers, one after the other and to eight wearers at once. The first
chunk is timed from the call on. On a busy machine the figures are those of its scheduler, so its
load and the priority of this script stand beside them.
"""

import os
import time
from contextlib import aclosing
from pathlib import Path
from statistics import median

import anyio

import report
from lorgnette.core.types import CHINESE, ENGLISH, SAMPLE_RATE, Language, samples_in
from lorgnette.providers.espeak.voice import EspeakVoice

ROUNDS = 25
WEARERS = 8
ANSWERS = (
    (ENGLISH, "The timer is set for ten seconds."),
    (ENGLISH, "It is a quarter past four in the afternoon."),
    (ENGLISH, "I have added milk and bread to your shopping list."),
    (ENGLISH, "The next train leaves at nine fifteen from platform seven, and it is on time."),
    (CHINESE, "现在是下午三点半，天气很好。"),
    (CHINESE, "好的，计时器已设为十秒。"),
    (Language("es"), "¿Dónde está la estación de tren?"),
    (Language("fr"), "L'addition, s'il vous plaît."),
)


async def timed(voice: EspeakVoice, text: str, language: Language) -> tuple[float, float, float]:
    """Milliseconds until the first and the last chunk, and seconds of sound."""
    began, firsts, samples = time.perf_counter(), [], 0
    async with aclosing(voice.speak(text, language)) as sounds:
        async for sound in sounds:
            firsts.append(1000 * (time.perf_counter() - began))
            samples += samples_in(sound)
    return firsts[0], firsts[-1], samples / SAMPLE_RATE


async def interrupted(voice: EspeakVoice) -> float:
    """Milliseconds until the first chunk right after a long text was interrupted."""
    text = " ".join(text for language, text in ANSWERS if language == ENGLISH)
    with anyio.move_on_after(0.002):
        await timed(voice, text, ENGLISH)
    return (await timed(voice, "Yes.", ENGLISH))[0]


async def at_once(voice: EspeakVoice) -> list[float]:
    """Milliseconds until the first chunk for each of several wearers at the same moment."""
    firsts: list[float] = []

    async def wearer(number: int) -> None:
        language, text = ANSWERS[number % len(ANSWERS)]
        firsts.append((await timed(voice, text, language))[0])

    async with anyio.create_task_group() as wearers:
        for number in range(WEARERS):
            wearers.start_soon(wearer, number)
    return firsts


def mebibytes(pid: int) -> float:
    """The memory of a process: its own, and its share of what it has in common with others."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


async def main() -> None:
    load = os.getloadavg()[0]
    voice = EspeakVoice()
    began = time.perf_counter()
    await voice.warm_up()
    start = time.perf_counter() - began
    for language, text in ANSWERS:
        await timed(voice, text, language)

    runs = [await timed(voice, text, lang) for _ in range(ROUNDS) for lang, text in ANSWERS]
    firsts = [first for first, _, _ in runs]
    after_interruption = [await interrupted(voice) for _ in range(ROUNDS)]
    together = [first for _ in range(ROUNDS) for first in await at_once(voice)]
    memory = median(map(mebibytes, voice.processes))
    await voice.aclose()

    speed = sum(last for _, last, _ in runs) / 1000 / sum(seconds for _, _, seconds in runs)
    report.save(
        "voice",
        {
            "answers": len(runs),
            "load of the machine before": round(load, 1),
            "priority (nice)": os.nice(0),
            "first chunk, median ms": round(median(firsts), 2),
            "first chunk, 95 % ms": round(report.percentile(firsts, 0.95), 2),
            "first chunk after an interruption, median ms": round(median(after_interruption), 2),
            f"first chunk, {WEARERS} at once, median ms": round(median(together), 2),
            f"first chunk, {WEARERS} at once, 95 % ms": round(report.percentile(together, 0.95), 2),
            "real-time factor": round(speed, 5),
            "memory of a process, MiB": round(memory, 1),
            "starting two processes, s": round(start, 2),
        },
    )


if __name__ == "__main__":
    anyio.run(main)
