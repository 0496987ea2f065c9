"""How well somebody is led along a route who is received badly, and what each fix costs.

Routes of every mode are made by hand, with turns, roundabouts, bends and stops, and followed by
simulated receivers: under an open sky, in a town, and between tall houses. Of each manoeuvre it is
asked whether it was announced before it was due; of those who follow the route, whether a new one
was ever wished for; of those who miss a turn, how many fixes it took once they were 30 metres away.
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from msgspec.structs import replace

import report
from lorgnette.core.guidance import Phase, Saying, Way, begin, guide, shown, spoken
from lorgnette.core.guidance.snapping import Sight, nearest
from lorgnette.core.guidance.straying import LIMIT, PATIENT
from lorgnette.core.routes import Direction, Manoeuvre, Mode, Route
from lorgnette.core.types import CHINESE
from lorgnette.testing.journeys import Record, follow
from lorgnette.testing.tracks import CANYON, OPEN, TOWN, Sample, Sky, track, wrong_turn
from lorgnette.testing.ways import Draft

SKIES = {
    "open sky": OPEN,
    "town": TOWN,
    "tall houses": CANYON,
    "tall houses, no course": replace(CANYON, courses=False),
}
SCALES = {Mode.FOOT: 1, Mode.BICYCLE: 2, Mode.CAR: 4}
TURNS = (
    Direction.LEFT,
    Direction.RIGHT,
    Direction.SLIGHT_LEFT,
    Direction.SLIGHT_RIGHT,
    Direction.SHARP_LEFT,
    Direction.SHARP_RIGHT,
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--journeys", type=int, default=100, help="of each mode under each sky")
    arguments = parser.parse_args()
    figures = cost()
    for name, sky in SKIES.items():
        figures |= {
            f"{name}: {what}": value for what, value in led(sky, arguments.journeys).items()
        }
    report.save("guidance", figures | lost(arguments.journeys))


def route(mode: Mode, seed: int) -> Route:
    """Some way, the same for each seed."""
    random, scale = Random(seed), SCALES[mode]
    draft = Draft(mode, heading=random.uniform(0, 360), street="A")
    for number in range(random.randint(3, 9)):
        draft.go(random.choice([30, 60, 90, 150, 300]) * scale, every=random.choice([15, 40]))
        what, street = random.random(), f"Street {number}"
        if what < 0.1:
            draft.do(Manoeuvre.ROUNDABOUT, random.choice(TURNS), street, 2)
        elif what < 0.2:
            draft.do(Manoeuvre.CONTINUE, street=street)
        elif what < 0.3:
            draft.bend(random.uniform(-60, 60))
        elif what < 0.35:
            draft.stop(Direction.LEFT)
        else:
            draft.turn(random.choice(TURNS), street)
    return draft.go(random.choice([40, 100]) * scale).arrive(Direction.RIGHT)


def journeys(sky: Sky, count: int) -> Iterator[tuple[Route, list[Sample]]]:
    for mode in Mode:
        for seed in range(count):
            way = route(mode, seed)
            yield way, track(way.line, mode, seed, sky)


def cost() -> dict[str, Any]:
    """What a fix costs, on a route of 500 spots, and with a card and words for each."""
    draft = Draft(Mode.BICYCLE)
    for _ in range(10):
        draft.go(750, every=15).turn(Direction.LEFT).go(30).turn(Direction.RIGHT)
    way = draft.go(100).arrive()
    samples = track(way.line, Mode.BICYCLE, 0, TOWN)
    bare, drawn = seconds(way, samples, words=False), seconds(way, samples, words=True)
    started = time.process_time()
    begin(way)
    ready = time.process_time() - started
    return {
        "fixes a second": round(len(samples) / bare),
        "fixes a second, with card and words": round(len(samples) / drawn),
        "percent of a core at 1 Hz": round(100 * bare / len(samples), 4),
        "percent of a core at 1 Hz, with card and words": round(100 * drawn / len(samples), 4),
        f"ms to make a route of {len(way.line)} spots ready": round(ready * 1000, 2),
    }


def seconds(way: Route, samples: Sequence[Sample], *, words: bool) -> float:
    import datetime as dt

    now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    best = float("inf")
    for _ in range(5):
        state, started = begin(way), time.process_time()
        for sample in samples:
            state = guide(state, sample.fix)
            if words:
                shown(state, CHINESE, now)
                for prompt in state.prompts:
                    spoken(prompt, CHINESE)
        best = min(best, time.process_time() - started)
    return best


def led(sky: Sky, count: int) -> dict[str, Any]:
    """Of those who follow their route: what was announced, and what was not to be said."""
    records, hours = list[Record](), 0.0
    for way, samples in journeys(sky, count):
        records.append(follow(way, samples))
        hours += samples[-1].fix.at / 3600
    manoeuvres = sum(len(each.manoeuvres) for each in records)
    now = sum(
        any(told.prompt.saying is Saying.NOW for told in each.before(mark))
        for each in records
        for mark in each.manoeuvres
    )
    return {
        "journeys (hours)": f"{len(records)} ({hours:.1f})",
        "manoeuvres": manoeuvres,
        "missed": sum(len(each.missed) for each in records),
        "told where they are done as well": now,
        "told twice": sum(len(each.twice) for each in records),
        "told over 15 m too late": sum(len(each.late(15)) for each in records),
        "new routes wished for on the right one": sum(len(each.wished) for each in records),
        "arrived": sum(each.state.phase is Phase.ARRIVED for each in records),
    }


def lost(count: int) -> dict[str, Any]:
    """Of those who go straight on where they should have turned: how soon it is noticed."""
    waited = list[int]()
    for mode in Mode:
        for seed in range(count):
            way = route(mode, seed)
            turns = [
                number
                for number, step in enumerate(way.steps)
                if step.manoeuvre is Manoeuvre.TURN and "slight" not in step.direction
            ]
            if turns:
                path = wrong_turn(way, Random(seed).choice(turns), 150 * SCALES[mode])
                waited += noticed(way, track(path, mode, seed, TOWN, lights=False))
    found = sorted(each for each in waited if each)
    return {
        "wrong turns": len(waited),
        "wrong turns: noticed at the 4th fix beyond the limit": sum(each <= 4 for each in found),
        "wrong turns: at the latest, fix": found[-1],
        "wrong turns: never noticed": len(waited) - len(found),
    }


def noticed(way: Route, samples: Sequence[Sample]) -> list[int]:
    """How many fixes in a row were beyond the limit when a new way was wished for, 0 for never.

    Empty for those who came to another part of the route, or to its goal, and so were never lost.
    """
    whole, state, beyond, most = Way.of(way), begin(way), 0, 0
    for sample in samples:
        sure, sight = state.stand.sure, Sight(sample.fix.spot, None, 0.0)
        beside = nearest(whole, sight, max(sure - 50, 0.0), min(sure + 100, whole.length)).least
        beyond = beyond + 1 if beside > max(LIMIT, 1.5 * sample.fix.accuracy) else 0
        most = max(most, beyond)
        state = guide(state, sample.fix)
        if state.wants is not None:
            return [beyond]
        if state.phase is Phase.ARRIVED:
            return []
    return [0] if most >= 2 * PATIENT else []


if __name__ == "__main__":
    main()
