from importlib.util import find_spec
from pathlib import Path

import anyio
import numpy as np
import pytest
import soundfile

from lorgnette.core.errors import EngineFailed, MissingPart, UnsupportedLanguage
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.providers.moonshine import Moonshine
from lorgnette.testing.recognisers import check_recogniser

LINE = ("ever tried ever failed", "no matter try again fail again", "fail better")


def recording(name):
    """A recording that comes with the package, at 16 kHz."""
    package = Path(find_spec("moonshine_voice").submodule_search_locations[0])
    samples, rate = soundfile.read(package / "assets" / name, dtype="int16")
    return samples[:: rate // 16_000].tobytes()


@pytest.fixture(scope="module")
def beckett():
    return recording("beckett.wav")


@pytest.fixture(scope="module")
def moonshine():
    return Moonshine()


async def test_it_knows_english_only():
    with pytest.raises(UnsupportedLanguage):
        async with Moonshine().open(CHINESE):
            pass


async def test_a_missing_model_is_named(tmp_path):
    with pytest.raises(MissingPart, match=str(tmp_path)):
        await Moonshine(tmp_path).warm_up()


@pytest.mark.real
@pytest.mark.asyncio
async def test_it_keeps_the_promises_of_a_recogniser(beckett):
    await check_recogniser(Moonshine(), beckett, ["tried", "failed", "again", "better"])


@pytest.mark.real
async def test_it_runs_on_trio(beckett, moonshine):
    async with moonshine.open(ENGLISH) as hearing:
        await hearing.hear(beckett)
        assert "fail better" in (await hearing.transcript()).text.lower()


@pytest.mark.real
async def test_what_could_be_meant_is_preferred(beckett, moonshine, toy):
    first = beckett[: int(16_000 * 2.6) * 2]
    vocabulary = toy("ever cried ever failed", "ever tied ever sailed", "set a timer")

    async with moonshine.open(ENGLISH, vocabulary) as hearing:
        await hearing.hear(first)
        transcript = await hearing.transcript()

    assert transcript.text.lower().startswith("ever tried")
    assert transcript.meant in {"ever cried ever failed", "ever tied ever sailed"}
    assert transcript.doubt > 0.7


@pytest.mark.real
async def test_what_is_said_and_meant_leaves_no_doubt(beckett, moonshine, toy):
    async with moonshine.open(ENGLISH, toy(*LINE, "ever tried ...")) as hearing:
        await hearing.hear(beckett[: int(16_000 * 2.6) * 2])
        transcript = await hearing.transcript()

    assert transcript.meant.lower().startswith("ever tried ever failed")
    assert transcript.doubt < 0.5


@pytest.mark.real
async def test_a_sentence_is_not_forced_onto_something_else(beckett, moonshine, toy):
    async with moonshine.open(ENGLISH, toy("set a timer for ten seconds", "stop")) as hearing:
        await hearing.hear(beckett)
        transcript = await hearing.transcript()

    assert transcript.meant == "" or transcript.doubt > 1


@pytest.mark.real
async def test_a_cancelled_transcript_is_made_again(beckett, moonshine):
    async with moonshine.open(ENGLISH) as hearing:
        await hearing.hear(beckett)
        with anyio.CancelScope() as scope:
            scope.cancel()
            await hearing.transcript()
        assert "fail" in (await hearing.transcript()).text.lower()


@pytest.mark.real
async def test_long_speech_is_heard_to_its_end(moonshine):
    sound = recording("two_cities.wav")
    async with moonshine.open(ENGLISH) as hearing:
        for start in range(0, len(sound), 320_000):
            await hearing.hear(sound[start : start + 320_000])
            text = (await hearing.transcript()).text.lower()

    assert "best of times" in text
    assert "superlative degree" in text


@pytest.mark.real
async def test_a_failing_network_is_an_engine_failure(monkeypatch, moonshine, beckett):
    async with moonshine.open(ENGLISH) as hearing:
        await hearing.hear(beckett)
        monkeypatch.setattr(hearing._network, "_model", None)
        with pytest.raises(EngineFailed):
            await hearing.transcript()
        monkeypatch.undo()
        assert "fail" in (await hearing.transcript()).text.lower()


@pytest.mark.real
async def test_noise_of_any_length_is_survived(moonshine):
    random = np.random.default_rng(0)
    async with moonshine.open(ENGLISH) as hearing:
        for count in (1, 3, 500, 5_001, 40_000):
            await hearing.hear(random.bytes(count))
            assert isinstance((await hearing.transcript()).text, str)
