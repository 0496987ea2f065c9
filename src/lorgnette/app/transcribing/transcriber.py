"""Sound to lines: cut at pauses, recognised piece by piece, several pieces at once."""

from collections.abc import Callable, Iterator
from typing import Final

import anyio
import anyio.to_thread
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream

from lorgnette.app.transcribing.recording import Recording
from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.transcripts.believable import believable
from lorgnette.core.transcripts.exports.clock import clock
from lorgnette.core.transcripts.transcript import in_order
from lorgnette.core.types import SAMPLE_RATE, Language, samples_in
from lorgnette.engines import Recogniser, VoiceActivity
from lorgnette.senses.cutter import Piece
from lorgnette.senses.pieces import Pieces

TOGETHER: Final = 2
"""Pieces that are recognised at once."""

CUT_SHORT: Final = 2.0
"""Seconds by which a whole file may be shorter than it says."""


class Transcriber:
    """Writes down one recording; what it has by now can be read at any moment."""

    def __init__(self, recogniser: Recogniser, activity: VoiceActivity, language: Language) -> None:
        self._recogniser = recogniser
        self._language = language
        self._pieces = Pieces(activity)
        self.lines: list[Line] = []
        """In no order: a short piece may be ready before a long one that came earlier."""
        self.samples = 0
        """How much sound was read."""
        self.finished = False
        """Whether that was all."""

    @property
    def seconds(self) -> float:
        """How long the recording is as far as it was read."""
        return self.samples / SAMPLE_RATE

    def transcript(self, title: str, recording: Recording) -> Transcript:
        """What was heard by now."""
        return Transcript(title, self.seconds, in_order(self.lines), recording.began)

    def remarks(self, recording: Recording) -> Iterator[str]:
        """What whoever reads the transcript should know."""
        if not self.finished:
            yield f"stopped at {clock(self.seconds)}; what was said until then is kept"
        elif recording.seconds and self.seconds + CUT_SHORT < recording.seconds:
            there, said = clock(self.seconds), clock(recording.seconds)
            yield f"the file is damaged or cut short: {there} of {said} could be read"
        if self.finished and not self.lines:
            yield "nobody speaks in it"

    async def run(self, recording: Recording, tell: Callable[[float], None]) -> None:
        """Write down everything; `tell` is called with the seconds that were read.

        Raises UnsupportedLanguage, EngineFailed. Safe to cancel.
        """
        send, receive = anyio.create_memory_object_stream[Piece](0)
        async with anyio.create_task_group() as tasks:
            for _ in range(TOGETHER):
                tasks.start_soon(self._recognise, receive.clone())
            receive.close()
            await self._read(recording, send, tell)
        self.finished = True

    async def _read(
        self,
        recording: Recording,
        send: MemoryObjectSendStream[Piece],
        tell: Callable[[float], None],
    ) -> None:
        async with send:
            while sound := await recording.next():
                pieces = await anyio.to_thread.run_sync(lambda: list(self._pieces.hear(sound)))
                for piece in pieces:
                    await send.send(piece)
                self.samples += samples_in(sound)
                tell(self.seconds)
            for piece in self._pieces.end():
                await send.send(piece)

    async def _recognise(self, receive: MemoryObjectReceiveStream[Piece]) -> None:
        async with receive:
            async for piece in receive:
                async with self._recogniser.open(self._language) as hearing:
                    await hearing.hear(piece.sound)
                    heard = await hearing.transcript()
                start, end = piece.first / SAMPLE_RATE, piece.last / SAMPLE_RATE
                if text := believable(heard.text, end - start):
                    number = len(self.lines) + 1
                    self.lines.append(Line(number, start, end, text, language=heard.language))
