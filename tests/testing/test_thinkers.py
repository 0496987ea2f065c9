from contextlib import aclosing

import pytest
import trio

from lorgnette.core.errors import EngineFailed
from lorgnette.engines import Call, Message, Tool, Words
from lorgnette.testing.thinkers import ScriptedThinker, check_thinker

QUESTION = (Message("user", "Are you there?"),)
CALL = Call("1", "clock-time", {})


async def test_the_scripted_thinker_keeps_the_promises_of_a_thinker():
    await check_thinker(ScriptedThinker())
    await check_thinker(ScriptedThinker((CALL,), (1.0, Words("Yes."))))


async def test_it_answers_as_written_and_remembers_what_it_was_asked():
    thinker = ScriptedThinker((0.5, Words("One"), CALL), (Words("Two"),))
    tool = Tool("clock-time", "Tell the time.", {})

    for expected in ([Words("One"), CALL], [Words("Two")], [Words("Two")]):
        async with aclosing(thinker.think(QUESTION, (tool,))) as thoughts:
            assert [thought async for thought in thoughts] == expected

    assert trio.current_time() == 0.5
    assert thinker.asked == [(QUESTION, (tool,))] * 3
    assert thinker.interrupted == 0


async def test_it_fails_as_written():
    thinker = ScriptedThinker((Words("One"), EngineFailed("broken")))
    heard = []

    async def ask():
        async with aclosing(thinker.think(QUESTION)) as thoughts:
            async for thought in thoughts:
                heard.append(thought)  # noqa: PERF401 - kept although the loop raises

    with pytest.raises(EngineFailed, match="broken"):
        await ask()
    assert heard == [Words("One")]


@pytest.mark.parametrize("answer", [(), (Words(""),), (Call("", "x", {}),), ("text",)])
async def test_a_thinker_that_breaks_a_promise_is_found_out(answer):
    with pytest.raises(AssertionError, match="not kept"):
        await check_thinker(ScriptedThinker(answer))
