"""Measure what glasses cost that wait for their wake word: many ears on one core."""

import argparse
import gc
import os
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import report
from lorgnette.core.types import SAMPLE_RATE
from lorgnette.engines import VoiceActivity, WakeWord
from lorgnette.providers.microwakeword import MicroWakeWord
from lorgnette.providers.silero import Silero
from lorgnette.senses.ears import Ears

CHUNK = SAMPLE_RATE // 50


def memory() -> int:
    """Bytes this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def quiet_room(seconds: int) -> NDArray[np.int16]:
    """Noise of a good microphone, with a knock every few seconds."""
    rng = np.random.default_rng(1)
    noise = rng.normal(0, 8, seconds * SAMPLE_RATE)
    for at in rng.integers(0, len(noise) - 800, seconds // 4):
        noise[at : at + 800] += rng.normal(0, 1500, 800) * np.linspace(1, 0, 800)
    return noise.astype(np.int16)


def recorded(files: list[Path]) -> NDArray[np.int16]:
    """Recordings one after the other."""
    import soundfile

    return np.concatenate([soundfile.read(file, dtype="int16")[0] for file in files])


def surroundings(data: Path | None, seconds: int) -> Iterator[tuple[str, NDArray[np.int16]]]:
    """Named sounds to wait in."""
    yield "quiet room", quiet_room(seconds)
    if data:
        yield "kitchen", recorded(sorted(data.glob("speech/noise/*.flac")))
        yield "others talking", recorded(sorted(data.glob("speech/commands/*.flac")))


def wait(glasses: list[Ears], sound: bytes, first: int, seconds: int) -> float:
    """Seconds of processor time for every pair to hear `seconds` of sound, each another part."""
    begun = time.process_time()
    for number in range(seconds * SAMPLE_RATE // CHUNK):
        for index, ears in enumerate(glasses):
            at = (index * 7919 + number) * CHUNK * 2 % (len(sound) - CHUNK * 2)
            at -= at % 2
            ears.hear(first + number * CHUNK, sound[at : at + CHUNK * 2])
    return time.process_time() - begun


def make(count: int, words: WakeWord, voices: VoiceActivity) -> list[Ears]:
    return [Ears(words.open(["hey jarvis"]), voices) for _ in range(count)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with speech/noise and speech/commands")
    parser.add_argument("--glasses", type=int, default=150)
    parser.add_argument("--seconds", type=int, default=20)
    options = parser.parse_args()
    words, voices = MicroWakeWord(), Silero()
    wait(make(1, words, voices), quiet_room(10).tobytes(), 0, 4)  # load everything once
    gc.collect()
    before = memory()
    glasses = make(options.glasses, words, voices)
    figures: dict[str, object] = {"glasses at once": options.glasses}
    first = 0
    for name, samples in surroundings(options.data, options.seconds):
        wait(glasses, samples.tobytes(), first, 4)  # until the surroundings are known
        first += 4 * SAMPLE_RATE
        spent = wait(glasses, samples.tobytes(), first, options.seconds)
        first += options.seconds * SAMPLE_RATE
        share = 100 * spent / options.seconds
        figures[f"{name}: % of a core each"] = round(share / options.glasses, 3)
        figures[f"{name}: % of a core for all"] = round(share, 1)
    figures["MB each"] = round((memory() - before) / options.glasses / 2**20, 2)
    report.save("waiting-ears", figures)


if __name__ == "__main__":
    main()
