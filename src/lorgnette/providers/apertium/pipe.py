"""One running chain of programs: a text in, a text out, each ended by a zero byte."""

import os
import signal
from collections.abc import Sequence
from contextlib import suppress
from subprocess import DEVNULL

import anyio
from anyio.abc import Process

from lorgnette.core.errors import EngineFailed, EngineHung

STARTING = 5.0
"""Seconds more for the first answer: a dozen programs and their data come from a cold disk."""

LONGEST_ANSWER = 1 << 16
"""Bytes; what answers more than this is not translating."""


class Pipe:
    """Starts with the first question, starts again when it died, and leaves nothing behind.

    A question that is not answered to its end, because the chain hung or died or the caller was
    cancelled, ends the chain: the next answer can never belong to an older question.
    """

    def __init__(self, command: Sequence[str], *, patience: float) -> None:
        """`command`: its whole process group is ended with it. `patience`: seconds an answer."""
        self._command = command
        self._patience = patience
        self._turn = anyio.Lock()
        self._process: Process | None = None

    async def ask(self, text: str) -> str:
        """The answer to a text without zero bytes. Raises EngineFailed; safe to cancel."""
        async with self._turn:
            answered = False
            try:
                starting = 0.0 if self._is_running() else STARTING
                with anyio.fail_after(self._patience + starting):
                    answer = await self._exchange(text.encode() + b"\0")
                answered = True
                return answer.decode()
            except TimeoutError:
                raise EngineHung(f"{self._command[0]} gave no answer") from None
            except (OSError, UnicodeDecodeError, anyio.BrokenResourceError, anyio.EndOfStream) as e:
                raise EngineFailed(f"{self._command[0]} ended in the middle of an answer") from e
            finally:
                if not answered:
                    await self._end()

    async def aclose(self) -> None:
        """End the programs; a question asked later starts them again."""
        async with self._turn:
            await self._end()

    async def _exchange(self, question: bytes) -> bytes:
        process = await self._running()
        if process.stdin is None or process.stdout is None:
            raise EngineFailed(f"{self._command[0]} has no pipes")
        await process.stdin.send(question)
        answer = b""
        while not answer.endswith(b"\0"):
            answer += await process.stdout.receive()
            if len(answer) > LONGEST_ANSWER:
                raise EngineFailed(f"{self._command[0]} does not stop answering")
        return answer[:-1]

    def _is_running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def _running(self) -> Process:
        if self._process and self._process.returncode is not None:
            await self._end()
        if self._process is None:
            self._process = await anyio.open_process(
                self._command, stderr=DEVNULL, start_new_session=True
            )
        return self._process

    async def _end(self) -> None:
        """Ask the group to end, then make it; wait, so that no zombie is left."""
        process, self._process = self._process, None
        if process is None:
            return
        with anyio.CancelScope(shield=True):
            _signal(process, signal.SIGTERM)
            with anyio.move_on_after(0.3):
                await process.wait()
            _signal(process, signal.SIGKILL)
            await process.aclose()


def _signal(process: Process, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, number)
