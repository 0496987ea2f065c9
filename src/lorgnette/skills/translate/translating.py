"""Keeps a rendering translated while it grows."""

from collections.abc import Awaitable, Callable
from contextlib import aclosing

import anyio

from lorgnette.core.errors import EngineFailed, NotFound
from lorgnette.core.rendering import Part, Rendering
from lorgnette.core.types import Language
from lorgnette.engines import Translation, Translator
from lorgnette.engines.translator import follow


class Translating:
    """One rendering at work: tell it with `changed` that there may be more to translate."""

    def __init__(
        self,
        rendering: Rendering,
        translator: Translator,
        way: tuple[Language, Language],
        kept: Callable[[Part, str], Awaitable[None]],
    ) -> None:
        """`way`: from what into what. `kept` is told every sentence whose translation stays."""
        self.rendering = rendering
        self.translator = translator
        self.source, self.target = way
        self.kept = kept
        self.news = anyio.Event()
        self.drawn = anyio.Event()
        self.guessing = anyio.CancelScope()

    def changed(self) -> None:
        """More was said: what is being guessed at is out of date."""
        self.news.set()
        self.guessing.cancel()

    async def run(self) -> None:
        """Translate until cancelled. Raises UnsupportedLanguage."""
        while True:
            self.news = anyio.Event()
            while (part := self.rendering.sentence()) is not None:
                await self.keep(part)
            if (pending := self.rendering.pending()) is not None:
                with anyio.CancelScope() as self.guessing:
                    await self.guess(pending, final=False)
            await self.news.wait()

    async def keep(self, part: Part) -> None:
        """Translate a sentence for good; one that nobody can translate stays as it was said."""
        try:
            text = await self.guess(part, final=True)
        except (NotFound, EngineFailed):
            text = f"«{part.text.strip()}»"
        self.rendering.keep(part, text)
        self.drawn.set()
        await self.kept(part, text)

    async def guess(self, part: Part, *, final: bool) -> str:
        """Translate something, and show how it grows; the last of it."""
        text = ""
        growing = follow(
            self.translator, part.text.strip(), source=self.source, target=self.target, final=final
        )
        async with aclosing(growing) as translations:
            async for translation in translations:
                text = marked(translation)
                self.rendering.guess(part, text)
                self.drawn.set()
        return text


def marked(translation: Translation) -> str:
    """The text, and behind it what got lost on the way: a number, a price, a time, a name."""
    if not translation.lost:
        return translation.text
    return f"{translation.text} [{', '.join(translation.lost)}?]"
