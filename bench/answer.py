"""How long after the wearer's last word the answer begins to sound.

Recordings are streamed in real time over a websocket to `lorgnette serve` with default settings;
a tap opens the ears instead of the wake word. The end of speech is the last 10 ms that are less
than 30 dB below the loudest 30 ms of the recording (clicks apart); its time is that of its last
sample, not that of the frame in which it is sent. The answer begins when its first sound arrives.
«Whole commands» leaves out those of which nobody can tell whether they are over: free text, or
«eighty».
"""

import argparse
import statistics
from pathlib import Path

import anyio
import msgspec

import report
from hubs import load, serving
from lorgnette.app.demo.script import SCENES
from lorgnette.core.completeness import Completeness
from lorgnette.core.types import ENGLISH, SAMPLE_RATE, Gesture
from lorgnette.link.client import Glasses, connect
from lorgnette.link.media import Speech
from lorgnette.link.messages import Flush, Heard, Partial, Show, SpeechBegins
from lorgnette.skills.catalogue import discover
from lorgnette.understanding import without_call
from recorded import Clip, Microphone, clips, cut, read

COFFEE = Path(__file__).parent / "coffee.py"
PATIENCE = 6.0
"""Seconds after the last word in which an answer must come."""


class Answer(msgspec.Struct):
    """Seconds from the last voiced sample to what arrived at the glasses; what was heard."""

    name: str
    transcript: float = 0.0
    heard: float = 0.0
    understood: float = 0.0
    sound: float | None = None
    text: str = ""
    shown: str = ""


async def ask(glasses: Glasses, microphone: Microphone, clip: Clip) -> Answer:
    """Say one command and take note of what arrives, until the answer sounds."""
    glasses.touch(Gesture.TAP)
    await anyio.sleep(0.2)
    ends = microphone.say(clip.sound) + clip.last / SAMPLE_RATE
    answer = Answer(clip.name)
    with anyio.move_on_after(ends - anyio.current_time() + PATIENCE):
        while answer.sound is None:
            message = await glasses.receive()
            since = anyio.current_time() - ends
            match message:
                case Partial(text=text) if text != answer.text:
                    answer.text, answer.transcript = text, since
                case Heard(text=text):
                    answer.text, answer.heard = text, since
                case Show(card=card):
                    answer.shown = " ".join(line.text for line in card.lines)
                case SpeechBegins():
                    answer.understood = since
                case Speech():
                    answer.sound = since
    return answer


async def rest(glasses: Glasses, microphone: Microphone) -> None:
    """Let the recording end, stop the answer, and wait until nothing arrives any more."""
    await anyio.sleep(microphone.seconds)
    glasses.touch(Gesture.DOUBLE_TAP)
    with anyio.move_on_after(2):
        while not isinstance(await glasses.receive(), Flush):
            pass
    with anyio.move_on_after(0.5):
        while True:
            await glasses.receive()


async def all_answers(url: str, asked: list[Clip]) -> list[Answer]:
    """Say everything, one after the other, with one pair of glasses."""
    answers = []
    async with connect(url) as glasses, anyio.create_task_group() as tasks:
        microphone = Microphone(glasses)
        tasks.start_soon(microphone.run)
        await anyio.sleep(1)
        for clip in asked:
            answer = await ask(glasses, microphone, clip)
            print(answer)
            answers.append(answer)
            await rest(glasses, microphone)
        tasks.cancel_scope.cancel()
    return answers


def milliseconds(answers: list[Answer]) -> dict[str, object]:
    """The figures of some answers."""
    sounds = [answer.sound for answer in answers if answer.sound is not None and answer.sound > 0]
    if not sounds:
        return {"commands": len(answers), "answered": 0}
    answered = [answer for answer in answers if answer.sound in sounds]
    return {
        "commands": len(answers),
        "answered": len(answered),
        "answered before the last word": len(answers) - len(answered),
        "median, ms": round(1000 * statistics.median(sounds)),
        "95 %, ms": round(1000 * report.percentile(sounds, 0.95)),
        "of which: last transcript that was new, ms": middle(answers, "transcript"),
        "of which: sentence is over, ms": middle(answers, "heard"),
        "of which: answer is ready, ms": middle(answers, "understood"),
    }


def middle(answers: list[Answer], field: str) -> int:
    values = [float(getattr(answer, field)) for answer in answers]
    return round(1000 * statistics.median(values))


def demo() -> list[Clip]:
    """The project's own recordings of commands that need nothing before them."""
    lines = [line for scene in SCENES for line in scene.lines if line.action]
    return [cut(line.words, read(line.path)) for line in lines]


def is_whole(words: str) -> bool:
    """Whether a command is over with its words, or may be."""
    grammar = discover().grammar(ENGLISH)
    said = without_call(words, ["hey jarvis"], ENGLISH)
    return grammar.completeness(said) in (Completeness.COMPLETE, Completeness.CONTINUABLE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with speech/commands")
    parser.add_argument("--count", type=int, default=48)
    options = parser.parse_args()
    figures: dict[str, object] = {"load before": load()}
    with serving() as hub:
        answers = anyio.run(all_answers, hub.url, demo())
        figures |= {f"demo: {name}": value for name, value in milliseconds(answers).items()}
        whole = milliseconds([answer for answer in answers if is_whole(answer.name)])
        figures |= {f"demo, whole commands: {name}": value for name, value in whole.items()}
    if options.data:
        asked = list(clips(options.data / "speech" / "commands", options.count))
        with serving("--skill", str(COFFEE), "--only-skill") as hub:
            answers = anyio.run(all_answers, hub.url, asked)
        figures |= {f"orders: {name}": value for name, value in milliseconds(answers).items()}
    figures["load after"] = load()
    report.save("answer", figures)


if __name__ == "__main__":
    main()
