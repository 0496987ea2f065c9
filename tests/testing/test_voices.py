from collections.abc import AsyncGenerator
from contextlib import aclosing

import pytest
import trio

from lorgnette.core.errors import EngineFailed
from lorgnette.core.types import Language, Sound
from lorgnette.testing.voices import ScriptedVoice, check_voice

ENGLISH = Language("en")


async def test_the_scripted_voice_keeps_the_promises_of_a_voice():
    await check_voice(ScriptedVoice(delay=0.2))


async def test_it_speaks_when_the_script_says_and_remembers_what_it_was_asked():
    voice = ScriptedVoice(delay=0.25, pace=0.1, chunk=0.2)
    async with aclosing(voice.speak("hello", ENGLISH)) as sounds:
        first = await anext(sounds)
        assert trio.current_time() == 0.25
        assert len(first) == 0.2 * 32_000

    assert voice.asked == [("hello", "en")]
    assert voice.interrupted == ["hello"]


async def hear(voice, text):
    async with aclosing(voice.speak(text, ENGLISH)) as sounds:
        async for _ in sounds:
            pass


async def test_it_fails_and_hangs_as_written():
    voice = ScriptedVoice()
    voice.failing.add("one")
    voice.hanging.add("two")

    with pytest.raises(EngineFailed):
        await hear(voice, "one")
    with trio.move_on_after(1000) as scope:
        await hear(voice, "two")
    assert scope.cancelled_caught


class Wrong(ScriptedVoice):
    """A voice that breaks one promise."""

    def __init__(self, fault):
        super().__init__()
        self.fault = fault

    async def speak(self, text: str, /, language: Language) -> AsyncGenerator[Sound]:
        if self.fault == "speaks anything":
            language = ENGLISH
        async with aclosing(super().speak(text, language)) as sounds:
            async for sound in sounds:
                yield {"half samples": sound[:-1], "silent": bytes(len(sound))}.get(
                    self.fault, sound
                )
        if self.fault == "talks on":
            yield super().sound_of("".join(self.interrupted) + " ")
        if self.fault == "empty chunk":
            yield b""


@pytest.mark.parametrize(
    "fault", ["speaks anything", "half samples", "silent", "talks on", "empty chunk"]
)
async def test_a_voice_that_breaks_a_promise_is_found_out(fault):
    with pytest.raises(AssertionError, match="not kept"):
        await check_voice(Wrong(fault))
