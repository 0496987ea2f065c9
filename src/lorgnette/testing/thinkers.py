"""A scripted thinker, and the promises of every `Thinker`."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

import anyio

from lorgnette.core.errors import EngineFailed
from lorgnette.engines import Call, Message, Thinker, Tool, Words
from lorgnette.testing.promises import promise

Line = Words | Call | float | EngineFailed
"""What a scripted thinker does next: give an item, wait for seconds, or fail."""

HELLO = (Message("user", "Say hello in one short sentence."),)


class ScriptedThinker:
    """A `Thinker` that answers as written: one answer for each time it is asked.

    Asked more often than there are answers, it gives the last one again.
    """

    def __init__(self, *answers: Sequence[Line]) -> None:
        """Without an answer it says «Hello.»."""
        self._answers = answers or ((Words("Hello."),),)
        self.asked: list[tuple[tuple[Message, ...], tuple[Tool, ...]]] = []
        """What it was asked, in order, with the tools it was given."""
        self.interrupted = 0
        """How many answers were not heard to the end."""

    async def think(
        self, messages: Sequence[Message], tools: Sequence[Tool] = ()
    ) -> AsyncGenerator[Words | Call]:
        """Give the next answer."""
        answer = self._answers[min(len(self.asked), len(self._answers) - 1)]
        self.asked.append((tuple(messages), tuple(tools)))
        finished = False
        try:
            for line in answer:
                if isinstance(line, EngineFailed):
                    raise line
                if isinstance(line, float):
                    await anyio.sleep(line)
                else:
                    yield line
            finished = True
        finally:
            if not finished:
                self.interrupted += 1


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
