"""A guest's browser, which here is aiortc, sees what is shown, over the network of this machine."""

import asyncio
import contextlib

import anyio
import numpy as np
import pytest
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError

from lorgnette.app.doors.addresses import addresses
from lorgnette.core.errors import EngineFailed, TooMuch
from lorgnette.engines.live import GUESTS
from lorgnette.providers.aiortc.projector import AiortcProjector
from lorgnette.testing.views import jpeg

pytestmark = [
    pytest.mark.real,
    pytest.mark.slow,
    pytest.mark.asyncio,
    pytest.mark.skipif(not addresses(), reason="this machine has no address but loopback"),
]

PATIENCE = 20.0


class Guest:
    """Somebody who watches: `brightness` of the last picture, and whether it goes on."""

    def __init__(self):
        self.peer = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.peer.addTransceiver("video", direction="recvonly")
        self.peer.add_listener("track", self.watch)
        self.brightness = -1.0
        self.tasks, self.gone = set(), anyio.Event()

    async def offer(self):
        await self.peer.setLocalDescription(await self.peer.createOffer())
        return self.peer.localDescription.sdp

    async def accept(self, answer):
        await self.peer.setRemoteDescription(RTCSessionDescription(answer, "answer"))

    def watch(self, track):
        self.tasks.add(asyncio.ensure_future(self.follow(track)))

    async def follow(self, track):
        with contextlib.suppress(MediaStreamError):
            while True:
                frame = await track.recv()
                self.brightness = frame.to_ndarray(format="gray").mean()
        self.gone.set()


@contextlib.asynccontextmanager
async def guest():
    """Somebody, who leaves at the end."""
    comes = Guest()
    try:
        yield comes
    finally:
        await comes.peer.close()
        await asyncio.gather(*comes.tasks)


async def shown(screening, brightness, *guests):
    """Show a picture until all guests see it."""
    picture = jpeg(np.full((240, 320, 3), brightness, np.uint8))
    with anyio.fail_after(PATIENCE):
        while any(abs(each.brightness - brightness) > 20 for each in guests):
            await screening.see(picture)
            await anyio.sleep(0.05)


async def becomes(screening, watching):
    """Wait until so many watch."""
    with anyio.fail_after(PATIENCE):
        while screening.watching != watching:
            await screening.changed()


async def test_guests_see_what_is_shown_and_nothing_once_it_is_over():
    async with guest() as dora, guest() as emil:
        async with AiortcProjector({}).open() as screening:
            await dora.accept(await screening.admit("dora", await dora.offer()))
            await shown(screening, 200, dora)
            await becomes(screening, 1)
            await emil.accept(await screening.admit("emil", await emil.offer()))
            await shown(screening, 50, dora, emil)
            await becomes(screening, 2)
            await screening.dismiss("dora")
            await becomes(screening, 1)
            await emil.peer.close()
            await becomes(screening, 0)
        with anyio.fail_after(PATIENCE):
            await dora.gone.wait()
        assert screening.stopped


async def test_who_comes_again_takes_their_own_place():
    async with guest() as first, guest() as second, AiortcProjector({}).open() as screening:
        await first.accept(await screening.admit("dora", await first.offer()))
        await shown(screening, 200, first)
        await second.accept(await screening.admit("dora", await second.offer()))
        await shown(screening, 100, second)
        await becomes(screening, 1)


@pytest.mark.parametrize("offer", ["", "v=0", "nonsense\r\n" * 100, "v=0\r\nm=video\r\n"])
async def test_an_offer_that_makes_no_sense_breaks_nothing(offer):
    async with guest() as dora, AiortcProjector({}).open() as screening:
        with pytest.raises(EngineFailed):
            await screening.admit("stranger", offer)
        await dora.accept(await screening.admit("dora", await dora.offer()))
        await shown(screening, 200, dora)


async def test_no_more_watch_than_can():
    async with AiortcProjector({}).open() as screening:
        screening.peers.states = {f"{number}": "connected" for number in range(GUESTS)}
        with pytest.raises(TooMuch):
            await screening.admit("one more", "")


async def test_a_process_that_dies_is_the_end_of_it():
    async with AiortcProjector({}).open() as screening:
        screening.peers.process.kill()
        with anyio.fail_after(PATIENCE):
            while not screening.stopped:
                await screening.changed()
        await screening.see(b"")
        with pytest.raises(EngineFailed):
            await screening.admit("dora", "")
        assert screening.watching == 0
