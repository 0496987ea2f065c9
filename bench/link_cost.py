"""What the link costs the hub while glasses wait for the wake word.

A hub (uvicorn, the endpoint, protocol, inbox, acknowledgements; nothing listens to the sound) is
fed the microphones of 100 glasses in real time by another process over loopback.
"""

import asyncio
import os
import struct
import sys
import time

import uvicorn

import report
from lorgnette.core.types import AR, ENGLISH, SAMPLE_BYTES, SAMPLE_RATE
from lorgnette.devices.websocket import LinkEndpoint, server_options
from lorgnette.link.connection import Connection, EndOfLink
from lorgnette.link.glasses_link import GlassesLink
from lorgnette.link.hub_link import HubLink
from lorgnette.link.media import Microphone, encode
from lorgnette.link.messages import Hello
from lorgnette.link.protocol import HubProtocol

GLASSES = 100
PORT = 18_461
WARM_UP, MEASURED = 3.0, 10.0
CHUNKS = (320, 640, 1_280)
MASK = b"\0\0\0\0"
"""A mask of zeros is a mask: the hub unmasks it like any other."""

UPGRADE = (
    b"GET /link HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


def masked(opcode: int, payload: bytes) -> bytes:
    """A websocket frame as a client sends it."""
    size = len(payload)
    head = (
        struct.pack(">BB", 0x80 | opcode, 0x80 | size)
        if size < 126
        else struct.pack(">BBH", 0x80 | opcode, 0xFE, size)
    )
    return head + MASK + payload


async def wear(number: int, chunk: int) -> None:
    """One pair of glasses that sends its microphone until it is terminated."""
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    writer.write(UPGRADE)
    await reader.readuntil(b"\r\n\r\n")
    [hello] = GlassesLink(AR, ENGLISH).attach().to_send()
    writer.write(masked(1, str(hello).encode()))
    sound = os.urandom(chunk * SAMPLE_BYTES)
    loop = asyncio.get_running_loop()
    due = loop.time() + number / GLASSES * chunk / SAMPLE_RATE
    sample = 0
    while True:
        await asyncio.sleep(due - loop.time())
        writer.write(masked(2, encode(Microphone(sample, sound))))
        sample += chunk
        due += chunk / SAMPLE_RATE


async def load(chunk: int) -> None:
    worn = [asyncio.create_task(wear(number, chunk)) for number in range(GLASSES)]
    await asyncio.wait(worn, timeout=WARM_UP + MEASURED + 2)


class Ears:
    """Counts the samples that came out of the links."""

    def __init__(self) -> None:
        self.samples = 0

    async def serve(self, connection: Connection) -> None:
        """Take the sound of one pair of glasses."""
        protocol, link = HubProtocol(), HubLink("bench")
        [hello] = protocol.receive(await connection.receive())
        assert isinstance(hello, Hello)
        link.attach(protocol, hello, time.monotonic())
        try:
            while not protocol.over:
                if link.waiting(protocol):
                    for frame in link.to_send(protocol, time.monotonic()):
                        await connection.send(frame)
                for heard in link.receive(protocol, await connection.receive(), time.monotonic()):
                    assert isinstance(heard, Microphone)
                    self.samples += len(heard.sound) // SAMPLE_BYTES
        except EndOfLink:
            pass


async def measure(chunk: int) -> tuple[float, float]:
    """Microseconds of the hub per 20 ms of sound, and seconds of sound a second."""
    ears = Ears()
    config = uvicorn.Config(
        LinkEndpoint(ears.serve), port=PORT, log_level="error", lifespan="off", **server_options()
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    await asyncio.sleep(0.5)
    feeder = await asyncio.create_subprocess_exec(sys.executable, __file__, "--load", str(chunk))
    await asyncio.sleep(WARM_UP)
    used, heard = time.process_time(), ears.samples
    await asyncio.sleep(MEASURED)
    used, heard = time.process_time() - used, ears.samples - heard
    feeder.terminate()
    await feeder.wait()
    server.should_exit = True
    await serving
    return used / (heard / 320) * 1e6, heard / SAMPLE_RATE / MEASURED


async def main() -> None:
    figures = {}
    for chunk in CHUNKS:
        cost, speed = await measure(chunk)
        frame = f"{chunk * 1000 // SAMPLE_RATE} ms frames"
        figures[f"{frame}: µs per 20 ms of sound"] = round(cost, 1)
        figures[f"{frame}: % of a core per glasses"] = round(cost * 50 / 10_000, 3)
        figures[f"{frame}: glasses served in real time"] = round(speed, 1)
    report.save("link_cost", figures)


if __name__ == "__main__":
    asyncio.run(load(int(sys.argv[2])) if "--load" in sys.argv else main())
