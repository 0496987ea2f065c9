"""Makes films in a process of its own: pictures and sound on standard input, an MP4 file out.

The libraries of ffmpeg come with `av`, whose wheels link x264 (GPL), and a damaged picture may
crash them; here neither concerns the hub. This program imports nothing of Lorgnette, so that it
starts in a moment.

    hub → filmer    pieces: `P` or `S`, the sample it is of (u64), its length (u32), big-endian;
                    then a JPEG, or sound at 16 kHz: mono, signed 16-bit, little-endian
    filmer → hub    when the input ends one line of JSON: {"seconds": 12.3} or {"wrong": "why not"}

Pictures come when they come, and keep their times. Where sound is missing there is silence. The
file is in fragments of a second or two: whatever ends this process, what was written can be played.
"""

import json
import struct
import sys
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, BinaryIO, Final

RATE: Final = 16_000
CLOCK: Final = Fraction(1, RATE)
PIECE: Final = struct.Struct(">cQI")
LONGEST: Final = 32_000_000
"""Bytes of a piece; the link lets none through that is longer."""

GAP: Final = 600 * RATE
"""Samples of silence at most: glasses that were away for longer have another clock."""

FRAGMENTS: Final = {
    "movflags": "frag_keyframe+empty_moov+default_base_moof",
    "flush_packets": "1",
}
VIDEO_RANGE, SMPTE_170M = 1, 6
"""The colours of a JPEG in the range of videos (ITU-T H.273), which players must be told."""

QUICK: Final = {"preset": "veryfast", "tune": "zerolatency", "crf": "24"}


def pieces(stream: BinaryIO) -> Iterator[tuple[bytes, int, bytes]]:
    """Every whole piece: what it is, its sample, and its content."""
    while len(head := stream.read(PIECE.size)) == PIECE.size:
        kind, sample, length = PIECE.unpack(head)
        if length > LONGEST or len(content := stream.read(length)) < length:
            return
        yield kind, sample, content


class Film:
    """A file that grows. Its clock begins with the first piece."""

    def __init__(self, path: str) -> None:
        """Begin the file. Raises ImportError without `av`, and what that raises."""
        import av

        av.logging.set_level(None)
        self.av = av
        self.container = av.open(path, "w", format="mp4", options=FRAGMENTS)
        self.sound = self.container.add_stream("aac", rate=RATE, layout="mono", bit_rate=64_000)
        self.pictures: Any = None
        self.jpegs = av.CodecContext.create("mjpeg", "r")
        self.held = av.AudioFifo()
        self.began: int | None = None
        self.heard = 0
        self.seen = -1

    @property
    def seconds(self) -> float:
        """How long it is."""
        return max(self.heard, self.seen, 0) / RATE

    def take(self, kind: bytes, sample: int, content: bytes) -> None:
        """The next piece. A picture that cannot be read is left out."""
        if self.began is None:
            self.began = sample
        if kind == b"S":
            self.hear(sample - self.began, content)
            return
        try:
            frames = self.jpegs.decode(self.av.Packet(content))
        except self.av.FFmpegError:
            return
        for frame in frames:
            self.see(sample - self.began, frame)

    def see(self, at: int, frame: Any) -> None:
        """The next picture; all are as large as the first."""
        if self.pictures is None:
            self.pictures = self.container.add_stream("libx264", rate=30, options=QUICK)
            self.pictures.width, self.pictures.height = frame.width // 2 * 2, frame.height // 2 * 2
            self.pictures.pix_fmt = "yuv420p"
            context = self.pictures.codec_context
            context.time_base, context.gop_size = CLOCK, 16
            context.color_range, context.colorspace = VIDEO_RANGE, SMPTE_170M
        self.seen = max(at, self.seen + 1)
        sides = {"width": self.pictures.width, "height": self.pictures.height}
        frame = frame.reformat(
            format="yuv420p", src_color_range="JPEG", dst_color_range="MPEG", **sides
        )
        frame.pts, frame.time_base = self.seen, CLOCK
        frame.pict_type = 0
        self.container.mux(self.pictures.encode(frame))

    def hear(self, at: int, sound: bytes) -> None:
        """The next sound: what was heard already is left out, what is missing is silence."""
        missing = at - self.heard
        if missing > GAP:
            return
        if missing > 0:
            self.hold(bytes(2 * missing))
        self.hold(sound[max(0, -2 * missing) :])
        self.drain()

    def hold(self, sound: bytes) -> None:
        """Keep sound until it fills a frame."""
        if len(sound) < 2:
            return
        samples = len(sound) // 2
        frame = self.av.AudioFrame(format="s16", layout="mono", samples=samples)
        frame.planes[0].update(sound[: 2 * samples].ljust(frame.planes[0].buffer_size, b"\0"))
        frame.sample_rate, frame.pts, frame.time_base = RATE, self.heard, CLOCK
        self.held.write(frame)
        self.heard += samples

    def drain(self) -> None:
        """Write the sound that fills frames; not before the file knows of its pictures."""
        while self.pictures is not None and (frame := self.held.read(1024)) is not None:
            self.container.mux(self.sound.encode(frame))

    def close(self) -> None:
        """Write what is still held. Raises ValueError when nothing was seen."""
        if self.pictures is None:
            raise ValueError("there was no picture")
        self.drain()
        for stream in (self.pictures, self.sound):
            self.container.mux(stream.encode(None))
        self.container.close()


def why(error: Exception) -> str:
    """What is wrong, in a few words."""
    if isinstance(error, ImportError):
        return "av is missing: pip install av"
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def main(path: str) -> None:
    """Make one film."""
    try:
        film = Film(path)
        for piece in pieces(sys.stdin.buffer):
            film.take(*piece)
        film.close()
        said: dict[str, Any] = {"seconds": film.seconds}
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a reason
        said = {"wrong": why(error)}
    print(json.dumps(said), flush=True)  # noqa: T201 - this is how it answers


if __name__ == "__main__":
    main(sys.argv[1])
