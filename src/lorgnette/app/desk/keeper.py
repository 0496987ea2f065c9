"""Writes down what is to be remembered of a wearer, away from the turn's path."""

import logging
from collections import deque
from datetime import timedelta

import anyio

from lorgnette.app.desk.account import Draft
from lorgnette.app.desk.kept import Habits, Lease, PastTurn, Settings, read_only, write_only
from lorgnette.app.tracing import report
from lorgnette.core.clock import Clock
from lorgnette.core.conversation import HISTORY, Exchange
from lorgnette.core.errors import StoreFailed
from lorgnette.core.types import Language, Wearer
from lorgnette.engines import Records
from lorgnette.senses.endpoint import Pace
from lorgnette.skills.catalogue import Catalogue

log = logging.getLogger(__name__)

WAITING = 1_000
"""Turns that wait to be written while the disk does not take them; then the oldest go."""

RETRY = 5.0
"""Seconds until the store is tried again."""

DAY = 86_400.0


class Keeper:
    """One for all wearers. Nothing here makes a turn wait, and a full disk disturbs nobody."""

    def __init__(self, records: Records | None, clock: Clock, skills: Catalogue) -> None:
        """Without `records` nothing is kept."""
        self.records = records
        self.clock = clock
        self.skills = skills
        self.restored = records is None
        self.settings: dict[Wearer, Settings] = {}
        self.paces: dict[Wearer, Pace] = {}
        self.histories: dict[Wearer, tuple[Exchange, ...]] = {}
        self.drafts: deque[tuple[Wearer, Draft]] = deque(maxlen=WAITING)
        self.changed: dict[tuple[Wearer, type], Settings | Habits] = {}
        self.writing = anyio.Lock()
        self.news = anyio.Event()

    def of(self, wearer: Wearer) -> Settings:
        """What a wearer has chosen."""
        return self.settings.get(wearer, Settings())

    def turn(self, wearer: Wearer, draft: Draft) -> None:
        """Keep a turn that is over."""
        if self.records is not None and self.of(wearer).keep_days != 0:
            self.drafts.append((wearer, draft))
            self.news.set()

    async def used(self, wearer: Wearer, lease: Lease) -> None:
        """Keep the record of a use of a sense; without a disk the use is over all the same."""
        try:
            if self.records is not None:
                await self.records.shelf(wearer, Lease).add(lease)
        except StoreFailed as error:
            report(log, "the use of a sense cannot be written down", error)

    def learned(self, wearer: Wearer, pace: Pace) -> None:
        """Keep how slowly a wearer speaks."""
        if self.paces.get(wearer) != pace:
            self.paces[wearer] = pace
            self.note(wearer, Habits(pace))

    def speaks(self, wearer: Wearer, language: Language) -> None:
        """Keep the language a wearer chose by voice."""
        settings = self.of(wearer)
        self.settings[wearer] = Settings(settings.keep_days, language)
        self.note(wearer, self.settings[wearer])

    def note(self, wearer: Wearer, item: Settings | Habits) -> None:
        """Write this down soon; of several, the last counts."""
        if self.records is not None:
            self.changed[wearer, type(item)] = item
            self.news.set()

    async def choose(self, wearer: Wearer, settings: Settings) -> None:
        """Keep what a wearer chose on their page, and act on it. Raises StoreFailed."""
        if self.records is None:
            raise StoreFailed("there is no store")
        async with self.writing:
            self.changed.pop((wearer, Settings), None)
            await write_only(self.records, wearer, settings)
            self.settings[wearer] = settings
        await self.prune(wearer)

    async def restore(self) -> None:
        """Take up what was kept; until that can be read, the hub begins anew and writes nothing."""
        try:
            await self.take_up()
        except StoreFailed as error:
            report(log, "what was remembered cannot be read", error)

    async def take_up(self) -> None:
        """Take up what was kept, once. Raises StoreFailed."""
        if self.records is not None and not self.restored:
            for wearer in await self.records.wearers():
                await self.take_up_one(self.records, wearer)
            self.restored = True

    async def take_up_one(self, records: Records, wearer: Wearer) -> None:
        """Take up what was kept of one wearer; what they have said meanwhile is newer."""
        settings = await read_only(records, wearer, Settings())
        if wearer in self.settings:
            settings = Settings(settings.keep_days, self.settings[wearer].language)
            self.note(wearer, settings)
        self.settings[wearer] = settings
        habits = await read_only(records, wearer, Habits())
        self.paces.setdefault(wearer, habits.pace)
        await self.prune(wearer)
        last = await records.shelf(wearer, PastTurn).newest(limit=HISTORY)
        self.histories.setdefault(wearer, tuple(each.item.exchange for each in reversed(last)))

    async def run(self) -> None:
        """Write what comes, and once a day forget what is too old, until cancelled."""
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(self.prune_daily)
            failing = False
            while True:
                self.news = anyio.Event()
                try:
                    await self.write()
                except StoreFailed as error:
                    if not failing:
                        report(log, "turns cannot be kept", error)
                    failing = True
                    await anyio.sleep(RETRY)
                    continue
                failing = False
                await self.news.wait()

    async def write(self) -> None:
        """Write everything that waits. Raises StoreFailed, and what is left waits on."""
        await self.take_up()
        while self.records is not None and (self.drafts or self.changed):
            async with self.writing:
                await self.write_changes(self.records)
                await self.write_turn(self.records)

    async def write_changes(self, records: Records) -> None:
        """Write what wearers have chosen, and what was learned about them."""
        for place, item in list(self.changed.items()):
            await write_only(records, place[0], item)
            if self.changed.get(place) is item:
                del self.changed[place]

    async def write_turn(self, records: Records) -> None:
        """Write the first turn that waits; one that cannot be written is no reason to stop."""
        if not self.drafts:
            return
        wearer, draft = self.drafts[0]
        try:
            if self.of(wearer).keep_days != 0:
                await records.shelf(wearer, PastTurn).add(draft.past(self.skills.actions))
        except StoreFailed:
            raise
        except Exception as error:  # noqa: BLE001 - a stranger's slots may hold anything
            report(log, "a turn cannot be kept", error)
        if self.drafts and self.drafts[0][1] is draft:
            self.drafts.popleft()

    async def forget(self, wearer: Wearer) -> int:
        """Forget every turn of a wearer, those that wait too; how many. Raises StoreFailed."""
        if self.records is None:
            return 0
        async with self.writing:
            kept = [each for each in self.drafts if each[0] != wearer]
            self.drafts.clear()
            self.drafts.extend(kept)
            return await self.records.shelf(wearer, PastTurn).clear()

    async def prune(self, wearer: Wearer) -> None:
        """Forget a wearer's turns that are too old. Raises StoreFailed."""
        days = self.of(wearer).keep_days
        if days == 0:
            await self.forget(wearer)
        elif days is not None and self.records is not None:
            until = self.clock.now() - timedelta(days=days)
            await self.records.shelf(wearer, PastTurn).clear(until=until)
            await self.records.shelf(wearer, Lease).clear(until=until)

    async def prune_daily(self) -> None:
        """Forget what has become too old, every day."""
        while True:
            await anyio.sleep(DAY)
            try:
                for wearer in await self.records.wearers() if self.records is not None else ():
                    await self.prune(wearer)
            except StoreFailed as error:
                report(log, "old turns cannot be forgotten", error)

    async def finish(self) -> None:
        """The hub stops: write what is left, if the disk takes it."""
        try:
            await self.write()
        except StoreFailed as error:
            report(log, "the last turns cannot be kept", error)
