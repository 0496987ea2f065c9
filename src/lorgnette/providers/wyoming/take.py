"""One take: an utterance as a server hears it, from its first sample to its transcript."""

from typing import Any, Final

import anyio

from lorgnette.core.errors import EngineFailed
from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Language, Sound
from lorgnette.providers.wyoming.connection import Connection
from lorgnette.providers.wyoming.events import Event

CHUNK: Final = SAMPLE_RATE * SAMPLE_BYTES // 10
"""Bytes of sound in an event."""

GLANCE: Final = 0.03
"""Seconds for what a server has said already to be read."""

FORMAT: Final = {"rate": SAMPLE_RATE, "width": SAMPLE_BYTES, "channels": 1}
MOST_TEXT: Final = 64 << 10


class Take:
    """Sound to a server, and what it says of it. A server may say parts before the end."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sent = 0
        self._text = ""
        self._over = False

    async def begin(self, language: Language, model: str) -> None:
        """Say what is coming. Raises EngineFailed."""
        asked: dict[str, Any] = {"language": language, **({"name": model} if model else {})}
        await self._connection.send(Event("transcribe", asked), Event("audio-start", FORMAT))

    async def send(self, sound: Sound) -> None:
        """Send what is new of an utterance. Raises EngineFailed."""
        whole = len(sound) // SAMPLE_BYTES * SAMPLE_BYTES
        while self._sent < whole and not self._over:
            chunk = sound[self._sent : min(self._sent + CHUNK, whole)]
            await self._connection.send(Event("audio-chunk", FORMAT, chunk))
            self._sent += len(chunk)

    async def by_now(self) -> str:
        """What the server has said already."""
        with anyio.move_on_after(GLANCE):
            while not self._over:
                self._take(await self._connection.receive())
        return self._text

    async def end(self) -> str:
        """What the server hears, now that it was given everything. Raises EngineFailed."""
        if not self._over:
            await self._connection.send(Event("audio-stop", {"timestamp": None}))
        while not self._over:
            self._take(await self._connection.receive())
        return self._text

    def _take(self, event: Event) -> None:
        """An event of the server; those that nobody asked for are let pass."""
        text = event.data.get("text")
        match event.type:
            case "transcript" if isinstance(text, str):
                self._text, self._over = text, True
            case "transcript-chunk" if isinstance(text, str):
                self._text += text
            case "transcript-start":
                self._text = ""
            case "transcript" | "transcript-chunk":
                raise EngineFailed("the Wyoming server gives a transcript without a text")
            case "error":
                raise EngineFailed("the Wyoming server could not hear it")
        if len(self._text) > MOST_TEXT:
            raise EngineFailed("the Wyoming server does not stop writing")

    async def aclose(self) -> None:
        """Hang up."""
        await self._connection.aclose()
