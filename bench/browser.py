"""How late, heavy and steady the glasses in a browser tab are.

Chromium against `lorgnette serve` on one machine, both with default settings; clocks are the
machine's wall clock. Microphone to hub: from the moment the sound thread of the page has taken the
newest sample of a frame of 20 ms (while the wearer holds the button to talk) until the hub's
process has the frame. First sound: from the moment the hub's process sends the first speech of an
answer until the sound thread renders its first sample that is not zero, plus the latency of the
loudspeaker as the browser tells it. Ready: from the beginning of the navigation, with an empty
cache, until the link is connected and there is something to press. Drift: how far the number of
recorded samples moves against the wall clock while the page is open for so many `--minutes`, with a
talk every minute; that is saved as `browser_open`, the rest as `browser`.
"""

import argparse
import gzip
import json
import statistics
import sys
import tempfile
import time
from bisect import bisect_left
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page

import lorgnette.app.demo
import lorgnette.web
import report
from browser_tab import chromium, glasses, minute, page, until, worn
from hubs import Hub, load, serving
from lorgnette.core.types import SAMPLE_RATE
from lorgnette.link.media import MICROPHONE, SPEECH

VOICE = Path(lorgnette.app.demo.__file__).parent / "voices" / "tokyo.flac"
STATIC = Path(lorgnette.web.__file__).parent / "static"
HUB = Path(__file__).with_name("browser_hub.py")
CHUNK = SAMPLE_RATE // 50
LOADS, TALKS, ANSWERS = 7, 4, 12


class Noted(NamedTuple):
    """A binary frame at the hub: wall clock in milliseconds, and its header."""

    at: float
    kind: int
    sequence: int
    sample: int
    samples: int


def noted(notes: Path) -> list[Noted]:
    """What the hub has noted so far, without a line it is writing."""
    whole = notes.read_text().rpartition("\n")[0]
    return [Noted(*json.loads(line)) for line in whole.splitlines()]


def ready(browser: Browser, address: str) -> list[float]:
    """Milliseconds until the page can be used, each time with an empty cache."""
    times = []
    for _ in range(LOADS):
        with page(browser, address) as tab:
            tab.goto(address)
            until(tab, "notes.ready")
            times.append(float(tab.evaluate("notes.ready")))
    return times


def microphone(tab: Page, notes: Path) -> list[float]:
    """Milliseconds from the newest sample of each 20 ms frame to its arrival."""
    lags: list[float] = []
    for _ in range(TALKS):
        began = time.time() * 1000
        glasses(tab, "talk(true)")
        tab.wait_for_timeout(4000)
        glasses(tab, "talk(false)")
        captured: list[tuple[int, float]] = tab.evaluate("notes.captured")
        ends = [end for end, _ in captured]
        for frame in noted(notes):
            if frame.kind != MICROPHONE or frame.samples != CHUNK or frame.at < began:
                continue
            piece = bisect_left(ends, frame.sample + frame.samples)
            if piece < len(ends):
                lags.append(frame.at - captured[piece][1])
        quiet(tab)
    return lags


def answers(tab: Page, notes: Path) -> list[float]:
    """Milliseconds from the first speech the hub sends for an answer to its first sound."""
    lags = []
    for _ in range(ANSWERS):
        began = time.time() * 1000
        glasses(tab, "type('what time is it')")
        until(tab, f"notes.sounded.at(-1) > {began}")
        sounded, latency = tab.evaluate("[notes.sounded.at(-1), notes.context.outputLatency]")
        sent = [each.at for each in noted(notes) if each.kind == SPEECH and each.at > began]
        lags.append(sounded + latency * 1000 - sent[0])
        quiet(tab)
    return lags


def quiet(tab: Page) -> None:
    """Stop what is being said, and wait for silence."""
    glasses(tab, "touch('double_tap')")
    until(tab, "!lorgnette.glasses.state.speaking")
    tab.wait_for_timeout(600)


