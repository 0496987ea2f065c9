"""WebRTC in a process of its own: pictures and orders on standard input, what comes of it out.

aiortc decodes and encodes with the libraries of ffmpeg, and whoever has an invitation sends it
packets: here neither concerns the hub. This program imports nothing of Lorgnette, so that it
starts in a moment.

    hub → peers     pieces: a letter and a length (u32, big-endian), then
                    `P`  a JPEG: the picture now
                    `W`  {"of", "sdp"}: a guest offers to watch; answered with {"of", "sdp"}
                    `S`  {"of"}: offer the picture to a server; answered with {"of", "sdp"}
                    `A`  {"of", "sdp"}: the answer of that server
                    `B`  {"of"}: this peer is to go
    peers → hub     lines of JSON: {"of", "sdp"}, {"of", "wrong"}, {"of", "state"}

When the input ends everybody is told, and so does this.
"""

import asyncio
import json
import struct
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Mapping
from fractions import Fraction
from typing import Any, BinaryIO, Final

import av
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamTrack

PIECE: Final = struct.Struct(">cI")
LONGEST: Final = 32_000_000
CLOCK: Final = Fraction(1, 90_000)

ENDING: Final = 2.0
"""Seconds in which all peers are told that it is over."""

ALONE: Final = RTCConfiguration(iceServers=[])
"""No server is asked where this machine is: by itself aiortc asks one on the Internet."""


class Source:
    """The picture now, and the wait for the next."""

    def __init__(self) -> None:
        self.jpegs = av.CodecContext.create("mjpeg", "r")
        self.frame: Any = None
        self.number = 0
        self.news = asyncio.Event()
        self.began = time.monotonic()

    def take(self, jpeg: bytes) -> None:
        """The next picture; one that cannot be read is left out."""
        try:
            frames = self.jpegs.decode(av.Packet(jpeg))
        except av.FFmpegError:
            return
        for frame in frames:
            even = {"width": frame.width // 2 * 2, "height": frame.height // 2 * 2}
            self.frame = frame.reformat(format="yuv420p", dst_color_range="MPEG", **even)
            self.frame.pts = round((time.monotonic() - self.began) / CLOCK)
            self.frame.time_base = CLOCK
            self.number += 1
            self.news.set()
            self.news = asyncio.Event()


class Track(MediaStreamTrack):
    """What one peer is sent: each picture once, the latest first."""

    kind = "video"

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source
        self.sent = 0

    async def recv(self) -> Any:
        """The next picture."""
        while self.sent == self.source.number:
            await self.source.news.wait()
        self.sent = self.source.number
        return self.source.frame


class Peers:
    """All who are sent the picture, by name."""

    def __init__(self) -> None:
        self.source = Source()
        self.peers: dict[str, RTCPeerConnection] = {}

    async def obey(self, kind: bytes, content: bytes) -> None:
        """Do what the hub wants; what goes wrong is said."""
        if kind == b"P":
            self.source.take(content)
            return
        order = json.loads(content)
        try:
            await ORDERS[kind](self, **order)
        except Exception as error:  # noqa: BLE001 - whatever a stranger's SDP brings about
            await self.end(order["of"])
            tell(of=order["of"], wrong=str(error) or type(error).__name__)

    async def connect(self, of: str) -> RTCPeerConnection:
        """A peer with this name, in the place of one that had it."""
        await self.end(of)
        peer = self.peers[of] = RTCPeerConnection(ALONE)

        def changed() -> None:
            if self.peers.get(of) is peer:
                tell(of=of, state=peer.connectionState)

        peer.add_listener("connectionstatechange", changed)
        return peer

    async def watch(self, of: str, sdp: str) -> None:
        """Let a guest watch."""
        peer = await self.connect(of)
        await peer.setRemoteDescription(RTCSessionDescription(sdp, "offer"))
        seen = [each for each in peer.getTransceivers() if each.kind == "video"]
        if len(seen) != 1:
            raise ValueError("the offer is not for one picture")
        seen[0].sender.replaceTrack(Track(self.source))
        seen[0].direction = "sendonly"
        await peer.setLocalDescription(await peer.createAnswer())
        tell(of=of, sdp=peer.localDescription.sdp)

    async def send(self, of: str) -> None:
        """Offer the picture to a server."""
        peer = await self.connect(of)
        peer.addTransceiver(Track(self.source), direction="sendonly")
        await peer.setLocalDescription(await peer.createOffer())
        tell(of=of, sdp=peer.localDescription.sdp)

    async def accept(self, of: str, sdp: str) -> None:
        """Take the answer of a server."""
        await self.peers[of].setRemoteDescription(RTCSessionDescription(sdp, "answer"))

    async def end(self, of: str) -> None:
        """Let a peer go."""
        if peer := self.peers.pop(of, None):
            await peer.close()
            tell(of=of, state="closed")

    async def end_all(self) -> None:
        """Let everybody go."""
        await asyncio.wait_for(asyncio.gather(*map(self.end, list(self.peers))), ENDING)


ORDERS: Mapping[bytes, Callable[..., Awaitable[None]]] = {
    b"W": Peers.watch,
    b"S": Peers.send,
    b"A": Peers.accept,
    b"B": Peers.end,
}


def tell(**said: str) -> None:
    """Say something to the hub."""
    print(json.dumps(said), flush=True)  # noqa: T201 - this is how it answers


def read(stream: BinaryIO, loop: asyncio.AbstractEventLoop, pieces: asyncio.Queue[Any]) -> None:
    """Hand over every whole piece, as fast as they are done with; None at the end."""
    while len(head := stream.read(PIECE.size)) == PIECE.size:
        kind, length = PIECE.unpack(head)
        if length > LONGEST or len(content := stream.read(length)) < length:
            break
        asyncio.run_coroutine_threadsafe(pieces.put((kind, content)), loop).result()
    asyncio.run_coroutine_threadsafe(pieces.put(None), loop).result()


async def main() -> None:
    """Serve until the input ends."""
    peers = Peers()
    pieces = asyncio.Queue[Any](1)
    given = (sys.stdin.buffer, asyncio.get_running_loop(), pieces)
    threading.Thread(target=read, args=given, daemon=True).start()
    while piece := await pieces.get():
        await peers.obey(*piece)
    await peers.end_all()


if __name__ == "__main__":
    av.logging.set_level(None)
    asyncio.run(main())
