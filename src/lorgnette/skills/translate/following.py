"""Whoever speaks another language, in the wearer's: an activity."""

import anyio

from lorgnette.core import cards
from lorgnette.core.rendering import Part, Rendering
from lorgnette.core.types import Language, Layout
from lorgnette.engines import TRANSLATOR
from lorgnette.skills import Life, Traits, Turn
from lorgnette.skills.translate.translating import Translating

NAME = "translation"
"""Both activities of this skill have it: one takes the place of the other."""


class Following:
    """Shows what is said in one language in another, and says it where nothing can be shown.

    With `original` what was said stands above its translation; with `aloud` it is spoken too.
    """

    def __init__(self, turn: Turn, source: Language, target: Language) -> None:
        """From what into what."""
        self.traits = Traits(NAME, room=True)
        self.turn = turn
        self.way = source, target
        self.original = True
        self.aloud = turn.profile.display.layout is Layout.NONE
        self.rendering = Rendering()
        self.life: Life | None = None

    async def live(self, life: Life) -> None:
        """Follow whoever speaks."""
        self.life = life
        life.show(cards.Captions(title=self.turn.message("listening")))
        work = Translating(self.rendering, self.turn[TRANSLATOR], self.way, self.say)
        async with life.captions(self.way[0]) as events, anyio.create_task_group() as tasks:
            tasks.start_soon(work.run)
            tasks.start_soon(self.draw, work)
            async for event in events:
                self.rendering.follow(event)
                work.changed()
                work.drawn.set()
            tasks.cancel_scope.cancel()

    async def draw(self, work: Translating) -> None:
        """Draw whatever has changed."""
        while True:
            await work.drawn.wait()
            work.drawn = anyio.Event()
            self.redraw()

    def redraw(self) -> None:
        """Draw what there is now."""
        if self.life is not None:
            source = self.rendering.source() if self.original else ()
            self.life.show(cards.Captions(spoken=self.rendering.spoken(), source=source))

    async def say(self, part: Part, text: str) -> None:
        """Say the translation of a sentence, when that is wanted."""
        del part
        if self.aloud and self.life is not None:
            self.life.say(text, self.way[1])
