"""The real networks, on the recorded voices of the demo."""

from pathlib import Path

import pytest
import soundfile

import lorgnette.app.demo
from lorgnette.core.errors import EngineFailed
from lorgnette.providers.moonshine.voices import MoonshineDiariser, MoonshineEmbedder
from lorgnette.providers.moonshine.voices.diariser import spans_of
from lorgnette.providers.moonshine.voices.embedder import direction
from lorgnette.testing.diarisers import check_diariser

VOICES = Path(lorgnette.app.demo.__file__).parent / "voices"


def said(name):
    sound, _ = soundfile.read(VOICES / f"{name}.flac", dtype="int16")
    return sound.tobytes()


HE, AGAIN, SHE = said("thanks") + said("percent"), said("convert"), said("timer")


@pytest.mark.real
async def test_the_diariser_keeps_every_promise():
    await check_diariser(MoonshineDiariser(), HE, SHE)


@pytest.mark.real
async def test_a_voice_is_like_itself_and_unlike_another():
    embedder = MoonshineEmbedder()
    await embedder.warm_up()
    he, again, she = [await embedder.embed(sound) for sound in (HE, AGAIN, SHE)]

    assert he.likeness(again) > 0.6
    assert he.likeness(she) < 0.4
    assert await embedder.embed(HE[:6_000]) is None
    assert he == await embedder.embed(HE)


class Broken:
    def run(self, *_):
        raise RuntimeError("out of memory")


def test_networks_that_fail_are_engines_that_failed():
    with pytest.raises(EngineFailed, match="RuntimeError"):
        spans_of(Broken(), HE)
    with pytest.raises(EngineFailed, match="RuntimeError"):
        direction(Broken(), HE)
