"""How many spoken orders are understood: many speakers, one recording each.

`lorgnette hear` plays every recording to a hub with one skill, as a user would, and prints what is
done. Two skills say the same: `bench/coffee.py` in one general template, and one that is made of
the sentences of the sample, line by line (`bench/coffee_lines.py`). An order is right when all its
slots are, and wrong when another one is done in the end; «begun before its end»: less was done
first, taken back, and done as a whole when the speaker went on.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
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
from coffee_lines import source
from lorgnette.core.readings import Intent
from lorgnette.core.types import ENGLISH, SAMPLE_RATE, Sound
from lorgnette.core.words import split
from lorgnette.engines import Recogniser, Transcript, Vocabulary
from lorgnette.providers.moonshine import Moonshine

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

GENERAL = Path(__file__).parent / "coffee.py"

NOISES = {"": None, ", kitchen at 12 dB": 12, ", kitchen at 6 dB": 6}
"""What is said of a condition, and how much louder than the kitchen the speech is, in decibels."""


class Outcome(msgspec.Struct):
    """One recording: what was ordered, what was done, one after the other, and what was heard."""

    truth: Mapping[str, str]
    done: list[Mapping[str, str]]
    heard: list[str]
    asked: bool = False

    @property
    def right(self) -> bool:
        """Whether the order was done in the end."""
        return bool(self.done) and self.done[-1] == self.truth

    @property
    def wrong(self) -> bool:
        """Whether another one was."""
        return bool(self.done) and not self.right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", action="store_true", help="print every clip that is not right")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(arguments.data / "speech", Path(folder), arguments.show)
    figures |= anyio.run(word_errors, arguments.data / "speech" / "reading")
    report.save("commands", figures)


def measure(speech: Path, folder: Path, show: bool) -> dict[str, Any]:
    """Everything that is heard with each skill. `folder` is for what is made for that."""
    clips = read_clips(speech / "commands")
    noise = samples_of(next((speech / "noise").glob("kitchen*")))
    lines = folder / "coffee_lines.py"
    lines.write_text(source(speech / "commands" / "sentences.txt"))
    figures: dict[str, Any] = {"clips": len(clips)}
    for name, decibels in NOISES.items():
        files = clips if decibels is None else noisy(clips, noise, decibels, folder)
        for kind, skill in (("general skill", GENERAL), ("line by line", lines)):
            outcomes = hear(files, skill)
            figures |= {f"{kind}, {key}{name}": each for key, each in summary(outcomes).items()}
            if show:
                show_failures(outcomes)
    others: dict[Path, Mapping[str, str]] = {
        file: {}
        for part in ("languages", "wake", "reading")
        for file in sorted((speech / part).rglob("*.flac"))
    }
    for kind, skill in (("general skill", GENERAL), ("line by line", lines)):
        taken = sum(bool(each.done) for each in hear(others, skill))
        figures[f"{kind}, other speech taken for an order"] = f"{taken} of {len(others)} clips"
    return figures


def read_clips(folder: Path) -> dict[Path, Mapping[str, str]]:
    """The recordings, and what is ordered in each."""
    labels = json.loads((folder / "labels.json").read_text())
    return {
        folder / name: {SLOTS[key]: said for key, said in label["slots"].items()}
        for name, label in sorted(labels.items())
    }


def noisy(
    clips: Mapping[Path, Mapping[str, str]], noise: Samples, decibels: float, folder: Path
) -> dict[Path, Mapping[str, str]]:
    """The recordings with noise under them, as files in a folder."""
    made = {}
    for path, truth in clips.items():
        file = folder / f"{decibels}-{path.name}"
        soundfile.write(file, mixed(samples_of(path), noise, decibels), SAMPLE_RATE)
        made[file] = truth
    return made


def hear(clips: Mapping[Path, Mapping[str, str]], skill: Path) -> list[Outcome]:
    """Play recordings to a hub that has one skill, and take note of what it does."""
    outcomes = {str(path): Outcome(truth, [], []) for path, truth in clips.items()}
    options = ("--only-skill", "--no-wake", "--lang", "en", "--json")
    program = Path(sys.executable).with_name("lorgnette")
    command: list[str | Path] = [program, "hear", *clips, "--skill", skill, *options]
    with tempfile.TemporaryDirectory() as empty:
        here = {"LORGNETTE_DATA": empty, "LORGNETTE_CONFIG": f"{empty}/none.toml"}
        ran = subprocess.run(
            command, stdout=subprocess.PIPE, text=True, check=True, env={**os.environ, **here}
        )
    for line in ran.stdout.splitlines():
        take_note(outcomes, json.loads(line))
    return list(outcomes.values())


def take_note(outcomes: Mapping[str, Outcome], moment: Mapping[str, Any]) -> None:
    """What one line says about its recording."""
    outcome = outcomes[moment["file"]]
    match moment["type"]:
        case "heard":
            outcome.heard.append(moment["text"])
        case "question":
            outcome.asked = True
        case "intent":
            said = {name: value for name, value in moment["slots"].items() if value is not None}
            outcome.done.append(said)


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


def summary(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    return {
        "all slots right": share(each.right for each in outcomes),
        "wrong actions": share(each.wrong for each in outcomes),
        "asked back": share(each.asked and not each.done for each in outcomes),
        "begun before its end": share(each.right and len(each.done) > 1 for each in outcomes),
    }


def share(flags: Iterable[bool]) -> str:
    each = list(flags)
    return f"{sum(each) / len(each):.1%}"


def show_failures(outcomes: Sequence[Outcome]) -> None:
    for each in outcomes:
        if not each.right or len(each.done) > 1:
            kind = "WRONG" if each.wrong else "begun early" if each.right else "not done"
            print(f"{kind}: {' | '.join(each.heard)}\n      {', '.join(each.truth.values())}")


async def word_errors(folder: Path) -> dict[str, Any]:
    """The share of words of read books that are not heard as they are."""
    recogniser = Moonshine()
    await recogniser.warm_up()
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
