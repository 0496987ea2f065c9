from contextlib import aclosing

import pytest
import trio

from lorgnette.core.errors import EngineFailed, NotFound
from lorgnette.core.types import Language
from lorgnette.engines import Message, Words
from lorgnette.engines.wrap.timing import (
    Stopwatch,
    TimedRecogniser,
    TimedSeer,
    TimedThinker,
    TimedTranslator,
    TimedVoice,
    Timing,
)
from lorgnette.testing.recognisers import ScriptedRecogniser, check_recogniser
from lorgnette.testing.seers import ScriptedSeer, check_seer
from lorgnette.testing.thinkers import ScriptedThinker, check_thinker
from lorgnette.testing.translators import ScriptedTranslator, check_translator
from lorgnette.testing.voices import ScriptedVoice, check_voice

ENGLISH = Language("en")
GOOD_MORNING = {("Good morning", Language("zh")): "早上好"}


def stopwatch():
    timings = []
    return Stopwatch("it", trio.current_time, timings.append), timings


async def test_a_timed_engine_is_an_engine():
    watch, timings = stopwatch()
    await check_voice(TimedVoice(ScriptedVoice(), watch))
    await check_seer(TimedSeer(ScriptedSeer(), watch))
    await check_thinker(TimedThinker(ScriptedThinker(), watch))
    await check_translator(TimedTranslator(ScriptedTranslator(GOOD_MORNING, quick=True), watch))
    recogniser = ScriptedRecogniser("hello", "hello", "hello")
    await check_recogniser(TimedRecogniser(recogniser, watch), bytes(99), {"hello"})
    assert {timing.outcome for timing in timings} == {"done", "stopped", "failed"}


async def test_the_first_item_and_the_last_are_timed():
    watch, timings = stopwatch()
    thinker = TimedThinker(ScriptedThinker((0.5, Words("a"), 1.0, Words("b"))), watch)

    async with aclosing(thinker.think([Message("user", "hello")])) as thoughts:
        assert [thought.text async for thought in thoughts] == ["a", "b"]

    assert timings == [Timing("it", 0.5, 1.5, "done")]


async def test_who_leaves_early_has_stopped_it():
    watch, timings = stopwatch()
    voice = TimedVoice(ScriptedVoice(delay=0.25), watch)

    async with aclosing(voice.speak("hello", ENGLISH)) as sounds:
        await anext(sounds)

    assert timings == [Timing("it", 0.25, 0.25, "stopped")]


async def test_an_error_passes_and_is_told():
    watch, timings = stopwatch()
    recogniser = TimedRecogniser(ScriptedRecogniser("hello", delay=0.5), watch)

    async with recogniser.open(ENGLISH) as hearing:
        await hearing.hear(bytes(2))
        assert (await hearing.transcript()).text == "hello"
        hearing._hearing.failing = True
        with pytest.raises(EngineFailed):
            await hearing.transcript()

    assert timings == [Timing("it", 0.5, 0.5, "done"), Timing("it", None, 0.5, "failed")]


class Nothing:
    async def translate(self, text, /, *, source, target):
        raise NotFound(text)


async def test_a_translation_that_is_not_found_is_timed_too():
    watch, timings = stopwatch()

    with pytest.raises(NotFound):
        await TimedTranslator(Nothing(), watch).translate("x", source="en", target="fr")

    assert timings == [Timing("it", None, 0.0, "failed")]
