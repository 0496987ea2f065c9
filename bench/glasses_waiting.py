"""What glasses cost the hub while they wait for their wake word, all of the hub counted.

150 glasses, in another process, are connected to one `lorgnette serve` by websockets and send
what their microphones hear in a quiet room, in real time, in the chunks that the hub's welcome
advises. The hub is a single process on at most one core: when it cannot follow, a ping is late.
"""

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import time
from urllib.parse import urlsplit

import report
from hubs import Hub, load, serving
from link_cost import masked
from lorgnette.core.types import AR, ENGLISH, SAMPLE_BYTES, SAMPLE_RATE
from lorgnette.link.glasses_link import GlassesLink
from lorgnette.link.limits import LIMITS
from lorgnette.link.media import Microphone, encode
from waiting import quiet_room

GLASSES = 150
SETTLE = 12.0
"""Seconds until all are connected, and their ears know the level of the room."""

MEASURED = 30.0
CHUNK = LIMITS.waiting_chunk

PING, PONG, LONG = 9, 10, 126
"""Of websockets: two kinds of frames, and the length that says it follows in two bytes."""

UPGRADE = (
    "GET {path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


async def put_on(url: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Connect and say hello."""
    parts = urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    writer.write(UPGRADE.format(path=parts.path, host=parts.netloc).encode())
    await reader.readuntil(b"\r\n\r\n")
    [hello] = GlassesLink(AR, ENGLISH).attach().to_send()
    writer.write(masked(1, str(hello).encode()))
    return reader, writer


async def wear(url: str, number: int, sound: bytes) -> None:
    """One pair of glasses on a hub, until it is terminated."""
    reader, writer = await put_on(url)
    await asyncio.gather(answer_pings(reader, writer), record(writer, number, sound))


async def record(writer: asyncio.StreamWriter, number: int, sound: bytes) -> None:
    """Send what the microphone hears."""
    size = CHUNK * SAMPLE_BYTES
    due = asyncio.get_running_loop().time() + number / GLASSES * CHUNK / SAMPLE_RATE
    for sample in range(0, 3600 * SAMPLE_RATE, CHUNK):
        at = (number * 7919 * size + sample * SAMPLE_BYTES) % (len(sound) - size)
        at -= at % SAMPLE_BYTES
        due += CHUNK / SAMPLE_RATE
        await asyncio.sleep(due - asyncio.get_running_loop().time())
        writer.write(masked(2, encode(Microphone(sample, sound[at : at + size]))))


async def answer_pings(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Take what arrives; a websocket that answers no ping is closed."""
    while True:
        kind, size = await reader.readexactly(2)
        if size == LONG:
            size = int.from_bytes(await reader.readexactly(2), "big")
        payload = await reader.readexactly(size)
        if kind & 0xF == PING:
            writer.write(masked(PONG, payload))


async def wear_all(url: str) -> None:
    """Everybody but the one who pings."""
    sound = quiet_room(60).tobytes()
    await asyncio.gather(*(wear(url, number, sound) for number in range(GLASSES)))


async def ping(url: str, seconds: float) -> list[float]:
    """Seconds until each ping was answered, ten a second."""
    reader, writer = await put_on(url)
    times = []
    for _ in range(round(seconds * 10)):
        await asyncio.sleep(0.1)
        begun = time.perf_counter()
        writer.write(masked(1, json.dumps({"type": "ping", "id": 1}).encode()))
        await reader.readuntil(b"pong")
        times.append(time.perf_counter() - begun)
    return times


def measure(hub: Hub) -> dict[str, object]:
    """What all the glasses cost together and each."""
    before = hub.megabytes()
    used, begun = hub.seconds(), time.monotonic()
    time.sleep(5)
    alone = (hub.seconds() - used) / (time.monotonic() - begun)
    glasses = subprocess.Popen([sys.executable, __file__, "--wear", hub.url])
    try:
        time.sleep(SETTLE)
        used, begun = hub.seconds(), time.monotonic()
        pings = asyncio.run(ping(hub.url, MEASURED))
        share = (hub.seconds() - used) / (time.monotonic() - begun)
        memory = (hub.megabytes() - before) / GLASSES
        assert glasses.poll() is None
    finally:
        glasses.kill()
        glasses.wait()
    return {
        "glasses at once": GLASSES,
        "% of a core, no glasses": round(100 * alone, 1),
        "% of a core, all": round(100 * share, 1),
        "% of a core each": round(100 * share / GLASSES, 3),
        "MB each": round(memory, 2),
        "hub with all of them, MB": round(hub.megabytes()),
        "ping answered, median, ms": round(1000 * statistics.median(pings), 1),
        "ping answered, 99 %, ms": round(1000 * report.percentile(pings, 0.99), 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wear", metavar="URL", help="be the glasses")
    options = parser.parse_args()
    if options.wear:
        asyncio.run(wear_all(options.wear))
        return
    with serving() as hub:
        report.save("glasses_waiting", {**measure(hub), "load": load()})


if __name__ == "__main__":
    main()
