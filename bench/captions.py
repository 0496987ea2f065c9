"""How soon and how steadily words appear in captions, and whose words they are taken for.

A conversation of two flite voices is heard in real time; when each word ends in it is known. What
the same recogniser hears in each turn alone is what it should hear in the stream. While it is heard
again, orders are recognised, which the captions let go first. With `--data`, recorded orders by
many speakers are captioned instead, and compared with what is heard in each alone.
"""

import argparse
import resource
import time
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import anyio
import anyio.lowlevel
import numpy as np

import report
from commands import distance, recognise, samples_of
from dialogue import SAID, Samples, Turn, conversation, spoken
from lorgnette.app.captioning import CaptionEngines, Captioning
from lorgnette.core.captions import Caption, CaptionEvent, Captions, Committed, Tail, follow
from lorgnette.core.types import ENGLISH, SAMPLE_RATE
from lorgnette.core.words import split
from lorgnette.providers.moonshine import Moonshine
from lorgnette.providers.moonshine.voices import MoonshineDiariser, MoonshineEmbedder
from lorgnette.providers.silero import Silero
from lorgnette.providers.whole.sound import floats
from lorgnette.senses.pieces import Pieces
from transcribe import strung

CHUNK = SAMPLE_RATE // 50
ORDERS, CLIPS = 20, 30

Told = list[tuple[float, CaptionEvent]]
"""Events, with the second at which each came."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=0.0, help="a meeting as fast as it goes")
    parser.add_argument("--data", type=Path, help="recorded orders, in real time")
    arguments = parser.parse_args()
    if arguments.minutes:
        report.save("captions_long", anyio.run(long_meeting, arguments.minutes))
    elif arguments.data:
        report.save("captions_orders", anyio.run(orders, clips_in(arguments.data)))
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
    used = time.process_time()
    told = await heard(given, sound, realtime=True)
    used = time.process_time() - used
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
        "processor seconds per second": round(used * SAMPLE_RATE / len(sound), 3),
        **await commands_meanwhile(given, sound[: 45 * SAMPLE_RATE]),
    }


async def commands_meanwhile(given: CaptionEngines, sound: Samples) -> dict[str, Any]:
    """How long an order takes to be recognised, alone and while captions are written."""
    order, _ = spoken("awb", "set a timer for ten minutes and call it noodles")
    alone = [(await recognise(given.recogniser, order))[1] for _ in range(ORDERS)]
    meanwhile, urgent = list[float](), Urgent()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(partial(heard, given, sound, realtime=True, urgent=urgent.over))
        for _ in range(ORDERS):
            await anyio.sleep(1.7)
            with urgent:
                meanwhile.append((await recognise(given.recogniser, order))[1])
    return {
        "an order alone, median s": round(report.percentile(alone, 0.5), 3),
        "an order during captions, median s": round(report.percentile(meanwhile, 0.5), 3),
        "an order during captions, 95 % s": round(report.percentile(meanwhile, 0.95), 3),
    }


class Urgent:
    """Says when nothing more urgent than captions goes on, as a session's hearing does."""

    def __init__(self) -> None:
        self._free = anyio.Event()
        self._free.set()

    def __enter__(self) -> None:
        self._free = anyio.Event()

    def __exit__(self, *_error: object) -> None:
        self._free.set()

    async def over(self) -> None:
        """Wait for it."""
        await self._free.wait()


def clips_in(data: Path) -> list[Samples]:
    return [samples_of(path) for path in sorted((data / "speech/commands").glob("*.flac"))[:CLIPS]]


async def orders(clips: list[Samples]) -> dict[str, Any]:
    """Words that differ from those heard in each clip alone, in captions and in a file."""
    given = await engines()
    alone = [split((await recognise(given.recogniser, clip))[0].text, ENGLISH) for clip in clips]
    sound, _ = strung(clips)
    captions = shown_at_end(await heard(given, sound, realtime=True))
    streamed = split(" ".join(each.text for each in captions), ENGLISH)
    pieces = Pieces(Silero())
    offline = list[str]()
    for piece in [*pieces.hear(pcm_of(sound)), *pieces.end()]:
        samples = floats(piece.sound)
        offline += split((await recognise(given.recogniser, samples))[0].text, ENGLISH)
    words = [word for clip in alone for word in clip]
    return {
        "speakers": len(clips),
        "words heard in the clips alone": len(words),
        "differing in captions %": round(100 * distance(words, streamed) / len(words), 1),
        "differing in a file %": round(100 * distance(words, offline) / len(words), 1),
    }


async def heard(
    given: CaptionEngines,
    sound: Samples,
    *,
    realtime: bool,
    urgent: Callable[[], Awaitable[None]] = anyio.lowlevel.checkpoint,
) -> Told:
    """What is told of a sound, and when."""
    captioning, told = Captioning(given, ENGLISH, urgent=urgent), Told()
    pcm = pcm_of(sound)
    start = time.monotonic()
    with captioning.read() as reader:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(captioning.run)
            tasks.start_soon(feed, captioning, pcm, start, realtime)
            async for event in reader:
                told.append((time.monotonic() - start, event))
    return told


def pcm_of(sound: Samples) -> bytes:
    return (sound * 32767).clip(-32768, 32767).astype("<i2").tobytes()


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
    """A meeting as fast as it goes: how much faster than it was held, and what it weighs.

    Of one that goes on all day, what each hour of it costs.
    """
    sound, _ = conversation(("slt", "rms"), pauses=(0.5, 0.3, 0.9))
    times = max(1, round(minutes * 60 * SAMPLE_RATE / len(sound)))
    given, memory, costs = await engines(), list[int](), list[float]()
    shown: Captions = ()
    captioning, captions = Captioning(given, ENGLISH), dict[int, Caption]()
    pcm = pcm_of(sound)
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
                    costs.append(time.process_time() - used)
                captioning.finish()

            tasks.start_soon(repeat)
            async for event in reader:
                shown = follow(event, shown)
                captions |= {each.line: each for each in shown}
    took = time.monotonic() - start
    seconds = times * len(sound) / SAMPLE_RATE
    in_an_hour = 3600 * SAMPLE_RATE / len(sound)
    early = memory[min(len(memory) - 1, round(in_an_hour / 6))]
    marks = [round(in_an_hour * hour) for hour in range(int(times / in_an_hour + 0.01) + 1)]
    reached = [0.0, *costs]
    return {
        "minutes": round(seconds / 60, 1),
        "real-time factor": round(took / seconds, 3),
        "processor seconds per second": round((time.process_time() - used) / seconds, 3),
        "lines": len(captions),
        "lines with a speaker": sum(each.speaker is not None for each in captions.values()),
        "speakers": len({each.speaker for each in captions.values()} - {None}),
        "processor seconds for each hour": [
            round(reached[end] - reached[begin]) for begin, end in pairwise(marks)
        ],
        "MiB after ten minutes": round(early / 1024),
        "MiB after each hour": [round(memory[mark - 1] / 1024) for mark in marks[1:]],
        "MiB at the end": round(memory[-1] / 1024),
        "MiB at most": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def resource_now() -> int:
    """KiB of memory in use."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4


if __name__ == "__main__":
    np.seterr(all="raise")
    main()
