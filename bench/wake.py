"""Count the wake words that are found, and how often something else wakes."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

import report
from lorgnette.core.types import SAMPLE_RATE
from lorgnette.providers.microwakeword import MicroWakeWord
from lorgnette.providers.silero import Silero
from lorgnette.senses.ears import Ears
from lorgnette.senses.events import Woke

Samples = NDArray[np.float64]


def read(file: Path) -> Samples:
    samples: Samples = soundfile.read(file, dtype="int16")[0].astype(float)
    return samples


def mixed(speech: Samples, noise: Samples, decibels: float) -> Samples:
    """Speech with noise under it, so many decibels below its louder half."""
    start = len(speech) * 7 % max(1, len(noise) - len(speech))
    under = np.resize(noise[start:], len(speech))
    loud = np.sort(speech**2)[len(speech) // 2 :].mean()
    quieter: Samples = under * np.sqrt(loud / 10 ** (decibels / 10) / np.mean(under**2))
    return speech + quieter


def surroundings(noise: Samples) -> dict[str, Callable[[Samples], Samples]]:
    return {
        "as recorded": lambda sound: sound,
        "quieter by 14 dB": lambda sound: sound / 5,
        "kitchen at 20 dB": lambda sound: mixed(sound, noise, 20),
        "kitchen at 10 dB": lambda sound: mixed(sound, noise, 10),
    }


def wakes(sound: Samples, words: MicroWakeWord, word: str) -> int:
    """How often the ears wake, with a second of silence after the sound."""
    ears = Ears(words.open([word]), Silero())
    padded = np.concatenate([sound, np.zeros(SAMPLE_RATE)])
    data = np.clip(np.round(padded), -32768, 32767).astype("<i2").tobytes()
    return sum(isinstance(event, Woke) for event in ears.hear(0, data))


def others(data: Path, word: str) -> Iterator[Path]:
    """Every recording in which the word is not said."""
    for file in sorted((data / "speech").rglob("*.flac")):
        if file.parent.name != word:
            yield file


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with speech/wake")
    parser.add_argument("--word", default="alexa")
    options = parser.parse_args()
    words = MicroWakeWord()
    said = sorted((options.data / "speech" / "wake" / options.word).glob("*.flac"))
    unsaid = list(others(options.data, options.word))
    noise = read(next((options.data / "speech" / "noise").glob("*.flac")))
    figures: dict[str, object] = {"word": options.word, "clips with it": len(said)}
    for name, change in surroundings(noise).items():
        found = sum(wakes(change(read(file)), words, options.word) > 0 for file in said)
        wrong = hours = 0.0
        for file in unsaid:
            sound = change(read(file))
            hours += len(sound) / SAMPLE_RATE / 3600
            wrong += wakes(sound, words, options.word)
        figures[f"{name}: found, %"] = round(100 * found / len(said), 1)
        figures[f"{name}: false in {hours:.2f} h"] = int(wrong)
    report.save("wake", figures)


if __name__ == "__main__":
    main()
