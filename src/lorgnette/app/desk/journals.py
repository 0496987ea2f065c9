"""The last events of a wearer's sessions, and journals played again."""

import io
from collections.abc import AsyncGenerator, Sequence

import anyio.lowlevel
import anyio.to_thread
import msgspec

from lorgnette.app import journal
from lorgnette.app.hub import Hub
from lorgnette.core.errors import NotFound
from lorgnette.core.types import Wearer
from lorgnette.web.api.journal import SessionSheet

AT_ONCE = 50
"""Events that are written or played before others have their turn."""


class Journals:
    """Implements `web.api.journal.Journals`."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    def sessions(self, wearer: Wearer, /) -> Sequence[SessionSheet]:
        """See `Journals`."""
        here = {each.number for each in self.hub.sessions.values() if each.wire.connected}
        return [
            SessionSheet(each.number, each.began, len(each.events), each.number in here)
            for each in self.hub.recents.of(wearer)
        ]

    async def journal(self, wearer: Wearer, session: int | None, /) -> AsyncGenerator[bytes]:
        """See `Journals`."""
        recent = self.hub.recents.find(wearer, session)
        if recent is None:
            raise NotFound("there is no such session")
        for number, line in enumerate(recent.lines()):
            if number % AT_ONCE == 0:
                await anyio.lowlevel.checkpoint()
            yield line

    async def replay(self, text: str, /) -> AsyncGenerator[bytes]:
        """See `Journals`."""
        state, entries = await anyio.to_thread.run_sync(journal.read, io.StringIO(text))
        between = b"["
        for number, (entry, after, effects) in enumerate(journal.replay(state, entries)):
            if number % AT_ONCE == 0:
                await anyio.lowlevel.checkpoint()
            line = {
                "at": entry.at,
                "event": entry.event,
                "effects": effects,
                "epoch": after.epoch,
            }
            yield between + msgspec.json.encode(line, enc_hook=str)
            between = b",\n"
        yield b"[]" if between == b"[" else b"]"
