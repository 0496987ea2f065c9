"""How quickly and how well recordings are written down, and what is written when nobody speaks.

Clips are strung together with silence between them, so that it is known what is said when. What
the recogniser hears in each clip alone is what it should hear in the recording.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import anyio
import numpy as np
import soundfile
from numpy.typing import NDArray

import report
from commands import Samples, distance, recognise, samples_of
from lorgnette.app.transcribing.recording import opened
from lorgnette.app.transcribing.transcriber import Transcriber
from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.types import ENGLISH, SAMPLE_RATE
from lorgnette.core.words import split
from lorgnette.engines import Recogniser
from lorgnette.providers.moonshine import Moonshine
from lorgnette.providers.silero import Silero
from lorgnette.providers.whole.sound import speech_in

GAP = 1.2
"""Seconds between two clips, with hardly audible noise."""

Timed = tuple[float, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", action="store_true", help="print what was written in noise")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "recording.flac")
        figures = anyio.run(measure, arguments.data / "speech", file, arguments.show)
    report.save("transcribe", figures)


async def measure(speech: Path, file: Path, show: bool) -> dict[str, Any]:
    recogniser = Moonshine()
    await recogniser.warm_up()
    names, texts = read_texts(speech / "reading")
    read = [samples_of(speech / "reading" / name) for name in names]
    ordered = [samples_of(path) for path in sorted((speech / "commands").glob("*.flac"))]
    figures = await reading(recogniser, file, read, texts)
    figures |= await orders(recogniser, file, ordered)
    for name, sound in nobody_speaks(speech / "noise").items():
        transcript, _, _ = await written(recogniser, file, sound)
        words = [word for line in transcript.lines for word in split(line.text, ENGLISH)]
        figures[f"words written in {name}"] = len(words)
        if show:
            print(name, [line.text for line in transcript.lines])
    return figures


def read_texts(folder: Path) -> tuple[list[str], list[str]]:
    lines = (folder / "transcripts.txt").read_text().splitlines()
    names, texts = zip(*(line.split("\t") for line in lines), strict=True)
    return list(names), list(texts)


async def reading(
    recogniser: Recogniser, file: Path, clips: Sequence[Samples], texts: Sequence[str]
) -> dict[str, Any]:
    """Word errors against what was read, alone and in a recording of the clips ten times over."""
    said = [split(text, ENGLISH) for text in texts]
    alone = [heard_alone(await recognise(recogniser, clip)) for clip in clips]
    errors = sum(map(distance, said, alone))
    sound, _ = strung(list(clips) * 10)
    transcript, _, _ = await written(recogniser, file, sound)
    in_one = distance([word for words in said * 10 for word in words], words_of(transcript.lines))
    count = sum(map(len, said))
    return {
        "word errors, read books, clips alone": f"{errors / count:.1%} of {count} words",
        "word errors, ten times in one recording": f"{in_one / count / 10:.1%}",
    }


async def orders(recogniser: Recogniser, file: Path, clips: Sequence[Samples]) -> dict[str, Any]:
    """Speed, times, and words that differ from those heard in each clip alone."""
    alone = [heard_alone(await recognise(recogniser, clip)) for clip in clips]
    sound, spoken = strung(clips)
    transcript, wall, processor = await written(recogniser, file, sound)
    lines = [within(transcript.lines, times) for times in spoken]
    differing = sum(
        distance(words, words_of(some)) for words, some in zip(alone, lines, strict=True)
    )
    starts, ends = [], []
    for some, (start, end) in zip(lines, spoken, strict=True):
        if some:
            starts.append(abs(some[0].start - start))
            ends.append(abs(some[-1].end - end))
    seconds = len(sound) / SAMPLE_RATE
    return {
        "recording": f"{seconds / 60:.1f} minutes, {len(clips)} speakers",
        "speed, wall time": f"{seconds / wall:.1f} × real time",
        "speed, processor time": f"{seconds / processor:.1f} × real time of one core",
        "words that differ from the clips alone": f"{differing / sum(map(len, alone)):.1%}",
        "clips without a line": sum(not some for some in lines),
        "error of a line's start, s": spread(starts),
        "error of a line's end, s": spread(ends),
    }


def heard_alone(heard: tuple[Any, float]) -> tuple[str, ...]:
    return split(heard[0].text, ENGLISH)


def words_of(lines: Sequence[Line]) -> list[str]:
    return [word for line in lines for word in split(line.text, ENGLISH)]


def within(lines: Sequence[Line], times: Timed) -> list[Line]:
    """The lines whose middle lies in a clip or close to it."""
    start, end = times[0] - GAP / 2, times[1] + GAP / 2
    return [line for line in lines if start < (line.start + line.end) / 2 < end]


def spread(errors: list[float]) -> str:
    near = sum(error <= 0.3 for error in errors) / len(errors)
    median, most = report.percentile(errors, 0.5), report.percentile(errors, 0.95)
    return f"{median:.2f} median, {most:.2f} at 95 %, {near:.0%} within 0.3"


def strung(clips: Sequence[Samples]) -> tuple[Samples, list[Timed]]:
    """Clips with silence between them, and when somebody speaks in each, judged by loudness."""
    random = np.random.default_rng(1)
    parts, spoken, now = list[Samples](), list[Timed](), 0
    for clip in clips:
        silence = random.normal(0, 1e-4, round(GAP * SAMPLE_RATE)).astype(np.float32)
        first, last = speech_in(clip)
        now += len(silence)
        spoken.append(((now + first) / SAMPLE_RATE, (now + last) / SAMPLE_RATE))
        now += len(clip)
        parts += [silence, clip]
    return np.concatenate(parts), spoken


async def written(
    recogniser: Recogniser, file: Path, sound: Samples
) -> tuple[Transcript, float, float]:
    """The transcript of a sound file, the seconds it took, and those of processor time."""
    await anyio.to_thread.run_sync(soundfile.write, file, sound, SAMPLE_RATE)
    began, busy = time.perf_counter(), processor()
    async with opened(file) as recording:
        transcriber = Transcriber(recogniser, Silero(), ENGLISH)
        await transcriber.run(recording, lambda _seconds: None)
        transcript = transcriber.transcript(file.stem, recording)
    return transcript, time.perf_counter() - began, processor() - busy


def processor() -> float:
    """Seconds of processor time of this process and of those it has waited for."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def nobody_speaks(folder: Path) -> dict[str, Samples]:
    """Sounds without a word: name and samples."""
    kitchen = samples_of(next(folder.glob("*.flac")))
    random = np.random.default_rng(2)
    minute = np.arange(60 * SAMPLE_RATE) / SAMPLE_RATE
    return {
        "a minute of silence": np.zeros(60 * SAMPLE_RATE, np.float32),
        "a minute of white noise": random.normal(0, 0.1, len(minute)).astype(np.float32),
        "a minute of music": tune(minute),
        "a minute of a kitchen": kitchen,
        "a minute of a kitchen, loud": np.clip(kitchen * 4, -1, 1),
    }


def tune(at: NDArray[np.float64]) -> Samples:
    """Chords with overtones and tremolo, a new one each half second."""
    random = np.random.default_rng(3)

    sound = np.zeros(len(at))
    for beat in range(int(at[-1] * 2) + 1):
        now = (at >= beat / 2) & (at < beat / 2 + 0.5)
        for step in random.choice([0, 2, 4, 5, 7, 9, 11, 12], 3, replace=False):
            for overtone in (1, 2, 3, 4):
                sound[now] += (
                    np.sin(2 * np.pi * overtone * 220 * 2 ** (step / 12) * at[now]) / overtone
                )
    fading = np.exp(-3 * (at % 0.5)) * (1 + 0.3 * np.sin(2 * np.pi * 6 * at))
    faded: Samples = (0.08 * sound * fading).astype(np.float32)
    return faded


if __name__ == "__main__":
    main()
