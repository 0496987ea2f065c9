"""Between the wearer and somebody who speaks another language: an activity for two."""

from collections.abc import Iterator, Mapping
from functools import partial

import anyio
import anyio.abc

from lorgnette.core import cards, opposite
from lorgnette.core.captions import Caption
from lorgnette.core.opposite import LINES, OppositeLine
from lorgnette.core.rendering import Part, Rendering
from lorgnette.core.sides import Side, Sides
from lorgnette.core.types import Language, Layout
from lorgnette.engines import LANGUAGE_IDENTIFIER, TRANSLATOR
from lorgnette.skills import Life, Traits, Turn
from lorgnette.skills.translate.following import NAME
from lorgnette.skills.translate.translating import Translating


class Interpreting:
    """What the wearer says is said aloud in the other's language; what the other says is shown.

    Both languages are written down all the time, and `sides` decides which of the two it was. A
    tap says that it was the other.
    """

    def __init__(self, turn: Turn, theirs: Language) -> None:
        """`theirs`: what the other speaks."""
        self.traits = Traits(NAME, room=True, taps=True)
        self.turn = turn
        self.languages: Mapping[Side, Language] = {Side.MINE: turn.language, Side.THEIRS: theirs}
        self.sides = Sides()
        self.renderings = {
            side: Rendering(partial(self.is_of, side), partial(self.is_settled, side))
            for side in Side
        }
        self.works = {side: self.work(side) for side in Side}
        self.aloud = turn.profile.display.layout is Layout.NONE
        self.life: Life | None = None

    def work(self, side: Side) -> Translating:
        """Translates what one of the two says for the other."""
        way = self.languages[side], self.languages[side.other]
        kept = partial(self.say, side)
        return Translating(self.renderings[side], self.turn[TRANSLATOR], way, kept)

    def is_of(self, side: Side, caption: Caption) -> bool:
        """Whether a line in somebody's language was said by them."""
        utterance = self.sides.of(side, caption)
        return utterance is not None and utterance.side is side

    def is_settled(self, side: Side, caption: Caption) -> bool:
        """Whether that will not change any more by itself."""
        utterance = self.sides.of(side, caption)
        return utterance is not None and utterance.settled

    async def live(self, life: Life) -> None:
        """Interpret until left."""
        self.life = life
        life.show(cards.Captions(title=self.turn.message("listening")))
        life.opposite([], self.languages[Side.THEIRS])
        async with anyio.create_task_group() as tasks:
            for side in Side:
                tasks.start_soon(self.listen, life, side)
                tasks.start_soon(self.works[side].run)
                tasks.start_soon(self.draw, self.works[side])
            async for _ in life.taps():
                self.touched()

    async def listen(self, life: Life, side: Side) -> None:
        """Write down what is said, as if it were all in one language."""
        async with life.captions(self.languages[side]) as events:
            async for event in events:
                self.renderings[side].follow(event)
                self.sides.hear(side, self.renderings[side].captions)
                await self.judge()
                self.changed()

    async def judge(self) -> None:
        """Ask of each text that has changed how much it looks like its language."""
        for utterance in self.sides.unjudged():
            mine, theirs = utterance.texts
            self.sides.judge(
                utterance,
                await self.share(mine, Side.MINE),
                await self.share(theirs, Side.THEIRS),
            )

    async def share(self, text: str, side: Side) -> float:
        """How likely a text is in somebody's language and not in the other's."""
        if LANGUAGE_IDENTIFIER not in self.turn or not text:
            return 0.5
        among = [self.languages[side], self.languages[side.other]]
        likely = await self.turn[LANGUAGE_IDENTIFIER].identify(text, among)
        return likely[among[0]]

    def touched(self) -> None:
        """The wearer says that it was the other one."""
        if self.sides.touch() is not None:
            self.changed()

    def changed(self) -> None:
        """There may be something else to translate, and to draw."""
        for work in self.works.values():
            work.changed()
            work.drawn.set()

    async def draw(self, work: Translating) -> None:
        """Draw whatever has changed."""
        while True:
            await work.drawn.wait()
            work.drawn = anyio.Event()
            if self.life is not None:
                self.life.show(self.card())
                self.life.opposite(list(self.opposite()), self.languages[Side.THEIRS])

    def card(self) -> cards.Card:
        """What the other said, in the wearer's language; while the wearer speaks, how it is put."""
        last = self.sides.utterances[-1].side if self.sides.utterances else Side.THEIRS
        rendering = self.renderings[last]
        return cards.Captions(spoken=rendering.spoken(), source=rendering.source()[-1:])

    def opposite(self) -> Iterator[OppositeLine]:
        """What both have said, in the language of the other: for the page turned to them."""
        for utterance in list(self.sides.utterances)[-LINES:]:
            line = utterance.lines.get(utterance.side)
            if line is None:
                continue
            if utterance.side is Side.MINE:
                said = self.renderings[Side.MINE].translated(line.line)
                yield OppositeLine(utterance.number, opposite.Side.WEARER, said.text, said.tail)
            else:
                yield OppositeLine(utterance.number, opposite.Side.OTHER, line.committed, line.tail)

    async def say(self, side: Side, part: Part, text: str) -> None:
        """Say what the wearer said in the other's language; without a lens, theirs as well."""
        del part
        if self.life is not None and (side is Side.MINE or self.aloud):
            self.life.say(text, self.languages[side.other])
