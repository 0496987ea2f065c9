"""Tells wearers what is due: timers ring, reminders are said, what was missed is told on return."""

from typing import TYPE_CHECKING

import anyio
import msgspec

from lorgnette.core import cards
from lorgnette.core import events as on
from lorgnette.core.alarms import Alarm
from lorgnette.core.clock import Clock
from lorgnette.core.errors import StoreFailed
from lorgnette.core.types import Wearer
from lorgnette.engines import Records, Stored

if TYPE_CHECKING:
    from lorgnette.app.hub import Hub

LATE = 30.0
"""Seconds after which a reminder counts as missed and is told as such."""

LONGEST_SLEEP = 15.0
"""Seconds; the wall clock may be set, or another process change the store, meanwhile."""

RETRY = 5.0
"""Seconds until the store is tried again."""


class Agenda:
    """Watches the alarms of all wearers. They are stored, so a restart loses none."""

    def __init__(self, records: Records, clock: Clock, hub: "Hub") -> None:
        self.records = records
        self.clock = clock
        self.hub = hub
        self.returned = anyio.Event()

    async def run(self) -> None:
        """Ring what is due, then sleep until the next is, until cancelled."""
        while True:
            try:
                waits = await self.ring_all()
            except StoreFailed:
                waits = RETRY
            await self.sleep(waits)

    async def ring_all(self) -> float:
        """Ring everything due; seconds until there is something to do."""
        now = self.clock.now()
        for wearer, alarm in await self.records.due(Alarm, now):
            await self.ring(wearer, alarm)
        upcoming = await self.records.next_due(Alarm, now)
        if upcoming is None:
            return LONGEST_SLEEP
        return min(LONGEST_SLEEP, (upcoming - self.clock.now()).total_seconds())

    async def ring(self, wearer: Wearer, stored: Stored[Alarm]) -> None:
        """Tell a wearer of one alarm; without glasses on, it stays due until they return."""
        session = self.hub.newest(wearer)
        if session is None or stored.due is None:
            return
        alarm = stored.item
        rung = msgspec.structs.replace(alarm, rung=self.clock.now())
        if not await self.records.shelf(wearer, Alarm).replace(stored.id, rung):
            return
        late = (self.clock.now() - stored.due).total_seconds() > LATE
        say = session.common("missed", what=alarm.say) if late else alarm.say
        card = cards.Text(
            title=alarm.title, lines=(cards.Line(alarm.label),) if alarm.label else ()
        )
        session.post(on.Noticed(say, alarm.language, card))

    async def sleep(self, seconds: float) -> None:
        """Sleep, unless an alarm changes or a wearer returns."""
        with anyio.move_on_after(max(0.0, seconds)):
            async with anyio.create_task_group() as waiting:

                async def until_changed() -> None:
                    await self.records.changed()
                    waiting.cancel_scope.cancel()

                waiting.start_soon(until_changed)
                await self.returned.wait()
                waiting.cancel_scope.cancel()

    def wearer_returned(self) -> None:
        """Somebody put glasses on: perhaps they have missed something."""
        self.returned.set()
        self.returned = anyio.Event()
