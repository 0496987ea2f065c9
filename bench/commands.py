"""How many spoken orders are understood: many speakers, one recording each.

The recogniser hears every clip with the vocabulary of `bench/coffee.py`, and the grammar reads
what it heard: the way from sound to slots that a running hub goes.
"""

import argparse
import datetime as dt
import json
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import anyio
import msgspec
import numpy as np
import soundfile
from numpy.typing import NDArray

import report
from coffee import skill
from lorgnette.core.readings import Intent, Missing, Reading, Unsure
from lorgnette.core.slots import Context
from lorgnette.core.types import ENGLISH, Sound
from lorgnette.core.words import split
from lorgnette.engines import Recogniser, Transcript, Vocabulary
from lorgnette.providers.moonshine import Moonshine
from lorgnette.skills.catalogue import Catalogue
from lorgnette.understanding import Grammar

Samples = NDArray[np.float32]

SLOTS = {
    "coffeeDrink": "drink",
    "numberOfShots": "shots",
    "roast": "roast",
    "size": "size",
    "milkAmount": "milk",
    "sugarAmount": "sugar",
}
"""What the labels call the parameters of the action."""

NOW = Context(ENGLISH, dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC))


class Heard(msgspec.Struct):
    """One clip: what it should have been, what it was, and how long that took in seconds."""

    truth: Mapping[str, str]
    transcript: Transcript
    seconds: float
    reading: Reading

    @property
    def right(self) -> bool:
        """Whether the action would be the one that was ordered."""
        return isinstance(self.reading, Intent) and spoken_slots(self.reading) == self.truth

    @property
    def wrong(self) -> bool:
        """Whether another one would be done."""
        return isinstance(self.reading, Intent) and not self.right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", action="store_true", help="print every clip that is not right")
    arguments = parser.parse_args()
    figures = anyio.run(measure, arguments.data / "speech", arguments.show)
    report.save("commands", figures)


async def measure(speech: Path, show: bool) -> dict[str, Any]:
    recogniser = Moonshine()
    await recogniser.warm_up()
    grammar = Catalogue([skill]).grammar(ENGLISH)
    grammar.warm_up()
    clips = read_clips(speech / "commands")
    noise = samples_of(next((speech / "noise").glob("kitchen*")))
    figures: dict[str, Any] = {"clips": len(clips)}
    for name, decibels in (("", None), (", kitchen at 12 dB", 12), (", kitchen at 6 dB", 6)):
        heard = []
        for clip, truth in clips:
            sound = clip if decibels is None else mixed(clip, noise, decibels)
            heard.append(await order(recogniser, grammar, sound, truth))
        figures |= {key + name: value for key, value in summary(heard, grammar).items()}
        if show:
            show_failures(heard)
    figures |= await others(recogniser, grammar, speech)
    return figures | await word_errors(recogniser, speech / "reading")


def read_clips(folder: Path) -> list[tuple[Samples, Mapping[str, str]]]:
    labels = json.loads((folder / "labels.json").read_text())
    return [
        (samples_of(folder / name), {SLOTS[key]: said for key, said in label["slots"].items()})
        for name, label in sorted(labels.items())
    ]


def samples_of(file: Path) -> Samples:
    samples: Samples = soundfile.read(file, dtype="float32")[0]
    return samples


def sound_of(samples: Samples) -> Sound:
    return (np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()


def mixed(speech: Samples, noise: Samples, decibels: float) -> Samples:
    """Speech with noise under it, so many decibels below its louder half."""
    start = len(speech) * 7 % max(1, len(noise) - len(speech))
    under = np.resize(noise[start:], len(speech))
    loud = np.sort(speech**2)[len(speech) // 2 :].mean()
    louder: Samples = speech + under * np.sqrt(loud / 10 ** (decibels / 10) / np.mean(under**2))
    return louder


async def order(
    recogniser: Recogniser, grammar: Grammar, samples: Samples, truth: Mapping[str, str]
) -> Heard:
    transcript, seconds = await recognise(recogniser, samples, grammar.vocabulary)
    reading = grammar.read(transcript.text, NOW, meant=transcript.meant, doubt=transcript.doubt)
    return Heard(truth, transcript, seconds, reading)


async def recognise(
    recogniser: Recogniser, samples: Samples, vocabulary: Vocabulary | None = None
) -> tuple[Transcript, float]:
    async with recogniser.open(ENGLISH, vocabulary) as hearing:
        await hearing.hear(sound_of(samples))
        started = time.perf_counter()
        transcript = await hearing.transcript()
        return transcript, time.perf_counter() - started


def spoken_slots(intent: Intent) -> dict[str, str]:
    return {name: str(value) for name, value in intent.slots.items() if value is not None}


def summary(heard: Sequence[Heard], grammar: Grammar) -> dict[str, Any]:
    free = [grammar.exactly(grammar.heard(each.transcript.text, NOW)) for each in heard]
    meant = [grammar.exactly(grammar.heard(each.transcript.meant, NOW)) for each in heard]
    times = [each.seconds for each in heard]
    return {
        "all slots right": share(each.right for each in heard),
        "wrong actions": share(each.wrong for each in heard),
        "asked back": share(isinstance(each.reading, Unsure | Missing) for each in heard),
        "free text alone, right": share(map(is_right, free, heard)),
        "best sentence of the vocabulary, right": share(map(is_right, meant, heard)),
        "seconds for a clip, median": round(report.percentile(times, 0.5), 3),
        "seconds for a clip, 95 %": round(report.percentile(times, 0.95), 3),
    }


def is_right(reading: Reading | None, heard: Heard) -> bool:
    return isinstance(reading, Intent) and spoken_slots(reading) == heard.truth


def share(flags: Iterable[bool]) -> str:
    each = list(flags)
    return f"{sum(each) / len(each):.1%}"


def show_failures(heard: Sequence[Heard]) -> None:
    for each in heard:
        if not each.right:
            kind = "WRONG" if each.wrong else type(each.reading).__name__
            print(kind, f"{each.transcript.doubt:.2f}", each.transcript.text)
            print("     ", each.transcript.meant, "|", ", ".join(each.truth.values()))


async def others(recogniser: Recogniser, grammar: Grammar, speech: Path) -> dict[str, Any]:
    """How often speech that orders nothing is taken for an order."""
    heard = [
        await order(recogniser, grammar, samples_of(file), {})
        for folder in ("languages", "wake", "reading")
        for file in sorted((speech / folder).rglob("*.flac"))
    ]
    taken = sum(isinstance(each.reading, Intent) for each in heard)
    return {"other speech taken for an order": f"{taken} of {len(heard)} clips"}


async def word_errors(recogniser: Recogniser, folder: Path) -> dict[str, Any]:
    """The share of words of read books that are not heard as they are."""
    wrong = count = 0
    for line in (folder / "transcripts.txt").read_text().splitlines():
        name, text = line.split("\t")
        transcript, _ = await recognise(recogniser, samples_of(folder / name))
        said = split(text, ENGLISH)
        wrong += distance(said, split(transcript.text, ENGLISH))
        count += len(said)
    return {"word errors, read books": f"{wrong / count:.1%} of {count} words"}


def distance(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words must be put in, taken out or replaced."""
    row = list(range(len(other) + 1))
    for place, word in enumerate(one, 1):
        last, row[0] = row[0], place
        for column, match in enumerate(other, 1):
            best = min(row[column] + 1, row[column - 1] + 1, last + (word != match))
            last, row[column] = row[column], best
    return row[-1]


if __name__ == "__main__":
    main()
