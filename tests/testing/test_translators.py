import anyio
import pytest
import trio

from lorgnette.core.errors import EngineFailed
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.engines import Translation
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
