"""The activities of one session: what they see, hear and say, and how they come to their end."""

import logging
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    asynccontextmanager,
    contextmanager,
)
from datetime import datetime
from typing import TYPE_CHECKING

import anyio
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream

from lorgnette.app.tracing import report
from lorgnette.core import effects as do
from lorgnette.core import events as on
from lorgnette.core.activities import Activity
from lorgnette.core.captions import CaptionEvent
from lorgnette.core.cards import Card
from lorgnette.core.earcons import Earcon
from lorgnette.core.errors import WearerError
from lorgnette.core.fixes import Fix
from lorgnette.core.opposite import Opposite, OppositeLine
from lorgnette.core.types import SAMPLE_RATE, Language, Sound, samples_in
from lorgnette.engines import Screening
from lorgnette.skills.eyes import Sights
from lorgnette.skills.guests import Guests

if TYPE_CHECKING:
    from lorgnette.app.session.session import Session

log = logging.getLogger(__name__)

PIECES = 8192
"""Pieces of sound an activity may be behind: minutes, sent at once when glasses come back."""

Piece = tuple[int, Sound]


class Taps:
    """Taps as they come; those that come faster than they are taken are one."""

    def __init__(self) -> None:
        self.news = anyio.Event()

    def __aiter__(self) -> "Taps":
        return self

    async def __anext__(self) -> None:
        """Wait for the next tap."""
        await self.news.wait()
        self.news = anyio.Event()


class Living:
    """One activity going on: what it may know and use, see `lorgnette.skills.Life`."""

    def __init__(self, session: "Session", activity: Activity) -> None:
        self.session = session
        self.activity = activity
        self.card: Card | None = None
        self.left = False
        self.scope = anyio.CancelScope()
        self.ears: list[MemoryObjectSendStream[Piece]] = []
        self.tapped = Taps()

    @property
    def name(self) -> str:
        """The name of the activity."""
        return self.activity.traits.name

    @property
    def in_front(self) -> bool:
        """Whether it owns the lens."""
        front = self.session.state.front
        return front is not None and front.name == self.name

    def show(self, card: Card) -> None:
        """Put a card on the lens, or keep it until the lens is its own again."""
        self.card = card
        if self.in_front:
            self.session.lens.put_under(card)

    def say(
        self,
        text: str,
        language: Language | None = None,
        *,
        topic: str = "",
        earcon: Earcon | None = None,
        side: int = 0,
    ) -> None:
        """Say something when nobody else speaks."""
        if text:
            spoken = language or self.session.state.language
            self.session.post(on.Remarked(self.name, text, spoken, topic, earcon or "", side))

    def hush(self, topic: str) -> None:
        """Leave unsaid what waits to be said about a topic."""
        self.session.post(on.Hushed(self.name, topic))

    @asynccontextmanager
    async def captions(
        self, language: Language | None = None
    ) -> AsyncIterator[AsyncIterator[CaptionEvent]]:
        """What is said around, written down from now on, under a lease."""
        session = self.session
        spoken = language or session.state.language
        async with (
            session.leases.microphone(self.name),
            session.captions.open(spoken, session.tasks) as events,
        ):
            yield events

    @asynccontextmanager
    async def sounds(self) -> AsyncIterator[AsyncIterator[Piece]]:
        """The microphone's sound from now on, under a lease."""
        async with self.session.leases.microphone(self.name):
            with self.listening() as pieces:
                yield pieces

    def looking(
        self, *, rate: float = 8.0, side: int = 1280
    ) -> AbstractAsyncContextManager[Sights]:
        """The camera's pictures from now on, under a lease."""
        return self.session.eyes.looking(self.name, rate=rate, side=side)

    def following(self, *, rate: float = 1.0) -> AbstractAsyncContextManager[AsyncIterator[Fix]]:
        """Where the wearer is from now on, under a lease."""
        return self.session.whereabouts.following(self.name, rate=rate)

    @contextmanager
    def listening(self) -> Iterator[MemoryObjectReceiveStream[Piece]]:
        """Have sound put into a stream."""
        send, receive = anyio.create_memory_object_stream[Piece](PIECES)
        self.ears.append(send)
        try:
            with send, receive:
                yield receive
        finally:
            self.ears.remove(send)

    def hear(self, first: int, sound: Sound) -> None:
        """The next sound; an activity that is minutes behind misses what it cannot take."""
        for stream in self.ears:
            try:
                stream.send_nowait((first, sound))
            except anyio.WouldBlock:
                continue

    def opposite(self, lines: Sequence[OppositeLine], language: Language) -> None:
        """Show the person opposite what was said, in their language."""
        shown = Opposite(language, tuple(lines))
        self.session.hub.boards.show(self.session.wearer, self, shown)

    def guests(self, screening: Screening, /) -> AbstractContextManager[Guests]:
        """Let people in who are invited to a screening."""
        return self.session.hub.lobby.party(self.session.wearer, screening)

    def taps(self) -> AsyncIterator[None]:
        """Each tap that is meant for this activity."""
        return self.tapped

    def now(self) -> datetime:
        """The time, in the wearer's zone."""
        return self.session.hub.clock.now().astimezone(self.session.zone)

    def moment_of(self, sample: int) -> datetime:
        """When a sample of the microphone was recorded."""
        seconds = self.session.activities.origin + sample / SAMPLE_RATE
        return datetime.fromtimestamp(seconds, self.session.zone)


