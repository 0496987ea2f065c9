from contextlib import aclosing

import pytest

from lorgnette.core.errors import EngineFailed
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.testing.seers import ScriptedSeer, check_seer, said
from lorgnette.testing.views import plain


async def test_the_scripted_seer_keeps_the_promises_of_a_seer():
    await check_seer(ScriptedSeer())
    await check_seer(ScriptedSeer((1.0, "A dog.")))


async def test_it_answers_as_written_and_remembers_what_it_was_shown():
    seer, shown = ScriptedSeer(("A ", "cat."), ("A dog.",)), (plain(),)

    assert [await said(seer, shown, "what?") for _ in range(3)] == ["A cat.", "A dog.", "A dog."]
    async with aclosing(seer.see(shown, "什么", language=CHINESE)) as words:
        await anext(words)

    assert seer.asked == [(shown, "what?", ENGLISH)] * 3 + [(shown, "什么", CHINESE)]
    assert seer.interrupted == 1


async def test_it_fails_as_written():
    with pytest.raises(EngineFailed, match="broken"):
        await said(ScriptedSeer((EngineFailed("broken"),)), (plain(),), "what?")


@pytest.mark.parametrize("answer", [(), ("",)])
async def test_a_seer_that_breaks_a_promise_is_found_out(answer):
    with pytest.raises(AssertionError, match="not kept"):
        await check_seer(ScriptedSeer(answer))
