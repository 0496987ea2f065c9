"""Keeps the sound of a meeting while it runs."""

import logging
from collections.abc import Callable
from typing import Final, Self

import anyio
import anyio.to_thread

from lorgnette.core.errors import StoreFailed
from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Sound, samples_in
from lorgnette.store.meetings.sound import PART, MeetingSound

log = logging.getLogger(__name__)

HELD: Final = SAMPLE_RATE
"""Samples that are held before they are written: what a kill costs."""


class FileRecorder:
    """Implements `engines.Recorder`."""

    def __init__(self, sound: MeetingSound, samples: int) -> None:
        """`samples`: how many there are already."""
        self.sound = sound
        self.heard = samples
        self.held = bytearray()
        self.reason = ""

    @classmethod
    async def open(cls, sound: MeetingSound) -> Self:
        """A recorder that goes on behind what is there."""
        recorder = cls(sound, 0)
        recorder.heard = await recorder.attempt(sound.prepare) or 0
        return recorder

    @property
    def stopped(self) -> str:
        """See `Recorder`."""
        return self.reason

    async def hear(self, sound: Sound, first: int, /) -> None:
        """See `Recorder`."""
        while not self.reason and first > self.heard:
            await self.take(bytes(SAMPLE_BYTES * min(first - self.heard, PART)))
        await self.take(sound[SAMPLE_BYTES * max(0, self.heard - first) :])

    async def take(self, sound: Sound) -> None:
        """Hold the next piece, and write what is held when it is enough."""
        self.held += sound
        self.heard += samples_in(sound)
        if len(self.held) >= HELD * SAMPLE_BYTES:
            await self.write()

    async def write(self) -> None:
        """Write what is held."""
        held, self.held = bytes(self.held), bytearray()
        if held and not self.reason:
            there = await self.attempt(lambda: self.sound.add(held))
            if there is not None and there >= PART:
                await self.attempt(self.sound.compress)

    async def attempt(self, work: Callable[[], int | None]) -> int | None:
        """Work on the files, off the event loop; what fails ends the recording."""
        try:
            return await anyio.to_thread.run_sync(work)
        except (OSError, RuntimeError, StoreFailed) as error:
            why = getattr(error, "strerror", None) or str(error)
            self.reason = f"the sound of the meeting is kept no longer: {why}"
            log.warning("%s", self.reason)
            return None

    async def aclose(self) -> None:
        """See `Recorder`."""
        with anyio.CancelScope(shield=True):
            await self.write()
            if not self.reason:
                await self.attempt(self.sound.compress)
