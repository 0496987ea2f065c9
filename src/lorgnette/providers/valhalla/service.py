"""One program that finds ways on one map: started, asked over loopback, and ended."""

import os
import signal
import socket
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Self

import anyio
import msgspec
from anyio.abc import Process

from lorgnette.core.errors import EngineFailed
from lorgnette.providers.http import Refused, Request, Sender
from lorgnette.providers.valhalla.maps import CONFIG
from lorgnette.providers.valhalla.programs import Programs

PATIENCE: Final = 20.0
"""Seconds without a byte after which it counts as hung."""

STARTING: Final = 15.0
POLL: Final = 0.02

GUARD: Final = """
exec 3<&0 </dev/null
"$@" 3<&- & program=$!
{ cat <&3 >/dev/null; kill -9 "$program"; } &
wait "$program"
"""
"""It listens to nobody; so a shell beside it ends it when the hub is no more, however that died."""


class Service:
    """A running program. One that died or hung must be closed, and another one started."""

    def __init__(self, process: Process, port: int) -> None:
        """Use `start`."""
        self._process = process
        self._url = f"http://127.0.0.1:{port}"
        self._sender = Sender(PATIENCE, here=True)
        self.busy = 0
        """How many wait for an answer."""

    @classmethod
    async def start(cls, programs: Programs, folder: Path) -> Self:
        """Start the program on the map in a folder, and wait until it answers.

        Raises EngineFailed.
        """
        port = _free_port()
        with tempfile.TemporaryDirectory(prefix="lorgnette-") as place:
            config = Path(place) / CONFIG
            config.write_bytes(_configured(folder, port))
            process = await anyio.open_process(
                ["/bin/sh", "-c", GUARD, "sh", str(programs.service), str(config), "1"],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=folder,
                start_new_session=True,
            )
            service = cls(process, port)
            try:
                await service._answers()
            except BaseException:
                await service.aclose()
                raise
        return service

    @property
    def alive(self) -> bool:
        """Whether the next question has a chance."""
        return self._process.returncode is None

    async def ask(self, body: bytes) -> bytes:
        """The answer to a question about a way.

        Raises Refused, which has what it says instead, and EngineFailed when it died or hangs.
        """
        headers = {"content-type": "application/json"}
        self.busy += 1
        try:
            return await self._sender.fetch(Request(f"{self._url}/route", headers, body))
        finally:
            self.busy -= 1

    async def aclose(self) -> None:
        """End the program. It has nothing to lose, so it is killed, with the shell beside it."""
        with anyio.CancelScope(shield=True):
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            await self._sender.aclose()
            await self._process.aclose()

    async def _answers(self) -> None:
        """Wait until it answers."""
        status = Request(f"{self._url}/status", {}, method="GET")
        with anyio.move_on_after(STARTING):
            while self.alive:
                try:
                    await self._sender.fetch(status)
                except Refused:
                    return
                except EngineFailed:
                    await anyio.sleep(POLL)
                else:
                    return
        raise EngineFailed("the program that finds ways does not start: see lorgnette doctor")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _configured(folder: Path, port: int) -> bytes:
    """The configuration of a map, with where to listen."""
    try:
        config = msgspec.json.decode((folder / CONFIG).read_bytes(), type=dict[str, Any])
        config["httpd"]["service"]["listen"] = f"tcp://127.0.0.1:{port}"
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EngineFailed(f"the map in {folder} is damaged: add it again") from error
    return msgspec.json.encode(config)
