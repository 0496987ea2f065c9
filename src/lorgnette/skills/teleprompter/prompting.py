"""The teleprompter while it goes on: follows the wearer's words, shows or whispers what is next."""

from collections.abc import Sequence
from math import inf

import anyio

from lorgnette.core import cards
from lorgnette.core.captions import CaptionEvent, Committed, Tail
from lorgnette.core.cards import Card, Emphasis, Line
from lorgnette.core.lens.scroll import room_on
from lorgnette.core.notes import LONGEST
from lorgnette.core.writing import showable
from lorgnette.skills import Life, Traits, Turn
from lorgnette.skills.teleprompter.part import Part
from lorgnette.skills.teleprompter.place import Place, language_of

HESITATES = 2.5
"""Seconds of silence after which the next words are whispered, where they cannot be read."""

TRAILS_OFF = 6.0
"""Seconds of silence after which the last words are taken to have been said."""

LINGERS = 8.0
"""Seconds for which it is shown that this was all, before the teleprompter leaves by itself."""


class Prompting:
    """A text that goes on with the wearer's words.

    On a display it scrolls, row by row; without one the next words are whispered when the wearer
    hesitates. A tap moves on by a row, or asks for the next words.
    """

    traits = Traits("teleprompter", room=True, taps=True)

    def __init__(self, turn: Turn, text: str) -> None:
        """`text` has words. The display is that of the turn it begins in."""
        shown = showable(text, LONGEST, paragraphs=True)
        self.turn = turn
        self.language = language_of(shown, turn.language)
        self.place = Place(shown, self.language, room_on(turn.profile.display))
        self.paused = False
        self.begun = False
        """Whether something was heard since words were last whispered: silence is a hesitation."""
        self.whispered = 0
        """The word after those that were whispered."""
        self.told = False
        """Whether it was said that this was all."""
        self.news = anyio.Event()
        self.life: Life | None = None

    @property
    def next_words(self) -> str:
        """How the text goes on; empty at its end."""
        return self.place.coming(self.place.next)[0]

    async def live(self, life: Life) -> None:
        """Go on until a while after the last word."""
        self.life = life
        self.show()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(self.listen, life)
            tasks.start_soon(self.wait_for_taps, life)
            await self.wait_for_the_end(life)
            tasks.cancel_scope.cancel()

    async def listen(self, life: Life) -> None:
        """Follow what the wearer says."""
        async with life.captions(self.language) as events:
            async for event in events:
                if not self.paused:
                    self.hear(event)

    def hear(self, event: CaptionEvent) -> None:
        """Some words were said, or seem to have been."""
        match event:
            case Committed(text=text):
                self.place.hear(text)
            case Tail(text=text) if text:
                self.place.guess(text)
            case _:
                return
        self.begun, self.whispered = True, 0
        self.changed()

    async def wait_for_taps(self, life: Life) -> None:
        """A tap goes on after a pause; else it helps on, by a row or by the next words."""
        async for _ in life.taps():
            if self.paused:
                self.pause(False)
            elif self.place.scroll is not None:
                self.move(Part.LINE, 1)
            else:
                self.whisper(life)

    async def wait_for_the_end(self, life: Life) -> None:
        """Wait while the text is said; help where the wearer hesitates."""
        while True:
            with anyio.move_on_after(self.patience) as scope:
                await self.news.wait()
            if not scope.cancelled_caught:
                continue
            if self.place.over:
                return
            if self.place.nearly_over:
                self.place.put(len(self.place.script))
                self.changed()
            else:
                self.whisper(life)

    @property
    def patience(self) -> float:
        """Seconds for which silence means nothing."""
        if self.place.over:
            return LINGERS
        if self.paused or not self.begun:
            return inf
        if self.place.nearly_over:
            return TRAILS_OFF
        return HESITATES if self.place.scroll is None else inf

    def whisper(self, life: Life) -> None:
        """Say the next few words; asked again, those after them."""
        words, after = self.place.coming(max(self.place.next, self.whispered))
        self.begun, self.whispered = False, after
        self.stir()
        life.say(words, self.language)

    def pause(self, paused: bool) -> None:
        """Stay where one is, or go on."""
        self.paused = paused
        self.changed()

    def move(self, part: Part, by: int) -> None:
        """Go some lines, sentences or paragraphs on, or back."""
        self.place.move(self.starts_of(part), by)
        self.whispered = 0
        self.changed()

    def starts_of(self, part: Part) -> Sequence[int]:
        """The words with which the lines, sentences or paragraphs begin."""
        match part:
            case Part.LINE:
                return self.place.lines
            case Part.SENTENCE:
                return self.place.sentences
            case Part.PARAGRAPH:
                return self.place.paragraphs

    def start_over(self) -> None:
        """Go back to the first word."""
        self.place.put(0)
        self.paused, self.begun, self.whispered = False, False, 0
        self.changed()

    def changed(self) -> None:
        """The place is another one, or may be."""
        self.stir()
        self.show()

    def stir(self) -> None:
        """Begin to wait anew."""
        self.news.set()
        self.news = anyio.Event()

    def show(self) -> None:
        """Put the rows around the place on the lens; where there is none, say when it is over."""
        if self.life is None:
            return
        if self.place.scroll is not None:
            self.life.show(self.card)
        elif self.place.over and not self.told:
            self.life.say(self.turn.message("that-was-all"))
        self.told = self.place.over

    @property
    def card(self) -> Card:
        """What is to be read now: rows that were said faint, the current one strong."""
        scroll, place = self.place.scroll, self.place
        if scroll is None or place.over:
            return cards.Text(title=self.turn.message("that-was-all"))
        row = scroll.row_of(place.script.spans[place.next][0])
        window = scroll.window(row)
        items = (
            Line(scroll.rows[each], emphasis=Emphasis.FAINT if each < row else Emphasis.NORMAL)
            for each in window
        )
        footer = scroll.room.footed(self.footer)
        return cards.List(items=tuple(items), selected=row - window.start, footer=footer)

    @property
    def footer(self) -> str:
        """How much was said, and whether it waits."""
        percent = int(100 * self.place.share)
        return self.turn.message("footer", percent=percent, paused="yes" if self.paused else "no")
