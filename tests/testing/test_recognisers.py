from contextlib import asynccontextmanager

import pytest
import trio

from lorgnette.core.errors import EngineFailed, UnsupportedLanguage
from lorgnette.core.types import Language
from lorgnette.engines import Transcript
from lorgnette.testing.recognisers import ScriptedRecogniser, check_recogniser

ENGLISH = Language("en")
SECOND = bytes(32_000)


async def test_the_scripted_recogniser_keeps_the_promises_of_a_recogniser():
    recogniser = ScriptedRecogniser(*["hello there"] * 3, delay=0.1)

    await check_recogniser(recogniser, SECOND, {"hello", "there"})

    assert recogniser.open_now == 0


async def test_words_come_as_they_are_said():
    recogniser = ScriptedRecogniser("set a timer for ten seconds", pace=2.0, delay=0.25)

    async with recogniser.open(ENGLISH) as hearing:
        assert (await hearing.transcript()).text == ""
        await hearing.hear(SECOND)
        assert await hearing.transcript() == Transcript("set a", ENGLISH)
        await hearing.hear(2 * SECOND)
        assert (await hearing.transcript()).text == "set a timer for ten seconds"
        assert trio.current_time() == 0.75
        hearing.failing = True
        with pytest.raises(EngineFailed):
            await hearing.transcript()

    async with recogniser.open(ENGLISH) as hearing:
        assert (await hearing.transcript()).text == ""
    assert [one.samples for one in recogniser.opened] == [48_000, 0]
    assert recogniser.vocabularies == [None, None]


class Wrong(ScriptedRecogniser):
    """A recogniser that breaks one promise."""

    def __init__(self, fault):
        super().__init__("hello", "hello", "hello")
        self.fault = fault

    @asynccontextmanager
    async def open(self, language, vocabulary=None):
        if self.fault == "knows every language":
            language = ENGLISH
        async with super().open(language, vocabulary) as hearing:
            if self.fault == "hears the other":
                hearing.said = "hello"
            if self.fault == "hears nothing":
                hearing.said = ""
            if self.fault == "spends its words":
                partial = hearing.partial

                async def spend():
                    transcript = await partial()
                    hearing.said = ""
                    return transcript

                hearing.partial = spend
            yield hearing


@pytest.mark.parametrize(
    "fault", ["knows every language", "hears the other", "hears nothing", "spends its words"]
)
async def test_a_recogniser_that_breaks_a_promise_is_found_out(fault):
    with pytest.raises(AssertionError, match="not kept"):
        await check_recogniser(Wrong(fault), SECOND, {"hello"})


async def test_an_unknown_language_is_refused_on_entering():
    with pytest.raises(UnsupportedLanguage):
        async with ScriptedRecogniser().open(Language("tlh")):
            pass
