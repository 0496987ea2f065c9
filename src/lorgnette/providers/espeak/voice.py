"""The voice: a few processes that speak for all wearers."""

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Annotated, Any, Final

import anyio
import msgspec

from lorgnette.core.errors import ConfigurationError, UnsupportedLanguage
from lorgnette.core.types import ENGLISH, SAMPLE_BYTES, SAMPLE_RATE, Language, Sound
from lorgnette.providers.espeak.pieces import pieces
from lorgnette.providers.espeak.process import Worker
from lorgnette.providers.espeak.resample import resample
from lorgnette.providers.espeak.worker import SAMPLE_RATE as ESPEAK_RATE

CHUNK: Final = SAMPLE_RATE // 10 * SAMPLE_BYTES
"""Bytes of the longest chunk: a tenth of a second."""

_PREFERRED: Final = {"fr": "fr-fr", "no": "nb", "zh": "cmn"}


class EspeakSettings(msgspec.Struct, frozen=True):
    """How it speaks: the table `voice`, and `providers.espeak` for what others do not have.

    `processes` is how many texts are spoken at the same moment; each takes some milliseconds.
    `pitch` goes from 0 to 99. `english` is the voice for English; the default is among
    those that the embedded recogniser understands best, at any speed. A process is taken for hung
    when a piece takes longer than `patience` seconds: less than the wearer's own patience, or
    nobody would be there to notice.
    """

    processes: Annotated[int, msgspec.Meta(ge=1)] = 2
    words_per_minute: Annotated[int, msgspec.Meta(ge=80, le=450)] = 155
    pitch: Annotated[int, msgspec.Meta(ge=0, le=99)] = 50
    english: str = "gmw/en-US+max"
    patience: Annotated[float, msgspec.Meta(gt=0)] = 2.0


class EspeakVoice:
    """A `Voice` for about a hundred languages, without network or model.

    A process is held only while it makes one piece of a text, never while somebody listens: a
    wearer who pauses keeps nobody waiting. A process that died or hung fails the call it was
    working for, and is replaced for the next one.
    """

    def __init__(self, tables: Mapping[str, Any] | None = None) -> None:
        """`tables`: the configuration. Raises ConfigurationError."""
        named = tables or {}
        own = {**named.get("voice", {}), **named.get("providers", {}).get("espeak", {})}
        try:
            self._settings = msgspec.convert(own, EspeakSettings)
        except msgspec.ValidationError as error:
            raise ConfigurationError(f"voice: {error}") from error
        self._places = anyio.Semaphore(self._settings.processes)
        self._workers: list[Worker] = []
        self._idle: list[Worker] = []

    @property
    def processes(self) -> list[int]:
        """The numbers of the processes that run now."""
        return [worker.number for worker in self._workers]

    async def warm_up(self) -> None:
        """Start all processes, so that the first words come as quickly as the next."""
        await anyio.to_thread.run_sync(resample, b"", ESPEAK_RATE)
        async with anyio.create_task_group() as starting:
            for _ in range(self._settings.processes - len(self._workers)):
                starting.start_soon(self._start_one)

    async def aclose(self) -> None:
        """End all processes."""
        while self._workers:
            await self._workers.pop().aclose()
        self._idle.clear()

    async def speak(self, text: str, /, language: Language) -> AsyncGenerator[Sound]:
        """Chunks of at most a tenth of a second, the first after some milliseconds.

        Raises UnsupportedLanguage before the first chunk, EngineFailed, and MissingPart when
        espeak-ng is not installed.
        """
        silence = 0.0
        for piece in pieces(text, language):
            async with self._worker() as worker:
                voice = self._voice(worker.voices, language)
                samples = await worker.speak(
                    voice, self._settings.words_per_minute, self._settings.pitch, piece.text
                )
            sound = bytes(round(silence * SAMPLE_RATE) * SAMPLE_BYTES)
            sound += resample(samples, ESPEAK_RATE)
            silence = piece.pause
            for start in range(0, len(sound), CHUNK):
                yield sound[start : start + CHUNK]

    def _voice(self, voices: Mapping[str, str], language: Language) -> str:
        """The name of the voice for a language."""
        if language == ENGLISH:
            return self._settings.english
        wanted = _PREFERRED.get(language, language)
        near = (voice for name, voice in voices.items() if name.partition("-")[0] == wanted)
        voice = voices.get(wanted) or next(near, None)
        if voice is None:
            raise UnsupportedLanguage(f"espeak-ng does not speak {language!r}")
        return voice

    @asynccontextmanager
    async def _worker(self) -> AsyncIterator[Worker]:
        """A process for the length of one piece."""
        async with self._places:
            while self._idle and not self._idle[-1].alive:
                await self._end(self._idle.pop())
            if not self._idle:
                await self._start_one()
            worker = self._idle.pop()
            try:
                yield worker
            finally:
                if worker.alive:
                    self._idle.append(worker)
                else:
                    for suspect in (worker, *self._idle):  # what broke one may have broken all
                        await self._end(suspect)

    async def _start_one(self) -> None:
        worker = await Worker.start(self._settings.patience)
        self._workers.append(worker)
        self._idle.append(worker)

    async def _end(self, worker: Worker) -> None:
        for processes in (self._workers, self._idle):
            if worker in processes:
                processes.remove(worker)
        await worker.aclose()
