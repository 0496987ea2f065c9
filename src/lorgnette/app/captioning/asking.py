"""Asks a recogniser the questions of a captioner: one utterance for each piece of speech."""

import logging
from contextlib import AsyncExitStack
from typing import Self

from lorgnette.app.tracing import report
from lorgnette.core.types import Language
from lorgnette.engines import Hearing, Recogniser, Transcript
from lorgnette.senses.captioner import Question

log = logging.getLogger(__name__)


class Asking:
    """Use it in one task, as an async context; what is open when it is left is released."""

    def __init__(self, recogniser: Recogniser, language: Language) -> None:
        self._recogniser = recogniser
        self._language = language
        self._open = AsyncExitStack()
        self._hearing: Hearing | None = None
        self._piece = self._start = self._fed = 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.forget()

    async def ask(self, question: Question) -> Transcript:
        """What is said in a piece. Raises EngineFailed, and what a stranger's recogniser raises."""
        hearing = await self._utterance(question)
        sound = question.speech.sound[self._fed :]
        self._fed += len(sound)
        await hearing.hear(sound)
        return await (hearing.transcript() if question.final else hearing.partial())

    async def forget(self) -> None:
        """Release the utterance: the next question begins a new one."""
        self._hearing = None
        try:
            await self._open.aclose()
        except Exception as error:  # noqa: BLE001 - a stranger's recogniser may raise anything
            report(log, "a recogniser does not let go", error)

    async def _utterance(self, question: Question) -> Hearing:
        """That of this piece, unless it was given sound that does not belong to it."""
        speech = question.speech
        same = question.piece == self._piece and speech.start == self._start
        fits = same and (not speech.cut or self._fed <= len(speech.sound))
        if self._hearing is not None and fits:
            return self._hearing
        await self.forget()
        self._open = AsyncExitStack()
        opened = self._recogniser.open(self._language)
        self._hearing = await self._open.enter_async_context(opened)
        self._piece, self._start, self._fed = question.piece, speech.start, 0
        return self._hearing
