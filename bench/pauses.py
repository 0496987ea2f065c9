"""How often a wearer who pauses inside a command is cut off.

Each recorded order is split where its words so far are no order yet, and silence of the same
recording is put in between. The place is the quietest moment at least half a second inside the
speech; the words before it are those beginning of the labelled sentence whose letters are nearest
to what the recogniser hears there. The hub hears the result over a link in memory on a clock that
is stepped, which gives what real time would give, sooner. Every speaker is a new wearer.
"""

import argparse
import datetime as dt
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import anyio
import numpy as np
import trio
import trio.testing

import report
from commands import SLOTS, recognise, spoken_slots
from hubs import load
from lorgnette.app.config import Config
from lorgnette.app.house import whole_hub
from lorgnette.app.hub import Hub
from lorgnette.app.recordings import play, step
from lorgnette.app.session.timeline import Moment
from lorgnette.core.readings import Intent
from lorgnette.core.slots import Context
from lorgnette.core.types import AR, ENGLISH, SAMPLE_RATE
from lorgnette.core.words import split
from lorgnette.engines import RECOGNISER, Recogniser
from lorgnette.providers.whole.sound import floats
from lorgnette.understanding import Grammar
from recorded import FRAME, Clip, Samples, clips, loudness

COFFEE = Path(__file__).parent / "coffee.py"
PAUSES = (0.3, 0.5, 0.8)
INSIDE = SAMPLE_RATE // 2
"""Samples from the ends of the speech within which no pause is put."""

APART = SAMPLE_RATE // 5
"""A place is one when nothing is quieter within so many samples."""

MOST_PLACES = 6

NOW = Context(ENGLISH, dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC))


class Order(NamedTuple):
    """A recording, where it can be split, what is said before that, and its slots."""

    clip: Clip
    place: int
    before: str
    slots: Mapping[str, str]


class Outcome(NamedTuple):
    """When the hub took the wearer to have finished, and what it took them to have ordered."""

    heard: list[float]
    slots: list[Mapping[str, str]]


def quiet_places(clip: Clip) -> Iterator[int]:
    """The quietest moments inside the speech, quietest first."""
    decibels = loudness(clip.samples)
    around = APART // FRAME
    inside = range((clip.first + INSIDE) // FRAME, (clip.last - INSIDE) // FRAME)
    lowest = [at for at in inside if decibels[at] == decibels[at - around : at + around + 1].min()]
    for at in sorted(lowest, key=lambda at: float(decibels[at]))[:MOST_PLACES]:
        yield at * FRAME + FRAME // 2


def nearest_beginning(words: list[str], heard: str) -> list[str]:
    """The first words of a sentence whose letters are nearest to what was heard, in doubt more."""
    ends = {len("".join(words[:count])): count for count in range(len(words) + 1)}
    row = list(range(len("".join(words)) + 1))
    for letter in "".join(split(heard, ENGLISH)):
        before, row = row, [row[0] + 1]
        for at, other in enumerate("".join(words), 1):
            row.append(min(row[-1] + 1, before[at] + 1, before[at - 1] + (letter != other)))
    return words[: ends[min(ends, key=lambda end: (row[end], -end))]]


async def split_place(
    recogniser: Recogniser, grammar: Grammar, clip: Clip, slots: Mapping[str, str]
) -> Order | None:
    """Where to split an order; None when it is not understood even as a whole."""
    whole, _ = await recognise(recogniser, floats(clip.sound), grammar.vocabulary)
    reading = grammar.read(whole.text, NOW, meant=whole.meant, doubt=whole.doubt)
    if not isinstance(reading, Intent) or spoken_slots(reading) != slots:
        return None
    words = list(split(reading.mended or whole.text, ENGLISH))
    for place in quiet_places(clip):
        heard, _ = await recognise(recogniser, floats(clip.sound)[:place])
        before = " ".join(nearest_beginning(words, heard.text))
        if not isinstance(grammar.exactly(grammar.heard(before, NOW)), Intent):
            return Order(clip, place, before, slots)
    return None


def paused(order: Order, seconds: float) -> Samples:
    """The recording with silence at its place, which comes from behind its speech."""
    clip = order.clip
    silence = clip.samples[clip.last + SAMPLE_RATE // 4 :]
    silence = np.resize(silence, round(seconds * SAMPLE_RATE))
    return np.concatenate([clip.samples[: order.place], silence, clip.samples[order.place :]])


async def hear(hub: Hub, samples: Samples) -> Outcome:
    """Let a new wearer say something to the hub."""
    outcome, began = Outcome([], []), anyio.current_time()

    def watch(moment: Moment) -> None:
        if moment.kind == "heard":
            outcome.heard.append(moment.at - began)
        if moment.kind == "intent":
            slots = moment.details["slots"].items()
            outcome.slots.append({name: said for name, said in slots if said})

    hub.paces.clear()
    hub.watchers[:] = [watch]
    await play(hub, samples.tobytes(), AR, ENGLISH, wake=False)
    return outcome


async def measure(folder: Path, count: int | None, show: bool) -> dict[str, Any]:
    labels = json.loads((folder / "labels.json").read_text())
    figures: dict[str, Any] = {}
    async with whole_hub(Config(), COFFEE, only=True, lasting=False) as hub:
        await hub.warm_up()
        grammar, recogniser = hub.skills.grammar(ENGLISH), hub.engines.found[RECOGNISER]
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(step, hub.gauge)
            orders = []
            for clip in clips(folder, count):
                said = labels[f"{clip.name}.flac"]["slots"].items()
                slots = {SLOTS[key]: value for key, value in said}
                order = await split_place(recogniser, grammar, clip, slots)
                orders += [order] if order else []
            for seconds in (0.0, *PAUSES):
                figures |= await measure_pause(hub, orders, seconds, show)
            tasks.cancel_scope.cancel()
    return figures


async def measure_pause(
    hub: Hub, orders: list[Order], seconds: float, show: bool
) -> dict[str, Any]:
    """The figures of one length of pause; of none, how many speakers pause by themselves."""
    cut = right = early = 0
    for order in orders:
        outcome = await hear(hub, paused(order, seconds) if seconds else order.clip.samples)
        stops = order.place / SAMPLE_RATE
        ends = order.clip.last / SAMPLE_RATE + seconds
        first = min(outcome.heard, default=0.0)
        cut_off = stops <= first < stops + seconds
        cut += cut_off
        early += not cut_off and first < ends - 0.1
        right += outcome.slots == [order.slots]
        if show and outcome.slots != [order.slots]:
            print(seconds, order.before, cut_off, outcome, f"{stops:.2f} {ends:.2f}", order.slots)
    name = f"{seconds} s" if seconds else "as recorded"
    each = len(orders)
    return {
        f"{name}: commands": each,
        **({f"{name}: cut off in the pause": f"{cut / each:.1%}"} if seconds else {}),
        f"{name}: ended elsewhere, after words that were an order": f"{early / each:.1%}",
        f"{name}: all slots right": f"{right / each:.1%}",
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with speech/commands")
    parser.add_argument("--count", type=int, help="of the recordings; all by default")
    parser.add_argument("--show", action="store_true", help="print what was not right")
    options = parser.parse_args()
    clock = trio.testing.MockClock()
    folder = options.data / "speech" / "commands"
    figures = trio.run(measure, folder, options.count, options.show, clock=clock)
    report.save("pauses", {**figures, "load": load()})


if __name__ == "__main__":
    main()
