"""The shipped engines caption the recorded voices of the demo."""

from pathlib import Path

import anyio
import pytest
import soundfile

import lorgnette.app.demo
from lorgnette.app.captioning import CaptionEngines, Captioning
from lorgnette.core.captions import follow
from lorgnette.core.types import ENGLISH, SAMPLE_RATE
from lorgnette.core.words import split
from lorgnette.providers.moonshine import Moonshine
from lorgnette.providers.moonshine.voices import MoonshineDiariser, MoonshineEmbedder
from lorgnette.providers.silero import Silero
from lorgnette.testing.signals import quiet

pytestmark = [pytest.mark.real, pytest.mark.asyncio]

VOICES = Path(lorgnette.app.demo.__file__).parent / "voices"
SAID = {
    "convert": "how many kilometers are five miles",
    "timer": "set a timer for ten seconds",
    "percent": "what is fifteen percent of eighty",
}


def recorded(name):
    sound, _ = soundfile.read(VOICES / f"{name}.flac", dtype="int16")
    return sound.tobytes()


async def test_two_voices_are_written_down_and_told_apart():
    engines = CaptionEngines(Moonshine(), Silero(), MoonshineDiariser(), MoonshineEmbedder())
    captioning = Captioning(engines, ENGLISH)
    sound = b"".join(recorded(name) + quiet(1.2) for name in SAID)
    shown = ()
    with captioning.read() as reader:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(captioning.run)
            captioning.hear(7 * SAMPLE_RATE, sound)
            captioning.finish()
            async for event in reader:
                shown = follow(event, shown)

    first, second, third = shown
    assert "miles" in split(first.text, ENGLISH)
    assert "timer" in split(second.text, ENGLISH)
    assert split(third.text, ENGLISH)[:2] == ("what", "is")
    assert first.speaker == third.speaker != second.speaker
    assert all(7 * SAMPLE_RATE <= line.first < line.last for line in shown)
