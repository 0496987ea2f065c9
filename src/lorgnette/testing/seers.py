"""A scripted seer, and the promises of every `Seer`."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

import anyio

from lorgnette.core.errors import EngineFailed
from lorgnette.core.types import ENGLISH, Language
from lorgnette.engines import Seer
from lorgnette.testing.lines import ScriptedModel
from lorgnette.testing.promises import promise
from lorgnette.testing.views import plain

Line = str | float | EngineFailed
"""What a scripted seer does next: say words, wait for seconds, or fail."""


class ScriptedSeer(ScriptedModel[tuple[tuple[bytes, ...], str, Language], str]):
    """A `Seer` that answers as written. It notes pictures, questions and languages."""

    def __init__(self, *answers: Sequence[Line]) -> None:
        """Without an answer it says «A cup.»."""
        super().__init__(answers or (("A ", "cup."),))

    async def see(
        self, pictures: Sequence[bytes], question: str, /, *, language: Language
    ) -> AsyncGenerator[str]:
        """Give the next answer."""
        async with aclosing(self.answered((tuple(pictures), question, language))) as words:
            async for each in words:
                yield each


async def check_seer(seer: Seer, question: str = "What is this?") -> None:
    """Every promise of a `Seer` that can be checked whatever it says.

    Raises AssertionError with the first promise that is not kept.
    """
    shown = (plain(),)
    promise(bool(await said(seer, shown, question)), "there is an answer")
    several = (*shown, plain(30))
    promise(bool(await said(seer, several, question)), "several pictures are one question")
    async with aclosing(seer.see(shown, question, language=ENGLISH)) as words:
        await anext(words)
    with anyio.CancelScope() as scope:
        scope.cancel()
        await said(seer, shown, question)
    promise(bool(await said(seer, shown, question)), "it answers again after an interruption")


async def said(seer: Seer, pictures: Sequence[bytes], question: str) -> str:
    """The whole answer in English."""
    async with aclosing(seer.see(pictures, question, language=ENGLISH)) as words:
        texts = [text async for text in words]
    promise(all(isinstance(text, str) and text for text in texts), "words are not empty")
    return "".join(texts)
