"""A life for the tests of activities: what is said around is a script, and what it does is kept.

    life = ScriptedLife().hears("four score", at=1.0).hears("and seven", at=2.0).taps_at(3.0)
    over = await life.lived(Prompting(turn, …), until=5.0)
    assert life.told == [(3.0, "years ago")]

Times are seconds since it began to live, on the clock of the test. It listens for as long as there
is an activity that does: after the last word there is silence, not an end.
"""

from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Generic, Self, TypeVar

import anyio
import numpy as np

from lorgnette.core.activities import Activity
from lorgnette.core.captions import CaptionEvent, Committed, LineEnded, Tail
from lorgnette.core.cards import Card
from lorgnette.core.earcons import Earcon
from lorgnette.core.errors import CannotLocate, CannotSee
from lorgnette.core.fixes import Fix
from lorgnette.core.opposite import Opposite, OppositeLine
from lorgnette.core.types import CHINESE, ENGLISH, SAMPLE_RATE, Language, Sound
from lorgnette.core.words import split
from lorgnette.engines import Key, Screening
from lorgnette.skills.eyes import Sight
from lorgnette.skills.guests import Invitation
from lorgnette.testing.turns import NOW

T = TypeVar("T")

WORD = 0.4
"""Seconds that a word is taken to last before it is heard."""


class ScriptedGuests:
    """Those whom an activity has invited; `over` is set when the wearer's page ends it."""

    def __init__(self) -> None:
        self.invitations: list[Invitation] = []
        self.over = anyio.Event()

    def invite(self, name: str, /) -> Invitation:
        """See `Guests`."""
        link = f"https://hub.example/guest#{len(self.invitations) + 1}"
        self.invitations.append(Invitation(name, link, np.zeros((4, 4, 3), np.uint8)))
        return self.invitations[-1]

    async def ended(self) -> None:
        """See `Guests`."""
        await self.over.wait()


