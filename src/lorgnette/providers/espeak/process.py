"""One process that speaks."""

import subprocess
import sys
from collections.abc import Sequence
from typing import Final, Self

import anyio
from anyio.abc import Process

from lorgnette.core.errors import EngineFailed, EngineHung, MissingPart
from lorgnette.providers.espeak.frames import Frame, Frames, request
from lorgnette.providers.espeak.worker import FAILED, VOICES

COMMAND: Final = (sys.executable, "-m", "lorgnette.providers.espeak.worker")


class Worker:
    """One process that speaks, for one task at a time.

    Whoever asks may be cancelled at any moment: what is still on its way for an older request is
    dropped by its number, so the next one begins clean. A worker that died, or kept silent for
    longer than its patience, is no longer `alive` and must be closed.
    """

    def __init__(self, process: Process, patience: float) -> None:
        """Use `start`; `patience` in seconds."""
        assert process.stdin is not None  # noqa: S101 - both are pipes, as `start` says
        assert process.stdout is not None  # noqa: S101
        self._process = process
        self._stdin, self._stdout = process.stdin, process.stdout
        self._patience = patience
        self._frames = Frames()
        self._waiting: list[Frame] = []
        self._number = 0
        self._broken = False
        self.voices: dict[str, str] = {}

    @classmethod
    async def start(
        cls, patience: float, command: Sequence[str] = COMMAND, starting: float = 10.0
    ) -> Self:
        """Start a process and wait until it can speak, at most `starting` seconds.

        `voices` then holds the voice of each of its languages. Raises MissingPart when espeak-ng
        is not installed, EngineFailed when the process does not start.
        """
        process = await anyio.open_process(
            command, stderr=subprocess.DEVNULL, start_new_session=True
        )
        worker = cls(process, starting)
        try:
            hello = await worker._next_frame()
        except BaseException:
            await worker.aclose()
            raise
        if hello.kind != VOICES:
            await worker.aclose()
            why = hello.body.decode(errors="replace")
            raise MissingPart(f"espeak-ng does not start ({why}): pip install espeakng-loader")
        worker._patience = patience
        for line in hello.body.decode().splitlines():
            language, _, voice = line.partition("\t")
            worker.voices.setdefault(language, voice)
        return worker

    @property
    def number(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the next request has a chance."""
        return not self._broken and self._process.returncode is None

    async def speak(self, voice: str, rate: int, pitch: int, text: str) -> bytes:
        """All samples of a short text, at the worker's rate.

        Raises EngineFailed. When cancelled, the process stops as soon as it is asked again.
        """
        self._number += 1
        wanted = request(self._number, voice, rate, pitch, text)
        await self._send(wanted)
        while True:
            kind, number, body = await self._next_frame()
            if number != self._number:
                continue  # of an older request, given up
            if kind == FAILED:
                raise EngineFailed(body.decode(errors="replace"))
            return body

    async def aclose(self) -> None:
        """End the process. It has nothing to lose, so it is killed."""
        self._broken = True
        with anyio.CancelScope(shield=True):
            if self._process.returncode is None:
                self._process.kill()
            await self._process.aclose()

    async def _send(self, wanted: bytes) -> None:
        """Write all or break: half a request would spoil the next one."""
        try:
            with anyio.fail_after(self._patience, shield=True):
                await self._stdin.send(wanted)
        except (OSError, anyio.BrokenResourceError, anyio.ClosedResourceError) as error:
            self._broken = True
            raise EngineFailed("the espeak-ng process takes no request") from error

    async def _next_frame(self) -> Frame:
        """The next frame from the process, whatever request it belongs to."""
        try:
            while not self._waiting:
                with anyio.fail_after(self._patience):
                    received = await self._stdout.receive()
                self._waiting.extend(self._frames.feed(received))
        except TimeoutError as error:
            self._broken = True
            raise EngineHung("the espeak-ng process hangs") from error
        except (EngineFailed, anyio.EndOfStream, anyio.BrokenResourceError) as error:
            self._broken = True
            raise EngineFailed("the espeak-ng process died") from error
        return self._waiting.pop(0)
