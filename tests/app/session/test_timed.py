"""A session's engines are timed, and the others are left alone."""

import anyio

from lorgnette.app.session.timed import timed
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.engines import RECOGNISER, RECORDS, VOICE, VOICE_ACTIVITY
from lorgnette.engines.wrap.several import SeveralRecognisers
from lorgnette.testing.recognisers import ScriptedRecogniser


class Slow:
    """A voice that takes its time."""

    async def speak(self, text, /, language):
        await anyio.sleep(0.5)
        yield b"ab"
        await anyio.sleep(1.5)
        yield b"cd"


async def test_each_use_is_told_when_it_is_over():
    told, records, meter = [], object(), object()
    found = {VOICE: Slow(), RECORDS: records, VOICE_ACTIVITY: meter}
    engines = timed(found, anyio.current_time, told.append)

    sounds = [sound async for sound in engines[VOICE].speak("hello", ENGLISH)]

    assert sounds == [b"ab", b"cd"]
    [timing] = told
    assert (timing.engine, timing.first, timing.total, timing.outcome) == (
        "voice",
        0.5,
        2.0,
        "done",
    )
    assert engines[RECORDS] is records
    assert engines[VOICE_ACTIVITY] is meter
    assert list(engines) == list(found)


async def test_of_several_it_is_told_which_one_heard():
    told = []
    parts = {
        "english": ScriptedRecogniser("hello", languages=[ENGLISH]),
        "chinese": ScriptedRecogniser("ni hao", languages=[CHINESE], delay=0.5),
    }
    engines = timed({RECOGNISER: SeveralRecognisers(parts)}, anyio.current_time, told.append)

    async with engines[RECOGNISER].open(CHINESE) as hearing:
        assert (await hearing.transcript()).text == "ni hao"

    [timing] = told
    assert (timing.engine, timing.provider, timing.total) == ("recogniser", "chinese", 0.5)
