"""Raises quiet recordings, so that a voice across the room is heard like one at the microphone."""

from typing import Final

import numpy as np

from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Sound

FRAME: Final = SAMPLE_RATE // 20
WANTED: Final = 600.0
"""Loudness (root mean square) that the loudest frame of the last seconds should have."""

MOST: Final = 30.0
"""Beyond it there is nothing but the noise of the microphone."""

FORGETTING: Final = 0.8
"""What is left of a loudness after each second."""


class Gain:
    """Follows the loudness of one recording; what is loud enough is left as it is."""

    def __init__(self, window: int = SAMPLE_RATE) -> None:
        """`window`: samples that get one gain; each window is seen whole before it is passed on."""
        self._window = window
        self._forgetting = FORGETTING ** (window / SAMPLE_RATE)
        self._rest = b""
        self._loud = 0.0

    def hear(self, sound: Sound) -> Sound:
        """Take the next sound, of any length; the windows that are full with it."""
        self._rest += sound
        size = self._window * SAMPLE_BYTES
        full = len(self._rest) // size * size
        windows, self._rest = self._rest[:full], self._rest[full:]
        return b"".join(self._raised(windows[at : at + size]) for at in range(0, full, size))

    def end(self) -> Sound:
        """What is left of the recording."""
        rest, self._rest = self._rest[: len(self._rest) // SAMPLE_BYTES * SAMPLE_BYTES], b""
        return self._raised(rest)

    def _raised(self, window: Sound) -> Sound:
        samples = np.frombuffer(window, "<i2").astype(np.float32)
        frame = min(FRAME, self._window)
        frames = samples[: len(samples) // frame * frame].reshape(-1, frame)
        loudest = float(np.sqrt((frames**2).mean(axis=1)).max(initial=0.0))
        self._loud = max(loudest, self._loud * self._forgetting)
        gain = min(MOST, WANTED / max(1.0, self._loud))
        if gain <= 1.0:
            return window
        raised: Sound = (samples * gain).clip(-32768, 32767).astype("<i2").tobytes()
        return raised
