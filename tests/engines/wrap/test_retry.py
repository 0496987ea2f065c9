from contextlib import aclosing

import pytest
import trio

from lorgnette.core.errors import ConfigurationError, EngineFailed, NotFound
from lorgnette.core.types import Language
from lorgnette.engines import Message, Translation, Words, follow
from lorgnette.engines.wrap.retry import (
    Patience,
    RetryingThinker,
    RetryingTranslator,
    RetryingVoice,
)
from lorgnette.testing.thinkers import ScriptedThinker, check_thinker
from lorgnette.testing.translators import ScriptedTranslator, check_translator
from lorgnette.testing.voices import ScriptedVoice, check_voice

ASKED = (Message("user", "hello"),)
BROKEN = EngineFailed("broken")


def patience(times=3):
    return Patience(trio.sleep, times=times, wait=0.1)


class Moody:
    """A translator that fails as often as it is told."""

    def __init__(self, *errors):
        self.errors = list(errors)

    async def translate(self, text, /, *, source, target):
        if self.errors:
            raise self.errors.pop(0)
        return Translation(text.upper())


async def translated(moody, times=3):
    return await RetryingTranslator(moody, patience(times)).translate("a", source="", target="")


async def heard(thinker, times=3):
    answer = []
    try:
        async with aclosing(RetryingThinker(thinker, patience(times)).think(ASKED)) as thoughts:
            async for thought in thoughts:
                answer.append(thought.text)  # noqa: PERF401 - kept although the loop raises
    except EngineFailed:
        answer.append("failed")
    return answer


async def test_an_engine_that_is_asked_again_is_an_engine():
    await check_voice(RetryingVoice(ScriptedVoice(), patience()))
    await check_thinker(RetryingThinker(ScriptedThinker(), patience()))
    scripted = ScriptedTranslator({("Good morning", Language("zh")): "早上好"}, quick=True)
    await check_translator(RetryingTranslator(scripted, patience()))


async def test_what_fails_twice_works_the_third_time_after_a_growing_wait():
    assert await translated(Moody(BROKEN, BROKEN)) == Translation("A")
    assert trio.current_time() == pytest.approx(0.3)


async def test_the_last_error_is_told():
    with pytest.raises(EngineFailed, match="broken"):
        await translated(Moody(BROKEN, BROKEN), times=2)


@pytest.mark.parametrize("error", [ConfigurationError("wrong"), NotFound("nothing")])
async def test_what_another_try_cannot_mend_is_not_tried_again(error):
    with pytest.raises(type(error)):
        await translated(Moody(error))


async def test_a_stream_begins_again_only_before_its_first_item():
    assert await heard(ScriptedThinker((BROKEN,), (Words("a"), Words("b")))) == ["a", "b"]
    assert await heard(ScriptedThinker((Words("a"), BROKEN), (Words("b"),))) == ["a", "failed"]
    assert await heard(ScriptedThinker((BROKEN,)), times=2) == ["failed"]


async def test_a_sentence_is_followed_again_but_a_tail_is_let_go():
    for final, expected, seconds in ((True, [Translation("A")], 0.1), (False, [], 0.1)):
        translator = RetryingTranslator(Moody(BROKEN), patience())
        stream = follow(translator, "a", source="", target="", final=final)
        async with aclosing(stream) as translations:
            assert [each async for each in translations] == expected
        assert trio.current_time() == pytest.approx(seconds)


async def test_a_voice_that_was_heard_does_not_begin_again():
    voice = ScriptedVoice()
    voice.failing.add("hello")

    async def hear():
        stream = RetryingVoice(voice, patience()).speak("hello", Language("en"))
        async with aclosing(stream) as sounds:
            async for _ in sounds:
                pass

    with pytest.raises(EngineFailed):
        await hear()
    assert len(voice.asked) == 1
