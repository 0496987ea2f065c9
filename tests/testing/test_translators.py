from contextlib import aclosing, nullcontext

import anyio
import pytest
import trio

from lorgnette.core.errors import EngineFailed, NotFound
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.engines import Translation, follow
from lorgnette.testing.translators import HOSTILE, ScriptedTranslator, check_translator

GOOD_MORNING = {("Good morning", CHINESE): "早上好"}


async def ask(translator, text="Good morning"):
    return await translator.translate(text, source=ENGLISH, target=CHINESE)


async def test_the_scripted_translator_keeps_the_promises_of_a_translator():
    await check_translator(ScriptedTranslator(GOOD_MORNING, delay=0.2, approximate=True))


async def test_it_takes_its_time_remembers_and_fails_as_written():
    translator = ScriptedTranslator(GOOD_MORNING, delay=0.5)
    assert await ask(translator) == Translation("早上好")
    assert trio.current_time() == 0.5

    translator.failing.add("Good morning")
    with pytest.raises(EngineFailed):
        await ask(translator)
    assert translator.asked == [("Good morning", ENGLISH, CHINESE)] * 2


class Wrong(ScriptedTranslator):
    """A translator that breaks one promise."""

    def __init__(self, fault):
        super().__init__(GOOD_MORNING)
        self.fault = fault
        self.last = Translation("早上好")
        self.stopped = False

    async def translate(self, text, /, *, source, target):
        if self.fault == "knows every language":
            target = CHINESE
        if self.fault == "invents numbers" and "42" in text:
            return Translation("1234")
        if self.fault == "breaks" and text in HOSTILE:
            raise ValueError
        if self.fault == "says nothing":
            return Translation(" ")
        if self.fault == "mixes answers up" and text == "Good morning":
            before, self.last = self.last, Translation(f"早上好{len(self.asked)}")
            await super().translate(text, source=source, target=target)
            return before
        if self.fault == "does not recover":
            try:
                await anyio.lowlevel.checkpoint()
            except BaseException:
                self.stopped = True
                raise
            if self.stopped:
                return Translation("?")
        return await super().translate(text, source=source, target=target)


class Followed(ScriptedTranslator):
    """A translator that breaks a promise of those that can be followed."""

    def __init__(self, fault):
        super().__init__(GOOD_MORNING)
        self.fault = fault

    async def follow(self, text, /, *, source, target, final):
        if self.fault == "ends elsewhere" and final:
            yield await self.translate(text, source=source, target=target)
            yield Translation("晚上好")
        elif self.fault == "shows nothing":
            yield Translation(" ")
            yield await self.translate(text, source=source, target=target)
        elif self.fault == "breaks at a tail" and not final:
            raise ValueError
        elif final:
            yield await self.translate(text, source=source, target=target)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("ends elsewhere", AssertionError),
        ("shows nothing", AssertionError),
        ("breaks at a tail", ValueError),
        ("", None),
    ],
)
async def test_what_is_shown_on_the_way_is_a_promise_too(fault, error):
    with pytest.raises(error) if error else nullcontext():
        await check_translator(Followed(fault))


async def followed(translator, text="Good morning", *, final):
    stream = follow(translator, text, source=ENGLISH, target=CHINESE, final=final)
    async with aclosing(stream) as translations:
        return [each.text async for each in translations]


async def test_only_a_quick_translator_is_asked_for_a_tail():
    slow, quick = ScriptedTranslator(GOOD_MORNING), ScriptedTranslator(GOOD_MORNING, quick=True)

    assert await followed(slow, final=False) == []
    assert slow.asked == []
    assert await followed(quick, final=False) == ["早上好"]
    assert await followed(slow, final=True) == ["早上好"]


async def test_what_is_not_known_is_an_error_of_a_sentence_but_not_of_a_tail():
    translator = ScriptedTranslator({}, quick=True)

    assert await followed(translator, final=False) == []
    with pytest.raises(NotFound):
        await followed(translator, final=True)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("knows every language", AssertionError),
        ("invents numbers", AssertionError),
        ("breaks", ValueError),
        ("says nothing", AssertionError),
        ("mixes answers up", AssertionError),
        ("does not recover", AssertionError),
    ],
)
async def test_a_broken_promise_is_found(fault, error):
    with pytest.raises(error):
        await check_translator(Wrong(fault))
