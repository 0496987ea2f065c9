"""Models that answer as written: what a scripted thinker and a scripted seer have in common."""

from collections.abc import AsyncGenerator, Sequence
from typing import Generic, TypeVar

import anyio

from lorgnette.core.errors import EngineFailed

Item = TypeVar("Item")
Question = TypeVar("Question")


class ScriptedModel(Generic[Question, Item]):
    """Gives one answer for each time it is asked, the last one again and again.

    An answer is a row of items that are given, seconds that are waited, and errors that are raised.
    """

    def __init__(self, answers: Sequence[Sequence[Item | float | EngineFailed]]) -> None:
        self._answers = answers
        self.asked: list[Question] = []
        """What it was asked, in order."""
        self.interrupted = 0
        """How many answers were not heard to the end."""

    async def answered(self, question: Question) -> AsyncGenerator[Item]:
        """Give the next answer."""
        answer = self._answers[min(len(self.asked), len(self._answers) - 1)]
        self.asked.append(question)
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
