"""How far a long work is, on standard error: a bar on a terminal, else a line now and then."""

import time
from typing import Final, TextIO

from lorgnette.core.transcripts.exports.clock import clock
from lorgnette.core.writing import showable

WIDTH: Final = 20
NAME: Final = 24
"""Characters of a name that are shown: a bar must not need a second line."""

STEP: Final = 10
"""Percent between two lines where there is no terminal."""

BLIND: Final = 600.0
"""Seconds of sound between two lines where it is not known how much there is."""


class Progress:
    """The progress of one file. Close it by `done`, also when the work was given up."""

    def __init__(self, stream: TextIO, name: str, whole: float | None) -> None:
        """`whole`: seconds there are, if that is known."""
        self._stream = stream
        self._name = showable(name, NAME)
        self._whole = whole
        self._bar = stream.isatty()
        self._began = time.monotonic()
        self._shown = -1
        self._length = 0

    def tell(self, seconds: float) -> None:
        """So many seconds are done."""
        if self._bar:
            self._draw(seconds)
            return
        whole = self._whole
        step = int(min(1.0, seconds / whole) * 100 / STEP) if whole else int(seconds / BLIND)
        if step > self._shown:
            self._shown = step
            how_far = f"{step * STEP} %" if whole else clock(seconds)
            print(f"{self._name}: {how_far}", file=self._stream, flush=True)

    def done(self) -> None:
        """Leave an empty line where the bar was."""
        if self._bar:
            self._write("")
            self._stream.write("\r")
            self._stream.flush()

    def _draw(self, seconds: float) -> None:
        speed = seconds / max(0.001, time.monotonic() - self._began)
        how_far = f"{clock(seconds)}  {speed:.0f}×"
        if self._whole:
            share = min(1.0, seconds / self._whole)
            bar = "█" * round(share * WIDTH)
            left = clock(max(0.0, self._whole - seconds) / max(0.001, speed))
            how_far = f"{bar:░<{WIDTH}} {share:4.0%}  {how_far}  {left} left"
        self._write(f"{self._name}  {how_far}")

    def _write(self, text: str) -> None:
        """Write over what was written."""
        self._stream.write("\r" + text + " " * max(0, self._length - len(text)))
        self._stream.flush()
        self._length = len(text)
