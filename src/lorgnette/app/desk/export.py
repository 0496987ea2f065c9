"""Everything of a wearer as one zip file, made while it is read: no copy of it exists at once."""

import io
import zipfile
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import aclosing
from datetime import datetime
from typing import Any

import anyio.to_thread
import msgspec

from lorgnette.app.desk.journey_files import journey_files
from lorgnette.app.desk.leases import Uses
from lorgnette.app.desk.meeting_files import meeting_files, once, pretty
from lorgnette.app.desk.photo_files import photo_files
from lorgnette.app.desk.things import Belongings
from lorgnette.app.desk.turns import History
from lorgnette.app.hub import Hub
from lorgnette.core.types import Language, Wearer
from lorgnette.engines import JOURNEYS, MEETINGS, PHOTOS
from lorgnette.skills.catalogue import LANGUAGES
from lorgnette.web.api import leases, things, turns

CONTENTS = (
    *("things.json", "turns.json", "leases.json"),
    *("settings.json", "glasses.json", "meetings", "photos", "journeys", "journals"),
)
"""What there is in an archive; a message tells of each."""

PAGE = 200
"""Things that are read and packed at once."""


class Pipe(io.RawIOBase):
    """What is written can be taken out; a zip file that nobody can wind back."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, piece: Any, /) -> int:
        """Hold a piece until it is taken."""
        self.pieces.append(bytes(piece))
        return len(piece)

    def take(self) -> bytes:
        """What was written since it was last taken."""
        taken, self.pieces = b"".join(self.pieces), []
        return taken


class Archive:
    """Implements `web.api.export.Export`."""

    def __init__(self, hub: Hub, belongings: Belongings, history: History, uses: Uses) -> None:
        self.hub = hub
        self.belongings = belongings
        self.history = history
        self.uses = uses

    def name(self) -> str:
        """See `Export`."""
        return f"lorgnette-{self.hub.clock.now().astimezone(self.hub.zone):%Y-%m-%d}.zip"

    async def archive(self, wearer: Wearer, /) -> AsyncGenerator[bytes]:
        """See `Export`."""
        pipe, now = Pipe(), self.hub.clock.now()
        with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as packed:
            async with aclosing(self.files(wearer)) as files:
                async for name, contents in files:
                    with packed.open(entry(name, now), "w") as file:
                        async with aclosing(contents) as pieces:
                            async for piece in pieces:
                                await anyio.to_thread.run_sync(file.write, piece)
                                yield pipe.take()
        yield pipe.take()

    async def files(self, wearer: Wearer) -> AsyncGenerator[tuple[str, AsyncGenerator[bytes]]]:
        """Every file: its name, and its contents piece by piece."""
        yield "README.txt", once(self.readme())
        yield "things.json", self.things(wearer)
        yield "turns.json", self.turns(wearer)
        yield "leases.json", self.leases(wearer)
        yield "settings.json", once(pretty(self.hub.keeper.of(wearer)))
        yield "glasses.json", once(pretty(self.glasses(wearer)))
        if MEETINGS in self.hub.engines.found:
            async with aclosing(meeting_files(self.hub.meetings.of(wearer))) as every:
                async for named in every:
                    yield named
        if PHOTOS in self.hub.engines.found:
            async with aclosing(photo_files(self.hub.photos.of(wearer))) as every:
                async for named in every:
                    yield named
        if JOURNEYS in self.hub.engines.found:
            logbook = self.hub.engines.found[JOURNEYS].of(wearer)
            async with aclosing(journey_files(logbook)) as every:
                async for named in every:
                    yield named
        for recent in self.hub.recents.of(wearer):
            name = f"journals/{recent.began:%Y-%m-%dT%H-%M-%S}-{recent.number}.jsonl"
            yield name, grouped(recent.lines())

    def readme(self) -> bytes:
        """What is what, in every language."""
        texts = ["\n".join(self.explained(language)) for language in LANGUAGES]
        return ("\n\n".join(texts) + "\n").encode()

    def explained(self, language: Language) -> Iterator[str]:
        """What is what, line by line."""
        messages = self.hub.skills.messages()
        values = {"command": "lorgnette replay FILE"}
        yield messages.find("export", language, {}) or ""
        for name in CONTENTS:
            about = messages.find(f"export-{name.partition('.')[0]}", language, values)
            yield f"{name}: {about}"

    def glasses(self, wearer: Wearer) -> Sequence[Mapping[str, Any]]:
        """The wearer's paired glasses, without their tokens."""
        return [
            {
                "id": each.id,
                "name": each.item.name,
                "created": each.created,
                "seen": glimpse and glimpse.seen,
                "profile": glimpse and glimpse.profile,
            }
            for each in self.hub.doors.known.values()
            if each.item.wearer == wearer
            for glimpse in [self.hub.doors.glimpse(each.id)]
        ]

    def things(self, wearer: Wearer) -> AsyncGenerator[bytes]:
        """Everything skills keep, as a JSON array."""

        async def page(before: int | None) -> Sequence[things.Thing]:
            return await self.belongings.list(wearer, things.Which(before, PAGE))

        return array(page)

    def turns(self, wearer: Wearer) -> AsyncGenerator[bytes]:
        """Every turn, as a JSON array."""

        async def page(before: int | None) -> Sequence[turns.Turn]:
            return await self.history.list(wearer, turns.Which(before, PAGE))

        return array(page)

    def leases(self, wearer: Wearer) -> AsyncGenerator[bytes]:
        """Every use of a sense, as a JSON array."""

        async def page(before: int | None) -> Sequence[leases.Lease]:
            return await self.uses.list(wearer, leases.Which(before, PAGE))

        return array(page)


async def array(page: Callable[[int | None], Any]) -> AsyncGenerator[bytes]:
    """Pages of things, each asked for by the number it lies before, as one JSON array."""
    before, between = None, b"[\n"
    while found := await page(before):
        for each in found:
            yield between + msgspec.json.encode(each)
            between = b",\n"
        before = found[-1].id
    yield b"[]\n" if before is None else b"\n]\n"


async def grouped(lines: Iterable[bytes]) -> AsyncGenerator[bytes]:
    """The lines of a file, many at once."""
    held = io.BytesIO()
    for line in lines:
        held.write(line)
        if held.tell() > 65_536:
            yield held.getvalue()
            held = io.BytesIO()
    yield held.getvalue()


def entry(name: str, now: datetime) -> zipfile.ZipInfo:
    """A file of an archive made now, for its owner's eyes."""
    info = zipfile.ZipInfo(name, now.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info
