"""A hub with its desk, in memory, and wearers who talk to it."""

import contextlib
from dataclasses import dataclass

from lorgnette.app.clocks import SteppedClock
from lorgnette.app.config import Config
from lorgnette.app.desk.desk import HubDesk
from lorgnette.app.hub import Hub
from lorgnette.core.types import EVERYDAY, Wearer
from lorgnette.devices.peer import HERE
from lorgnette.engines import RECORDS
from lorgnette.skills.catalogue import Catalogue
from lorgnette.store.sqlite import SQLite
from lorgnette.testing.stage import START, Stage, act, stage_engines
from lorgnette.web.api.turns import Which

OWNER, ANN = Wearer("owner"), Wearer("ann")
ALL = Which(limit=500)


class Shelf(SQLite):
    """A store in memory that outlives its hub. (A disk is waited for in real time, and meanwhile
    the clock of the tests jumps to whatever is due.)"""

    def __init__(self):
        super().__init__(":memory:", SteppedClock(START))

    async def aclose(self):
        """Not yet."""


@dataclass
class House:
    """A hub and its desk."""

    hub: Hub
    desk: HubDesk

    async def hears(self, *texts, token=None, until=None):
        """Somebody types some sentences, two seconds apart."""
        stage = Stage(token=token)
        for number, text in enumerate(texts):
            stage.types(text, at=2.0 * number)
        await self.plays(stage, until=until)
        return stage

    async def plays(self, stage, until=None):
        """A stage is played on the hub, with its own voices."""
        await act(self.hub, stage, until=until)

    async def turns(self, wearer=OWNER, which=ALL):
        """The turns of a wearer, the newest first, once they are written down."""
        await self.hub.keeper.write()
        return await self.desk.turns.list(wearer, which)

    async def pairs(self, wearer, name):
        """A token for another wearer's glasses."""
        code, _ = await self.hub.doors.ledger.invite(wearer, name)
        token, _ = await self.hub.doors.pair(code, name, EVERYDAY, HERE)
        return token


@contextlib.asynccontextmanager
async def house(*skills, stage=None, engines=None, store=":memory:", config=None, start=START):
    """A house with some skills; `stage` is whose lines are recognised."""
    clock = SteppedClock(start)
    records = store if isinstance(store, SQLite) else SQLite(store, clock)
    records.clock = clock
    composed = stage_engines(stage or Stage(), {RECORDS: records, **(engines or {})})
    config = config or Config()
    async with Hub(config, Catalogue(skills), composed, clock=clock) as hub:
        yield House(hub, HubDesk(hub, config))
