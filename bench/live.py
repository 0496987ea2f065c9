"""How late a guest sees what the wearer sees, how often, and what it costs.

    python bench/live.py

A picture that flashes goes through the veil to guests over WebRTC, all on this machine: what a
network adds comes on top. Guests are aiortc, which shows a picture only when the next one begins to
come, so each is sent once more behind the veil; a browser shows it at once.
"""

import asyncio
import contextlib
import os
import statistics
import time
from collections.abc import AsyncIterator
from typing import Final

import anyio
import numpy as np
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError

from lorgnette.app.veiled import VeiledScreening
from lorgnette.core.pictures import Pixels
from lorgnette.engines import Screening
from lorgnette.engines.live import GUESTS
from lorgnette.providers.aiortc.projector import AiortcProjector
from lorgnette.providers.mtcnn import MTCNN
from lorgnette.testing.facefinders import drawn_face
from lorgnette.testing.views import jpeg
from report import percentile, save

FLASHES: Final = 20
SECONDS: Final = 8.0
PACE: Final = 0.1
"""Seconds between pictures, as the wearer's camera gives them."""

AGAIN: Final = 0.01


class Guest:
    """Somebody who watches: when they saw what."""

    def __init__(self) -> None:
        self.peer = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.peer.addTransceiver("video", direction="recvonly")
        self.peer.add_listener("track", self.watch)
        self.bright = False
        self.pictures = 0
        self.news = anyio.Event()
        self.tasks: set[asyncio.Future[None]] = set()

    async def come(self, screening: Screening, name: str) -> None:
        """Be let in."""
        await self.peer.setLocalDescription(await self.peer.createOffer())
        answer = await screening.admit(name, self.peer.localDescription.sdp)
        await self.peer.setRemoteDescription(RTCSessionDescription(answer, "answer"))

    def watch(self, track: object) -> None:
        """A picture comes."""
        self.tasks.add(asyncio.ensure_future(self.follow(track)))

    async def follow(self, track: object) -> None:
        """See every picture."""
        with contextlib.suppress(MediaStreamError):
            while True:
                frame = await track.recv()  # type: ignore[attr-defined]
                self.bright = frame.to_ndarray(format="gray")[:40, :40].mean() > 128
                self.pictures += 1
                self.news.set()
                self.news = anyio.Event()

    async def until(self, bright: bool) -> None:
        """Wait until the corner is bright, or dark."""
        while self.bright != bright or not self.pictures:
            await self.news.wait()


@contextlib.asynccontextmanager
async def watching(screening: Screening, count: int) -> AsyncIterator[list[Guest]]:
    """So many guests."""
    guests = [Guest() for _ in range(count)]
    for number, guest in enumerate(guests):
        await guest.come(screening, f"{number}")
    yield guests
    for guest in guests:
        await guest.peer.close()
        await asyncio.gather(*guest.tasks)


def street(bright: bool) -> bytes:
    """Two people in a street, as a camera of 640 pixels sees them; the corner is bright or dark."""
    pixels: Pixels = np.random.default_rng(1).integers(90, 130, (360, 640, 3), np.uint8)
    for left in (120, 380):
        pixels[60:260, left : left + 200] = drawn_face(100)
    pixels[:40, :40] = 255 if bright else 0
    return jpeg(pixels)


async def flashes(veil: Screening, screening: Screening, guest: Guest) -> list[float]:
    """Seconds from a picture of the camera until the guest sees it."""
    pictures, delays = {bright: street(bright) for bright in (False, True)}, []
    for number in range(FLASHES):
        bright = number % 2 == 0
        began = time.perf_counter()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(guest.until, bright)
            await veil.see(pictures[bright])
            while guest.bright != bright:
                await screening.see(pictures[bright])
                await anyio.sleep(AGAIN)
        delays.append(time.perf_counter() - began)
        await anyio.sleep(PACE)
    return delays[2:]


async def most(screening: Screening) -> float:
    """Pictures a second, when each is sent as soon as the one before is."""
    picture, count, began = street(False), 0, time.perf_counter()
    while time.perf_counter() - began < SECONDS:
        await screening.see(picture)
        count += 1
    return count / SECONDS


def burnt(pid: int) -> float:
    """Seconds of a processor that a process has used."""
    fields = open(f"/proc/{pid}/stat").read().rpartition(")")[2].split()  # noqa: SIM115, PTH123
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


async def cost(guests: int) -> float:
    """Processors that the process of WebRTC takes for so many guests, ten pictures a second."""
    async with AiortcProjector({}).open() as screening, watching(screening, guests):
        pictures = [street(False), street(True)]
        pid = screening.peers.process.pid  # type: ignore[attr-defined]
        before = burnt(pid)
        for number in range(round(SECONDS / PACE)):
            await screening.see(pictures[number % 2])
            await anyio.sleep(PACE)
        return (burnt(pid) - before) / SECONDS


async def first() -> float:
    """Seconds from the wearer's yes until a guest who is there already sees something."""
    began = time.perf_counter()
    async with AiortcProjector({}).open() as screening, watching(screening, 1) as (guest,):
        while not guest.bright:
            await screening.see(street(True))
            await anyio.sleep(PACE)
        return time.perf_counter() - began


async def main() -> None:
    """Measure everything."""
    figures: dict[str, float] = {"yes to first picture, s": round(await first(), 2)}
    finder = MTCNN({})
    for faces, name in ((False, "faces hidden"), (True, "faces seen")):
        async with AiortcProjector({}).open() as screening, watching(screening, 1) as (guest,):
            veil = VeiledScreening(screening, finder, faces=faces)
            delays = await flashes(veil, screening, guest)
            figures[f"{name}: delay, median, ms"] = round(statistics.median(delays) * 1000)
            figures[f"{name}: delay, 95 %, ms"] = round(percentile(delays, 0.95) * 1000)
            figures[f"{name}: most pictures a second"] = round(await most(veil), 1)
    for guests in (1, GUESTS):
        figures[f"cores for {guests} guests, 10 a second"] = round(await cost(guests), 2)
    save("live", figures)


if __name__ == "__main__":
    asyncio.run(main())