def bounds(name: str, values: list[float]) -> dict[str, object]:
    """The middle of some milliseconds, and what 95 % of them do not exceed."""
    return {
        f"{name}, median, ms": round(statistics.median(values), 1),
        f"{name}, 95 %, ms": round(report.percentile(values, 0.95), 1),
        f"{name}, measured": len(values),
    }


def weight() -> dict[str, object]:
    """Bytes of all scripts and styles, as they are on disk and as they go to the browser."""
    files = [each for kind in ("js", "css") for each in STATIC.rglob(f"*.{kind}")]
    sizes = sum(each.stat().st_size for each in files)
    sent = sum(len(gzip.compress(each.read_bytes(), 6)) for each in files)
    return {
        "scripts and styles": len(files),
        "all of them on disk, KB": round(sizes / 1000, 1),
        "all of them on the wire, KB": round(sent / 1000, 1),
    }


class Minute(NamedTuple):
    """How things are at one minute of a long talk."""

    heap: float
    hub: float
    behind: float
    answered: int


def watched(tab: Page, hub: Hub, notes: Path, minutes: int) -> list[Minute]:
    """How the page and the hub are at the end of each minute."""
    session = tab.context.new_cdp_session(tab)
    found, began = [], time.monotonic()
    for number in range(minutes + 1):
        tab.wait_for_timeout(max(0.0, began + 60 * number - time.monotonic()) * 1000)
        session.send("HeapProfiler.collectGarbage")
        heap = float(tab.evaluate("performance.memory.usedJSHeapSize")) / 2**20
        found.append(Minute(heap, hub.megabytes(), *heard(noted(notes))))
        print(f"{number:>4} min  {found[-1]}", flush=True)
    return found


def heard(frames: list[Noted]) -> tuple[float, int]:
    """Milliseconds the samples of the last ten seconds are behind the clock; answers so far."""
    spoken = {each.sequence for each in frames if each.kind == SPEECH}
    sound = [each for each in frames if each.kind == MICROPHONE]
    lately = [each for each in sound if each.at > sound[-1].at - 10_000]
    behind = min(each.at - (each.sample + each.samples) * 1000 / SAMPLE_RATE for each in lately)
    return behind - sound[0].at, len(spoken)


def steadiness(found: list[Minute]) -> dict[str, object]:
    """What changed from the first whole minute, in which caches fill, to the last."""
    first, last = found[min(1, len(found) - 1)], found[-1]
    behind = [each.behind for each in found[1:]]
    return {
        "minutes open": len(found) - 1,
        "answers": last.answered - found[0].answered,
        "page: heap, MB": round(last.heap, 1),
        "page: heap grew, MB": round(last.heap - first.heap, 1),
        "hub: memory, MB": round(last.hub),
        "hub: memory grew, MB": round(last.hub - first.hub, 1),
        "samples against the clock, ms": round(max(behind) - min(behind), 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=int, default=0, help="only keep the page open so long")
    options = parser.parse_args()
    figures: dict[str, object] = {"load before": load(), **weight()}
    with tempfile.TemporaryDirectory() as folder:
        recording, notes = Path(folder, "minute.wav"), Path(folder, "notes")
        minute(recording, VOICE)
        program = [sys.executable, str(HUB), str(notes)]
        with serving(program=program) as hub, chromium(recording) as browser:
            address = hub.url.replace("ws", "http", 1).removesuffix("/link")
            if not options.minutes:
                figures |= bounds("page ready", ready(browser, address))
            with page(browser, address) as tab:
                worn(tab, address)
                tab.wait_for_timeout(12_000)
                if options.minutes:
                    figures |= steadiness(watched(tab, hub, notes, options.minutes))
                else:
                    figures |= bounds("microphone to hub", microphone(tab, notes))
                    figures |= bounds("sent to first sound", answers(tab, notes))
    name = "browser_open" if options.minutes else "browser"
    report.save(name, {**figures, "load after": load()})


if __name__ == "__main__":
    main()
