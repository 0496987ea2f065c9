"""Sends a live picture by RTMP, in a process of its own: JPEGs on standard input, H.264 out.

The libraries of ffmpeg come with `av`, whose wheels link x264 (GPL), and a damaged picture may
crash them; here neither concerns the hub. This program imports nothing of Lorgnette, so that it
starts in a moment.

    hub → streamer    pieces: a letter and a length (u32, big-endian), then `U`, the address of the
                      server, once, and `P`, a JPEG, as often as there is one
    streamer → hub    lines of JSON: {"ready": true} when the server has taken the first picture,
                      {"wrong": "why not"}

With the picture goes silence: many servers take none without sound.
"""

import json
import struct
import sys
import time
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, BinaryIO, Final

import av

PIECE: Final = struct.Struct(">cI")
LONGEST: Final = 32_000_000
CLOCK: Final = Fraction(1, 1000)
RATE: Final = 44_100
FRAME: Final = 1024
"""Samples of a frame of sound."""

PATIENCE: Final = 10_000_000
"""Microseconds after which a server that takes nothing has gone."""

QUICK: Final = {
    "preset": "veryfast",
    "tune": "zerolatency",
    "crf": "25",
    "maxrate": "2M",
    "bufsize": "1M",
}


def pieces(stream: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """Every whole piece: what it is, and its content."""
    while len(head := stream.read(PIECE.size)) == PIECE.size:
        kind, length = PIECE.unpack(head)
        if length > LONGEST or len(content := stream.read(length)) < length:
            return
        yield kind, content


class Stream:
    """One picture on its way to a server."""

    def __init__(self, url: str) -> None:
        """Be ready to connect, which is done when it is known what comes."""
        options = {"rw_timeout": str(PATIENCE), "flvflags": "no_duration_filesize"}
        self.container: Any = av.open(url, "w", format="flv", options=options)
        self.jpegs = av.CodecContext.create("mjpeg", "r")
        self.pictures: Any = None
        self.sound: Any = None
        self.silent = 0
        self.began = time.monotonic()
        self.last = -1

    def begin(self, width: int, height: int) -> None:
        """Connect, and say what comes: pictures as large as the first. Raises FFmpegError."""
        self.pictures = self.container.add_stream("libx264", rate=30, options=QUICK)
        self.pictures.width, self.pictures.height = width // 2 * 2, height // 2 * 2
        self.pictures.pix_fmt = "yuv420p"
        self.pictures.codec_context.time_base = CLOCK
        self.pictures.codec_context.gop_size = 20
        self.sound = self.container.add_stream("aac", rate=RATE, layout="mono", bit_rate=32_000)
        self.container.start_encoding()
        tell(ready=True)

    def see(self, jpeg: bytes) -> None:
        """The next picture; one that cannot be read is left out. Raises FFmpegError."""
        try:
            frames = self.jpegs.decode(av.Packet(jpeg))
        except av.InvalidDataError:
            return
        for frame in frames:
            self.send(frame)

    def send(self, frame: Any) -> None:
        """Send a picture, and silence up to it. Raises FFmpegError."""
        if self.pictures is None:
            self.begin(frame.width, frame.height)
        self.last = max(self.last + 1, round((time.monotonic() - self.began) / CLOCK))
        sides = {"width": self.pictures.width, "height": self.pictures.height}
        frame = frame.reformat(format="yuv420p", dst_color_range="MPEG", **sides)
        frame.pts, frame.time_base, frame.pict_type = self.last, CLOCK, 0
        self.container.mux(self.pictures.encode(frame))
        while self.silent / RATE < self.last * CLOCK:
            self.container.mux(self.sound.encode(silence(self.silent)))
            self.silent += FRAME

    def close(self) -> None:
        """Send what is still held. Raises FFmpegError."""
        if self.pictures is not None:
            for stream in (self.pictures, self.sound):
                self.container.mux(stream.encode(None))
        self.container.close()


def silence(first: int) -> Any:
    """A frame without sound, from a sample on."""
    frame = av.AudioFrame(format="fltp", layout="mono", samples=FRAME)
    frame.planes[0].update(bytes(frame.planes[0].buffer_size))
    frame.sample_rate, frame.pts, frame.time_base = RATE, first, Fraction(1, RATE)
    return frame


def tell(**said: Any) -> None:
    """Say something to the hub."""
    print(json.dumps(said), flush=True)  # noqa: T201 - this is how it answers


def main() -> None:
    """Send until the input ends, or the server does. What is wrong never names the address."""
    av.logging.set_level(None)
    stream = None
    try:
        for kind, content in pieces(sys.stdin.buffer):
            if kind == b"U":
                stream = Stream(content.decode())
            elif stream is not None:
                stream.see(content)
        if stream is not None:
            stream.close()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a reason
        tell(wrong=getattr(error, "strerror", None) or type(error).__name__)


if __name__ == "__main__":
    main()
