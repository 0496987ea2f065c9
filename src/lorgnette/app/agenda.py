"""Tells wearers what is due: timers ring, reminders are said, what was missed is told on return."""

import logging
from typing import TYPE_CHECKING, Any

import anyio
import msgspec

from lorgnette.app.tracing import report
from lorgnette.core import cards
from lorgnette.core import events as on
from lorgnette.core.alarms import Alarm
from lorgnette.core.clock import Clock
from lorgnette.core.conversation import NOTICES
from lorgnette.core.errors import StoreFailed
from lorgnette.core.types import Wearer
from lorgnette.engines import Records, Stored

if TYPE_CHECKING:
    from lorgnette.app.hub import Hub
    from lorgnette.app.session.session import Session

log = logging.getLogger(__name__)

LATE = 30.0
"""Seconds after which a reminder counts as missed and is told as such."""

LONGEST_SLEEP = 15.0
"""Seconds; the wall clock may be set, or another process change the store, meanwhile."""

RETRY = 5.0
"""Seconds until the store is tried again."""


class Told(msgspec.Struct, frozen=True):
    """An alarm that was given to a session, and when, on the event loop's clock."""

    at: float
    session: Any
    wearer: Wearer
    stored: Stored[Alarm]
    notice: on.Noticed

    @property
    def arrived(self) -> bool:
        """Whether the glasses were still there to ring it."""
        return self.session.heard_from > self.at and self.notice not in self.session.state.notices


class Agenda:
    """Watches the alarms of all wearers. They are stored, so a restart loses none."""

    def __init__(self, records: Records, clock: Clock, hub: "Hub") -> None:
        self.records = records
        self.clock = clock
        self.hub = hub
        self.news = anyio.Event()
        self.told: list[Told] = []
        self.lost: list[Told] = []
        self.failing = False

    async def run(self) -> None:
        """Ring what is due, then sleep until the next is, or something changes, until cancelled."""
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(self.watch)
            while True:
                self.news = anyio.Event()  # what changes from here on is not overlooked
                waits = await self.try_to_ring()
                with anyio.move_on_after(max(0.0, waits)):
                    await self.news.wait()

    async def watch(self) -> None:
        """Look again whenever the store changes."""
        while True:
            await self.records.changed()
            self.news.set()

    async def try_to_ring(self) -> float:
        """Ring everything due; seconds until there is something to do, or to try again."""
        try:
            waits = await self.ring_all()
        except StoreFailed as error:
            if not self.failing:
                report(log, "timers and reminders cannot be read", error)
            self.failing, waits = True, RETRY
        else:
            self.failing = False
        return waits

    async def ring_all(self) -> float:
        """Ring everything due; seconds until there is something to do."""
        while self.lost:
            await self.put_back(self.lost[0])
            del self.lost[0]
        now = self.clock.now()
        for wearer, alarm in await self.records.due(Alarm, now):
            await self.ring(wearer, alarm)
        upcoming = await self.records.next_due(Alarm, now)
        if upcoming is None:
            return LONGEST_SLEEP
        return min(LONGEST_SLEEP, (upcoming - self.clock.now()).total_seconds())

    async def ring(self, wearer: Wearer, stored: Stored[Alarm]) -> None:
        """Tell a wearer of one alarm; while they cannot hear it, it stays due."""
        session = self.hub.newest(wearer)
        if session is None or stored.due is None or len(session.state.notices) >= NOTICES:
            return
        alarm = stored.item
        rung = msgspec.structs.replace(alarm, rung=self.clock.now())
        if not await self.records.shelf(wearer, Alarm).replace(stored.id, rung):
            return
        late = (self.clock.now() - stored.due).total_seconds() > LATE
        say = session.common("missed", what=alarm.say) if late else alarm.say
        title, *rest = (each for each in (alarm.rings, alarm.title, alarm.label) if each)
        card = cards.Text(title=title, lines=tuple(map(cards.Line, rest)))
        notice = on.Noticed(say, alarm.language, card)
        self.told = [each for each in self.told if not each.arrived]
        self.told.append(Told(anyio.current_time(), session, wearer, stored, notice))
        session.post(notice)

    async def put_back(self, told: Told) -> None:
        """An alarm that nobody can have heard is due again."""
        shelf = self.records.shelf(told.wearer, Alarm)
        await shelf.replace(told.stored.id, told.stored.item, due=told.stored.due)

    def wearer_returned(self) -> None:
        """Somebody put glasses on: perhaps they have missed something."""
        self.news.set()

    def session_ended(self, session: "Session") -> None:
        """A session is over: what its glasses were no longer there to ring is due again."""
        here = [each for each in self.told if each.session is session]
        self.told = [each for each in self.told if each.session is not session]
        self.lost += [each for each in here if not each.arrived]
        self.news.set()
