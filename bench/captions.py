"""How soon and how steadily words appear in captions, and whose words they are taken for.

A conversation of two flite voices is heard in real time; when each word ends in it is known. What
the same recogniser hears in each turn alone is what it should hear in the stream.
"""

import argparse
import resource
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import anyio
import numpy as np

import report
from commands import distance, recognise
from dialogue import SAID, Samples, Turn, conversation
from lorgnette.app.captioning import CaptionEngines, Captioning
from lorgnette.core.captions import CaptionEvent, Captions, Committed, Tail, follow
from lorgnette.core.types import ENGLISH, SAMPLE_RATE
from lorgnette.core.words import split
from lorgnette.providers.moonshine import Moonshine
from lorgnette.providers.moonshine.voices import MoonshineDiariser, MoonshineEmbedder
from lorgnette.providers.silero import Silero

CHUNK = SAMPLE_RATE // 50

Told = list[tuple[float, CaptionEvent]]
"""Events, with the second at which each came."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=0.0, help="a meeting as fast as it goes")
    arguments = parser.parse_args()
    if arguments.minutes:
        report.save("captions_long", anyio.run(long_meeting, arguments.minutes))
    else:
        report.save("captions", anyio.run(measure))


async def engines() -> CaptionEngines:
    recogniser, embedder = Moonshine(), MoonshineEmbedder()
    diariser = MoonshineDiariser()
    for each in (recogniser, embedder, diariser):
        await each.warm_up()
    return CaptionEngines(recogniser, Silero(), diariser, embedder)


async def measure() -> dict[str, Any]:
    sound, turns = conversation(("slt", "rms"), pauses=(0.5, 0.3, 0.9))
    given = await engines()
    told = await heard(given, sound, realtime=True)
    captions = shown_at_end(told)
    offline = [
        (await recognise(given.recogniser, cut(sound, turn.start, turn.end)))[0].text
        for turn in turns
    ]
    return {
        "seconds of conversation": round(len(sound) / SAMPLE_RATE, 1),
        **latencies(told, turns),
        "normalised erasure": round(erasure(told), 3),
        **errors(captions, offline),
        "words of the right speaker": round(right_speaker(captions, turns), 3),
    }


async def heard(given: CaptionEngines, sound: Samples, *, realtime: bool) -> Told:
    """What is told of a sound, and when."""
    captioning, told = Captioning(given, ENGLISH), Told()
    pcm = (sound * 32767).clip(-32768, 32767).astype("<i2").tobytes()
    start = time.monotonic()
    with captioning.read() as reader:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(captioning.run)
            tasks.start_soon(feed, captioning, pcm, start, realtime)
            async for event in reader:
                told.append((time.monotonic() - start, event))
    return told


async def feed(captioning: Captioning, pcm: bytes, start: float, realtime: bool) -> None:
    for first in range(0, len(pcm) // 2, CHUNK):
        if realtime:
            wait = start + (first + CHUNK) / SAMPLE_RATE - time.monotonic()
            await anyio.sleep(max(0.0, wait))
        captioning.hear(first, pcm[2 * first : 2 * (first + CHUNK)])
    captioning.finish()


def cut(sound: Samples, start: float, end: float) -> Samples:
    margin = 0.2
    return sound[round((start - margin) * SAMPLE_RATE) : round((end + margin) * SAMPLE_RATE)]


def shown_at_end(told: Told) -> Captions:
    captions: Captions = ()
    for _, event in told:
        captions = follow(event, captions, 10_000)
    return captions


def latencies(told: Told, turns: Sequence[Turn]) -> dict[str, Any]:
    """From the end of each word until it is shown, and until it is certain."""
    shown, certain = list[float](), list[float]()
    for turn in turns:
        for at, word in enumerate(turn.words):
            said = [each.text for each in turn.words[: at + 1]]
            for found, wanted in ((shown, False), (certain, True)):
                when = first_seen(told, turn, said, certain=wanted)
                if when is not None:
                    found.append(when - word.end)
    words = sum(len(turn.words) for turn in turns)
    return {
        "words": words,
        "words that were found": len(certain),
        "word to caption, median s": round(report.percentile(shown, 0.5), 2),
        "word to caption, 95 % s": round(report.percentile(shown, 0.95), 2),
        "word to committed, median s": round(report.percentile(certain, 0.5), 2),
        "word to committed, 95 % s": round(report.percentile(certain, 0.95), 2),
    }


def first_seen(told: Told, turn: Turn, said: Sequence[str], *, certain: bool) -> float | None:
    """When the last of these words was first to be seen after those before it."""
    captions: Captions = ()
    for at, event in told:
        captions = follow(event, captions, 10_000)
        if not isinstance(event, Committed | Tail) or at < turn.start:
            continue
        near = (each for each in captions if overlaps(each.first, each.last, turn))
        text = " ".join(each.committed if certain else each.text for each in near)
        words = split(text, ENGLISH)
        if len(words) >= len(said) - 1 and said[-1] in words[max(0, len(said) - 4) :]:
            return at
        if at > turn.end + 6:
            return None
    return None


def overlaps(first: int, last: int, turn: Turn) -> bool:
    return first / SAMPLE_RATE < turn.end and last / SAMPLE_RATE > turn.start - 0.3


def erasure(told: Told) -> float:
    """Words that were taken back, over the words of the whole text."""
    captions: Captions = ()
    taken = 0
    before: tuple[str, ...] = ()
    for _, event in told:
        captions = follow(event, captions, 10_000)
        now = split(" ".join(each.text for each in captions), ENGLISH)
        same = next(
            (at for at, (one, two) in enumerate(zip(before, now, strict=False)) if one != two),
            min(len(before), len(now)),
        )
        taken += len(before) - same
        before = now
    return taken / max(1, len(before))


def errors(captions: Captions, offline: Sequence[str]) -> dict[str, Any]:
    """Word errors against what was read, streaming and turn by turn alone."""
    read = split(" ".join(SAID), ENGLISH)
    streamed = split(" ".join(each.text for each in captions), ENGLISH)
    alone = split(" ".join(offline), ENGLISH)
    return {
        "word errors, streaming %": round(100 * distance(read, streamed) / len(read), 1),
        "word errors, offline %": round(100 * distance(read, alone) / len(read), 1),
    }


def right_speaker(captions: Captions, turns: Sequence[Turn]) -> float:
    """The share of words in lines whose number is most often that of their voice."""
    votes = dict[tuple[int | None, str], int]()
    for caption in captions:
        middle = (caption.first + caption.last) / 2 / SAMPLE_RATE
        turn = min(turns, key=lambda each: abs((each.start + each.end) / 2 - middle))
        pair = caption.speaker, turn.voice
        votes[pair] = votes.get(pair, 0) + len(split(caption.text, ENGLISH))
    best = {
        speaker: max((count, voice) for (one, voice), count in votes.items() if one == speaker)[0]
        for speaker, _ in votes
        if speaker is not None
    }
    return sum(best.values()) / max(1, sum(votes.values()))


async def long_meeting(minutes: float) -> dict[str, Any]:
    """A meeting as fast as it goes: how much faster than it was held, and what it weighs."""
    sound, _ = conversation(("slt", "rms"), pauses=(0.5, 0.3, 0.9))
    times = max(1, round(minutes * 60 * SAMPLE_RATE / len(sound)))
    given, memory = await engines(), list[int]()
    captioning, lines = Captioning(given, ENGLISH), 0
    pcm = (sound * 32767).clip(-32768, 32767).astype("<i2").tobytes()
    start, used = time.monotonic(), time.process_time()
    with captioning.read() as reader:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(captioning.run)

            async def repeat() -> None:
                first = 0
                for _ in range(times):
                    captioning.hear(first, pcm)
                    first += len(pcm) // 2
                    while not captioning.idle:
                        await anyio.sleep(0.05)
                    memory.append(resource_now())
                captioning.finish()

            tasks.start_soon(repeat)
            async for event in reader:
                lines += isinstance(event, Committed)
    took = time.monotonic() - start
    seconds = times * len(sound) / SAMPLE_RATE
    early = memory[min(len(memory) - 1, round(600 / (len(sound) / SAMPLE_RATE)))]
    return {
        "minutes": round(seconds / 60, 1),
        "real-time factor": round(took / seconds, 3),
        "processor seconds per second": round((time.process_time() - used) / seconds, 3),
        "commits": lines,
        "MiB after ten minutes": round(early / 1024),
        "MiB at the end": round(memory[-1] / 1024),
        "MiB at most": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def resource_now() -> int:
    """KiB of memory in use."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4


if __name__ == "__main__":
    np.seterr(all="raise")
    main()
