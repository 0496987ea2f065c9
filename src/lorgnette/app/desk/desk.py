"""The desk: all that the wearer's page may ask, of one hub."""

from collections.abc import AsyncGenerator
from contextlib import aclosing

import anyio.to_thread
import msgspec

from lorgnette.app.config import Config
from lorgnette.app.desk.export import Archive
from lorgnette.app.desk.goods import Shop
from lorgnette.app.desk.journals import Journals
from lorgnette.app.desk.leases import Uses
from lorgnette.app.desk.me import Myself
from lorgnette.app.desk.meetings import Diaries
from lorgnette.app.desk.photos import Albums
from lorgnette.app.desk.skills import Sheets
from lorgnette.app.desk.things import Belongings
from lorgnette.app.desk.turns import History
from lorgnette.app.health import findings
from lorgnette.app.hub import Hub
from lorgnette.core.types import Wearer
from lorgnette.web.api.state import HubState, Part


class HubDesk:
    """Implements `web.api.Desk`."""

    def __init__(self, hub: Hub, config: Config) -> None:
        self.me = Myself(hub.keeper, hub.doors)
        self.state = State(hub, config)
        self.things = Belongings(hub)
        self.turns = History(hub)
        self.meetings = Diaries(hub)
        self.photos = Albums(hub)
        self.goods = Shop(hub)
        self.leases = Uses(hub)
        self.live = hub.lobby
        self.skills = Sheets(hub.skills)
        self.export = Archive(hub, self.things, self.turns, self.leases)
        self.timeline = Timeline(hub)
        self.opposite = Turned(hub)
        self.journals = Journals(hub)


class State:
    """Implements `web.api.state.State`."""

    def __init__(self, hub: Hub, config: Config) -> None:
        self.hub = hub
        self.config = config

    async def state(self, wearer: Wearer, /) -> HubState:
        """See `State`."""
        asked = (self.config, self.hub.skills, self.hub.engines)
        found = await anyio.to_thread.run_sync(findings, *asked)
        here = [each for each in self.hub.sessions.values() if each.wearer == wearer]
        return HubState(
            parts=msgspec.convert(found, list[Part], from_attributes=True),
            sessions=len(here),
            connected=sum(each.wire.connected for each in here),
        )


class Timeline:
    """Implements `web.api.timeline.Timeline`."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    async def watch(self, wearer: Wearer, /) -> AsyncGenerator[bytes]:
        """See `Timeline`."""
        with self.hub.audiences.reading(wearer) as reader:
            async with aclosing(reader.lines()) as lines:
                async for line in lines:
                    yield line


class Turned:
    """Implements `web.api.opposite.Turned`."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    async def watch(self, wearer: Wearer, /) -> AsyncGenerator[bytes]:
        """See `Turned`."""
        with self.hub.boards.reading(wearer) as reader:
            async with aclosing(reader.lines()) as lines:
                async for line in lines:
                    yield line