class Activities:
    """Those that go on, and the one that an answer is about to begin."""

    def __init__(self, session: "Session") -> None:
        self.session = session
        self.going: dict[str, Living] = {}
        self.coming: Living | None = None
        self.origin = session.hub.clock.now().timestamp()
        """When sample 0 of the microphone was recorded, as far as one can tell: in seconds since
        1970, as strangers may count from a sample that is older than any date."""
        self.heard = False
        self.late = 0.0
        """Seconds by which the last sound came later than it might have: it was kept meanwhile."""

    @property
    def all(self) -> tuple[Activity, ...]:
        """Those that go on, the one in front last."""
        names = (each.name for each in self.session.state.activities)
        return tuple(self.going[name].activity for name in names if name in self.going)

    def prepare(self, activity: Activity) -> None:
        """Keep one ready: it begins when the conversation says so."""
        self.coming = Living(self.session, activity)

    def carry_out(self, effect: do.Begin | do.End | do.Front | do.Tap) -> None:
        """Do with an activity what the conversation wants."""
        match effect:
            case do.Begin(activity=name):
                self.begin(name)
            case do.End(activity=name):
                self.end(name)
            case do.Front(activity=name):
                self.front(name)
            case do.Tap(activity=name) if name in self.going:
                self.going[name].tapped.news.set()

    def begin(self, name: str) -> None:
        """Let the one that is prepared live."""
        living, self.coming = self.coming, None
        if living is not None and living.name == name:
            self.going[name] = living
            self.session.timeline.tell("activity", name=name, state="begins")
            self.session.tasks.start_soon(self.live, living)

    def end(self, name: str) -> None:
        """Leave one."""
        living = self.going.pop(name, None)
        if living is not None:
            living.left = True
            living.scope.cancel()

    def front(self, name: str) -> None:
        """The lens is that one's now."""
        living = self.going.get(name)
        self.session.lens.put_under(None if living is None else living.card)

    def hear(self, first: int, sound: Sound) -> None:
        """Take the next sound of the microphone."""
        now = self.session.hub.clock.now().timestamp()
        origin = now - (first + samples_in(sound)) / SAMPLE_RATE
        self.origin = min(origin, self.origin) if self.heard else origin
        self.heard = True
        self.late = origin - self.origin
        for living in self.going.values():
            living.hear(first, sound)

    async def take_up(self) -> None:
        """Go on with what was interrupted, unless other glasses of the wearer do."""
        session = self.session
        for skill in session.skills.skills.values():
            if skill.returning is None:
                continue
            turn = session.turn(session.state.epoch, "", session.state.language)
            try:
                activity = await skill.returning(session.within(turn, skill.name))
            except Exception as error:  # noqa: BLE001 - a stranger's skill may raise anything
                report(log, "an activity cannot be taken up", error)
                continue
            if activity is not None and not session.hub.goes_on(session.wearer, activity.traits):
                self.prepare(activity)
                session.post(on.Began(activity.traits))

    async def live(self, living: Living) -> None:
        """Let one live to its end; what it raises is told, and disturbs nobody."""
        with living.scope:
            try:
                await living.activity.live(living)
            except Exception as error:  # noqa: BLE001 - a stranger's activity may raise anything
                self.broke(error)
            finally:
                self.session.hub.boards.clear(self.session.wearer, living)
        self.session.timeline.tell("activity", name=living.name, state="over")
        if self.going.get(living.name) is living:
            del self.going[living.name]
            self.session.post(on.Over(living.name))

    def broke(self, error: Exception) -> None:
        """Tell the wearer that an activity does not go on."""
        message = error.message_id if isinstance(error, WearerError) else "error-activity"
        if not isinstance(error, WearerError):
            report(log, "an activity failed", error)
        say = self.session.common(message)
        self.session.post(on.Noticed(say, self.session.state.language, earcon="error"))
