"""Sound files: any that libsndfile reads, as sound at the hub's rate; and back."""

from pathlib import Path
from typing import TYPE_CHECKING

from lorgnette.core.errors import ConfigurationError
from lorgnette.core.types import SAMPLE_RATE, Sound

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LONGEST = 3600
"""Seconds; a longer recording is not one of somebody talking to glasses."""


def read(path: Path) -> Sound:
    """A file as mono sound at 16 kHz. Raises ConfigurationError that names the file."""
    import numpy as np
    import soundfile

    if not path.is_file():
        raise ConfigurationError(f"there is no file {path}")
    try:
        with soundfile.SoundFile(path) as file:
            if file.frames > LONGEST * file.samplerate:
                raise ConfigurationError(f"{path} is longer than an hour")
            samples = file.read(dtype="float32", always_2d=True).mean(axis=1)
            rate = file.samplerate
    except (OSError, soundfile.SoundFileError) as error:
        raise ConfigurationError(
            f"{path} is no sound that can be read; WAV, FLAC, OGG and MP3 files can"
        ) from error
    if rate != SAMPLE_RATE:
        samples = resampled(samples, rate)
    sound: Sound = (np.clip(samples, -1, 1) * 32767).round().astype("<i2").tobytes()
    return sound


def resampled(samples: "NDArray[np.float32]", rate: int) -> "NDArray[np.float32]":
    """The samples at the hub's rate: the spectrum is cut or padded, which is exact for a whole."""
    import numpy as np

    wanted = round(len(samples) * SAMPLE_RATE / rate)
    spectrum = np.fft.rfft(samples)
    bins = wanted // 2 + 1
    fitted = np.zeros(bins, complex)
    shared = min(bins, len(spectrum))
    fitted[:shared] = spectrum[:shared]
    return (np.fft.irfft(fitted, wanted) * (wanted / max(1, len(samples)))).astype(np.float32)


def write(path: Path, sound: Sound) -> None:
    """Write sound to a file; its ending says the format (`.wav`, `.flac`)."""
    import numpy as np
    import soundfile

    soundfile.write(path, np.frombuffer(sound, "<i2"), SAMPLE_RATE)
