"""The sound of meetings in files, whole at every moment.

Each meeting has a folder. Sound that comes in is added to `000061.pcm` (as it is, so that a kill
costs nothing that was written) and becomes `000061.flac` after a minute. `whole-000060.flac` is
all parts up to that number in one, made when somebody wants to play it.
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import anyio.to_thread

from lorgnette.core.errors import StoreFailed
from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Sound

PART: Final = 60 * SAMPLE_RATE
"""Samples of a part, before it is compressed."""

AT_ONCE: Final = 30 * SAMPLE_RATE
"""Samples that are copied at once."""

TRIES: Final = 5
"""A recorder may write while its folder is removed."""


class SoundFiles:
    """The sound of every meeting, in folders named by their numbers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def of(self, meeting: int) -> "MeetingSound":
        """The sound of one meeting."""
        return MeetingSound(self.folder / str(meeting))

    def remove(self, meetings: Iterable[int]) -> None:
        """Remove the sound of these meetings. Raises StoreFailed."""
        for each in meetings:
            self.of(each).remove()


class MeetingSound:
    """The files of one meeting. Nothing here may run on the event loop but `whole`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def whole(self) -> Path | None:
        """Everything in one file that can be played; None when there is nothing.

        Raises StoreFailed when the disk has no room for it.
        """
        return await anyio.to_thread.run_sync(self.joined)

    def prepare(self) -> int:
        """Make the folder, and whole what a kill left behind; how many samples there are."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.compress()
        return sum(map(samples_of, self.parts()))

    def parts(self) -> list[Path]:
        """The compressed files that together are the sound, in their order."""
        wholes = sorted(self.folder.glob("whole-*.flac"))
        upto = number_of(wholes[-1]) if wholes else 0
        later = [each for each in sorted(self.folder.glob("[0-9]*.flac")) if number_of(each) > upto]
        return [*wholes[-1:], *later]

    def open_part(self) -> Path:
        """Where sound that comes in is added."""
        raw = sorted(self.folder.glob("*.pcm"))
        last = max(map(number_of, self.parts()), default=0)
        return raw[-1] if raw else self.folder / f"{last + 1:06}.pcm"

    def add(self, sound: Sound) -> int:
        """Add sound to the open part; its size in samples. Raises OSError, as without a folder."""
        file = os.open(self.open_part(), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            view = memoryview(sound)
            while view:
                view = view[os.write(file, view) :]
            os.fsync(file)
            return os.fstat(file).st_size // SAMPLE_BYTES
        finally:
            os.close(file)

    def compress(self) -> None:
        """The open part is over."""
        done = set(map(number_of, self.parts()))
        for raw in sorted(self.folder.glob("*.pcm")):
            if number_of(raw) not in done and raw.stat().st_size >= SAMPLE_BYTES:
                written(raw.with_suffix(".flac"), [raw])
            raw.unlink()

    def joined(self) -> Path | None:
        """Everything in one file; None when there is nothing. Raises StoreFailed."""
        if not self.folder.is_dir():
            return None
        try:
            self.compress()
            parts = self.parts()
            if len(parts) < 2:
                return parts[0] if parts else None
            whole = self.folder / f"whole-{number_of(parts[-1]):06}.flac"
            written(whole, parts)
        except (OSError, RuntimeError) as error:
            raise StoreFailed(f"the sound of a meeting cannot be put together: {error}") from error
        for part in parts:
            part.unlink()
        return whole

    def remove(self) -> None:
        """Nothing of it is on disk when this returns. Raises StoreFailed."""
        for _ in range(TRIES):
            shutil.rmtree(self.folder, ignore_errors=True)
            if not self.folder.exists():
                return
        raise StoreFailed(f"the sound in {self.folder} cannot be removed: remove it by hand")


def number_of(file: Path) -> int:
    """The number of a part; of a whole, that of the last part in it."""
    return int(file.stem.removeprefix("whole-"))


def samples_of(file: Path) -> int:
    """How long a compressed file is."""
    import soundfile

    return int(soundfile.info(file).frames)


def written(place: Path, sources: Iterable[Path]) -> None:
    """Write sound as one FLAC file, which is there whole or not at all.

    Raises OSError, and RuntimeError (as libsndfile does) when the disk is full.
    """
    import soundfile

    unfinished = place.with_suffix(".tmp")
    form = {"samplerate": SAMPLE_RATE, "channels": 1, "subtype": "PCM_16"}
    raw = {"format": "RAW", "endian": "LITTLE", **form}
    try:
        with soundfile.SoundFile(unfinished, "w", format="FLAC", **form) as target:
            for source in sources:
                with soundfile.SoundFile(source, **raw if source.suffix == ".pcm" else {}) as sound:
                    for block in sound.blocks(AT_ONCE, dtype="int16"):
                        target.write(block)
        unfinished.chmod(0o600)
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)
