"""`lorgnette serve` that notes when sound arrives and leaves, for `bench/browser.py`.

Usage: python bench/browser_hub.py NOTES serve --port 0. Each line of NOTES is a JSON array: the
wall clock in milliseconds, the kind of the frame, its sequence, its first sample, its samples.
"""

import json
import sys
import time
from pathlib import Path
from typing import TextIO

from lorgnette.app.cli import main
from lorgnette.core.types import SAMPLE_BYTES
from lorgnette.devices.websocket import WebsocketConnection
from lorgnette.link.media import HEADER
from lorgnette.link.protocol import Frame


def watch(notes: TextIO) -> None:
    """Note every binary frame of every connection from now on."""
    receive, send = WebsocketConnection.receive, WebsocketConnection.send

    def note(frame: Frame) -> None:
        if isinstance(frame, bytes):
            kind, _, _, sequence, sample = HEADER.unpack_from(frame)
            samples = (len(frame) - HEADER.size) // SAMPLE_BYTES
            line = [round(time.time() * 1000, 2), kind, sequence, sample, samples]
            notes.write(json.dumps(line) + "\n")

    async def noted_receive(self: WebsocketConnection) -> Frame:
        frame = await receive(self)
        note(frame)
        return frame

    async def noted_send(self: WebsocketConnection, frame: Frame) -> None:
        note(frame)
        await send(self, frame)

    WebsocketConnection.receive = noted_receive  # type: ignore[method-assign]  # only to look
    WebsocketConnection.send = noted_send  # type: ignore[method-assign]  # only to look


if __name__ == "__main__":
    with Path(sys.argv.pop(1)).open("w", buffering=1) as file:
        watch(file)
        sys.exit(main())
