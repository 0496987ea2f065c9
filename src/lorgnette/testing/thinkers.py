"""A scripted thinker, and the promises of every `Thinker`."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

import anyio

from lorgnette.core.errors import EngineFailed
from lorgnette.engines import Call, Message, Thinker, Tool, Words
from lorgnette.testing.lines import ScriptedModel
from lorgnette.testing.promises import promise

Line = Words | Call | float | EngineFailed
"""What a scripted thinker does next: give an item, wait for seconds, or fail."""

HELLO = (Message("user", "Say hello in one short sentence."),)


class ScriptedThinker(ScriptedModel[tuple[tuple[Message, ...], tuple[Tool, ...]], Words | Call]):
    """A `Thinker` that answers as written. It notes messages, and the tools it was given."""

    def __init__(self, *answers: Sequence[Line]) -> None:
        """Without an answer it says «Hello.»."""
        super().__init__(answers or ((Words("Hello."),),))

    async def think(
        self, messages: Sequence[Message], tools: Sequence[Tool] = ()
    ) -> AsyncGenerator[Words | Call]:
        """Give the next answer."""
        async with aclosing(self.answered((tuple(messages), tuple(tools)))) as items:
            async for each in items:
                yield each


async def check_thinker(thinker: Thinker, messages: Sequence[Message] = HELLO) -> None:
    """Every promise of a `Thinker` that can be checked whatever it says.

    `messages` must be answered with words or calls. Raises AssertionError with the first promise
    that is not kept.
    """
    async with aclosing(thinker.think(messages)) as thoughts:
        items = [item async for item in thoughts]
    promise(bool(items), "there is an answer")
    for item in items:
        promise(isinstance(item, Words | Call), "the answer is words and calls")
        promise(not isinstance(item, Words) or item.text != "", "words are not empty")
        promise(not isinstance(item, Call) or bool(item.id and item.name), "calls have names")
    async with aclosing(thinker.think(messages)) as thoughts:
        await anext(thoughts)
    with anyio.CancelScope() as scope:
        scope.cancel()
        async with aclosing(thinker.think(messages)) as thoughts:
            async for _ in thoughts:
                pass
    async with aclosing(thinker.think(messages)) as thoughts:
        promise(bool([item async for item in thoughts]), "it answers again after an interruption")