@dataclass
class ScriptedLife:
    """What happens around an activity, built up cue by cue, and what came of it.

    `scripts` are what is heard by whoever listens for another language. `shown` and `told` are the
    cards and the remarks with their times, `spoken_in` the languages asked for by remarks,
    `sides` where they come from, `turned` what the person opposite was shown, `listening` what it
    listens to now, `invited` the guests, `seen_by` those who saw what is seen, and `sent_to` the
    engines that got it.
    """

    language: Language = ENGLISH
    in_front: bool = True
    left: bool = False
    heard: list[tuple[float, CaptionEvent]] = field(default_factory=list)
    sound: list[tuple[float, Sound]] = field(default_factory=list)
    views: list[tuple[float, Sight | str]] = field(default_factory=list)
    fixes: list[tuple[float, Fix | str]] = field(default_factory=list)
    tapped: list[float] = field(default_factory=list)
    shown: list[tuple[float, Card]] = field(default_factory=list)
    told: list[tuple[float, str]] = field(default_factory=list)
    spoken_in: list[Language | None] = field(default_factory=list)
    sides: list[int] = field(default_factory=list)
    signs: list[tuple[float, Earcon]] = field(default_factory=list)
    hushed: list[tuple[float, str]] = field(default_factory=list)
    turned: list[tuple[float, Opposite]] = field(default_factory=list)
    listening: list[str] = field(default_factory=list)
    scripts: dict[Language, "ScriptedLife"] = field(default_factory=dict)
    seen_by: set[str] = field(default_factory=set)
    sent_to: set[str] = field(default_factory=set)
    invited: ScriptedGuests = field(default_factory=ScriptedGuests)
    line: int = 1
    open: bool = False
    start: float = 0.0

    def hears(self, text: str, *, at: float) -> Self:
        """More words are certain: they are committed to the line that is being said."""
        first, last = self.span(text, at)
        said = Committed(self.line, self.gap + text, first, last, self.language)
        self.open = True
        return self.event(said, at=at)

    def guesses(self, text: str, *, at: float) -> Self:
        """The end of the line that is being said seems to be this."""
        first, last = self.span(text, at)
        return self.event(Tail(self.line, self.gap + text, first, last), at=at)

    def pauses(self, *, at: float) -> Self:
        """The voice is silent for so long that its line ends."""
        self.event(LineEnded(self.line, 0, round(at * SAMPLE_RATE)), at=at)
        self.line, self.open = self.line + 1, False
        return self

    def event(self, event: CaptionEvent, *, at: float) -> Self:
        """Any other event of captions."""
        self.heard.append((at, event))
        return self

    def sounds_like(self, sound: Sound, *, at: float) -> Self:
        """The microphone hears a piece of sound that begins then."""
        self.sound.append((at, sound))
        return self

    def sees(self, view: Sight | str, *, at: float) -> Self:
        """The camera gives a picture, or says why it gives none."""
        self.views.append((at, view))
        return self

    def stands(self, fix: Fix | str, *, at: float) -> Self:
        """The receiver gives a fix, or says why it gives none."""
        self.fixes.append((at, fix))
        return self

    def taps_at(self, *at: float) -> Self:
        """The wearer taps."""
        self.tapped += at
        return self

    @property
    def gap(self) -> str:
        """What stands between the words of a line before and the next ones."""
        return " " if self.open and self.language not in (CHINESE, "ja") else ""

    def span(self, text: str, at: float) -> tuple[int, int]:
        """The samples between which words were said that are heard at a time."""
        first = max(0.0, at - WORD * len(split(text, self.language)))
        return round(first * SAMPLE_RATE), round(at * SAMPLE_RATE)

    async def lived(self, activity: Activity, *, until: float) -> bool:
        """Let an activity live; whether it was over by itself, and not left in the end."""
        self.start = anyio.current_time()
        with anyio.move_on_after(until) as scope:
            await activity.live(self)
        return not scope.cancelled_caught

    @property
    def seconds(self) -> float:
        """The time since it began to live, as it is kept."""
        return round(anyio.current_time() - self.start, 2)

    def show(self, card: Card) -> None:
        """See `Life`."""
        self.shown.append((self.seconds, card))

    def say(
        self,
        text: str,
        language: Language | None = None,
        *,
        topic: str = "",
        earcon: Earcon | None = None,
        side: int = 0,
    ) -> None:
        """See `Life`. It is said at once."""
        del topic
        if earcon is not None:
            self.signs.append((self.seconds, earcon))
        self.told.append((self.seconds, text))
        self.spoken_in.append(language)
        self.sides.append(side)

    def hush(self, topic: str) -> None:
        """See `Life`."""
        self.hushed.append((self.seconds, topic))

    def opposite(self, lines: Sequence[OppositeLine], language: Language) -> None:
        """See `Life`."""
        self.turned.append((self.seconds, Opposite(language, tuple(lines))))

    @contextmanager
    def listens(self, to: str) -> Iterator[None]:
        """Listen to something for a while."""
        self.listening.append(to)
        try:
            yield
        finally:
            self.listening.remove(to)

    @asynccontextmanager
    async def captions(
        self, language: Language | None = None
    ) -> AsyncIterator[AsyncIterator[CaptionEvent]]:
        """See `Life`."""
        with self.listens(f"captions {language or self.language}"):
            script = self.scripts.get(language or self.language, self)
            yield Cues(self, script.heard)

    @asynccontextmanager
    async def sounds(self) -> AsyncIterator[AsyncIterator[tuple[int, Sound]]]:
        """See `Life`."""
        pieces = [(at, (round(at * SAMPLE_RATE), sound)) for at, sound in self.sound]
        with self.listens("sounds"):
            yield Cues(self, pieces)

    @asynccontextmanager
    async def looking(
        self, *, rate: float = 8.0, side: int = 1280
    ) -> AsyncIterator[AsyncIterator[Sight]]:
        """See `Life`."""
        with self.listens(f"pictures {rate:g} {side}"):
            yield Views(Cues(self, self.views), self)

    @asynccontextmanager
    async def following(self, *, rate: float = 1.0) -> AsyncIterator[AsyncIterator[Fix]]:
        """See `Life`. What time a fix has is its own matter."""
        with self.listens(f"position {rate:g}"):
            yield Answers(Cues(self, self.fixes), CannotLocate)

    @contextmanager
    def guests(self, screening: Screening, /) -> Iterator[ScriptedGuests]:
        """See `Life`."""
        del screening
        yield self.invited

    def taps(self) -> AsyncIterator[None]:
        """See `Life`."""
        return Cues(self, [(at, None) for at in self.tapped])

    def now(self) -> datetime:
        """See `Life`."""
        return NOW + timedelta(seconds=self.seconds)

    def moment_of(self, sample: int) -> datetime:
        """See `Life`."""
        return NOW + timedelta(seconds=sample / SAMPLE_RATE)


class Cues(Generic[T]):
    """What comes at its times, in order; then nothing more, and no end."""

    def __init__(self, life: ScriptedLife, cues: Sequence[tuple[float, T]]) -> None:
        self.life = life
        self.cues = deque(sorted(cues, key=lambda cue: cue[0]))

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        """Wait for the next."""
        if not self.cues:
            await anyio.sleep_forever()
        at, what = self.cues.popleft()
        await anyio.sleep_until(self.life.start + at)
        return what


class Answers(Generic[T]):
    """What a sense of the glasses gives as it comes; a word is why it gives nothing."""

    def __init__(self, cues: Cues[T | str], error: Callable[[str], Exception]) -> None:
        self.cues = cues
        self.error = error

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        """Wait for the next. Raises the error of the sense."""
        given = await anext(self.cues)
        if isinstance(given, str):
            raise self.error(given)
        return given


class Views(Answers[Sight]):
    """Pictures as they come."""

    def __init__(self, cues: Cues[Sight | str], life: ScriptedLife) -> None:
        super().__init__(cues, CannotSee)
        self.life = life

    def shown_to(self, engine: Key[Any], /) -> None:
        """See `Sights`."""
        self.life.sent_to.add(engine.name)

    def shown_to_guest(self, name: str, /) -> None:
        """See `Sights`."""
        self.life.seen_by.add(name)
