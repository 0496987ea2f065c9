"""Reads sound and film files in a process of its own: a path in, sound on standard output.

The libraries of ffmpeg come with `av`, whose wheels link x264 and x265 (GPL), and a file from a
stranger may crash them; here neither concerns the hub. This program imports nothing of
Lorgnette, so that it starts in a moment.

    worker → hub    one line of JSON: {"seconds": 12.3 or null, "began": "2026-…" or null},
                    then all samples at 16 kHz: mono, signed 16-bit, little-endian
                    or {"wrong": "why not"}

Back pressure is the pipe's: never more than a few packets are in memory. Where sound is missing or
damaged there is silence, so that times stay right.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from itertools import chain, groupby
from math import inf
from pathlib import Path
from typing import Any, BinaryIO, Final

RATE: Final = 16_000
GAP: Final = 0.1
"""Seconds missing that are filled with silence; less is the jitter of a container's clock."""

LONGEST_GAP: Final = 3600.0
SILENCE: Final = bytes(2 * RATE)


def main(path: str) -> None:
    """Read one file."""
    out = sys.stdout.buffer
    with ExitStack() as stack:
        try:
            container, stream = opened(path, stack)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a reason
            say(out, {"wrong": why(error)})
            return
        seconds = seconds_of(container, stream)
        say(out, {"seconds": seconds, "began": container.metadata.get("creation_time")})
        write(container, stream, seconds or inf, out)


def opened(path: str, stack: ExitStack) -> tuple[Any, Any]:
    """The file and its sound. Raises ValueError when it has none, and what `av` raises."""
    import av

    av.logging.set_level(None)
    # Opened here and with no protocol allowed, a playlist cannot make it read anything else.
    file = stack.enter_context(Path(path).open("rb"))  # noqa: SIM115 - the stack closes it
    options = {"protocol_whitelist": "none"}
    container = stack.enter_context(av.open(file, options=options, metadata_errors="replace"))
    stream = container.streams.best("audio")
    if stream is None:
        raise ValueError("there is no sound in it")
    return container, stream


def why(error: Exception) -> str:
    """What is wrong, in a few words."""
    if isinstance(error, ImportError):
        return "av is missing: pip install av"
    if type(error).__name__ == "InvalidDataError":
        return "it is no sound or film, or damaged at its beginning"
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def write(container: Any, stream: Any, seconds: float, out: BinaryIO) -> None:
    """Write the sound, `seconds` long as the file says."""
    origin = (container.start_time or 0) / 1_000_000
    written = 0
    for frame in resampled(decoded(container, stream)):
        if frame.time is not None:
            missing = frame.time - origin - written / RATE
            if GAP < missing < min(LONGEST_GAP, seconds - written / RATE):
                written += silence(out, missing)
        out.write(bytes(frame.planes[0])[: 2 * frame.samples])
        written += frame.samples
    out.flush()


def seconds_of(container: Any, stream: Any) -> float | None:
    """How long the file says it is."""
    if container.duration and container.duration > 0:
        return float(container.duration / 1_000_000)
    if stream.duration and stream.duration > 0:
        return float(stream.duration * stream.time_base)
    return None


def decoded(container: Any, stream: Any) -> Iterator[Any]:
    """Every frame that can be read; a damaged packet is left out."""
    import av

    with suppress(av.FFmpegError):  # the file is cut short: what there is was read
        for packet in container.demux(stream):
            with suppress(av.FFmpegError):
                yield from packet.decode()


def resampled(frames: Iterator[Any]) -> Iterator[Any]:
    """The frames at the hub's rate; the form of the sound may change on the way."""
    import av

    def form(frame: Any) -> tuple[str, str, int]:
        return frame.format.name, frame.layout.name, frame.sample_rate

    for _, alike in groupby(frames, form):
        resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
        for frame in chain(alike, [None]):  # at last, what it still holds
            yield from resampler.resample(frame)


def silence(out: BinaryIO, seconds: float) -> int:
    """Write silence; how many samples."""
    left = samples = round(seconds * RATE)
    while left > 0:
        out.write(SILENCE[: 2 * left])
        left -= RATE
    return samples


def say(out: BinaryIO, what: dict[str, Any]) -> None:
    """Write the first line."""
    out.write(json.dumps(what).encode() + b"\n")
    out.flush()


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        main(sys.argv[1])
