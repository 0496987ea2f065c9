"""The captions of one session: whoever wants the same language reads the same stream."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

import anyio
import anyio.abc

from lorgnette.app.captioning.captioning import CaptionEngines, Captioning
from lorgnette.app.captioning.feed import Reader
from lorgnette.app.tracing import report
from lorgnette.core.errors import MissingPart
from lorgnette.core.types import Language, Sound
from lorgnette.engines import DIARISER, RECOGNISER, SPEAKER_EMBEDDER, VOICE_ACTIVITY, Key

log = logging.getLogger(__name__)


class Captions:
    """Costs nothing while nobody reads."""

    def __init__(
        self, engines: Mapping[Key[Any], Any], urgent: Callable[[], Awaitable[None]]
    ) -> None:
        """`urgent` waits until nothing more urgent is thought about, such as a command."""
        self._engines = engines
        self._urgent = urgent
        self._going: dict[Language, _Going] = {}

    def hear(self, first: int, sound: Sound) -> None:
        """Take the next sound of the microphone. Returns at once."""
        for going in self._going.values():
            going.captioning.hear(first, sound)

    def exclude(self, first: int, last: int | None = None) -> None:
        """Leave out what is said to the hub, as `Captioning.exclude`."""
        for going in self._going.values():
            going.captioning.exclude(first, last)

    @asynccontextmanager
    async def open(self, language: Language, tasks: anyio.abc.TaskGroup) -> AsyncIterator[Reader]:
        """What is said from now on. `tasks` has to outlive the reader.

        Raises MissingPart where nothing can hear, UnsupportedLanguage where nobody can write the
        language down.
        """
        for key in (RECOGNISER, VOICE_ACTIVITY):
            if key not in self._engines:
                raise MissingPart(f"no {key.name} is available")
        async with self._engines[RECOGNISER].open(language):
            pass  # it says at once whether it knows the language
        going = self._going.get(language)
        if going is None:
            going = self._going[language] = _Going(self._captioning(language))
            tasks.start_soon(going.run)
        going.readers += 1
        try:
            with going.captioning.read() as reader:
                yield reader
        finally:
            going.readers -= 1
            if not going.readers:
                going.scope.cancel()
                del self._going[language]

    def _captioning(self, language: Language) -> Captioning:
        engines = CaptionEngines(
            self._engines[RECOGNISER],
            self._engines[VOICE_ACTIVITY],
            self._engines.get(DIARISER),
            self._engines.get(SPEAKER_EMBEDDER),
        )
        return Captioning(engines, language, urgent=self._urgent)


class _Going:
    """One language that is written down, and how many read it."""

    def __init__(self, captioning: Captioning) -> None:
        self.captioning = captioning
        self.readers = 0
        self.scope = anyio.CancelScope()

    async def run(self) -> None:
        """Until nobody reads; what breaks here ends the stream and nothing else."""
        with self.scope:
            try:
                await self.captioning.run()
            except Exception as error:  # noqa: BLE001 - a stranger's engine may raise anything
                report(log, "captions broke", error)
