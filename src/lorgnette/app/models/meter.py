"""How much was fetched, on standard error: a bar on a terminal, else a line now and then."""

from collections.abc import Callable
from typing import Final, TextIO

WIDTH: Final = 20
STEP: Final = 10
"""Percent between two lines where there is no terminal."""


class Meter:
    """The progress of one download. Close it by `done`, also when the work was given up."""

    def __init__(
        self, stream: TextIO, name: str, amount: Callable[[int, int], str] | None = None
    ) -> None:
        """`amount`: how much of how much, in words; megabytes by default."""
        self._stream = stream
        self._amount = amount or megabytes
        self._name = name
        self._bar = stream.isatty()
        self._shown = -1

    def tell(self, received: int, whole: int) -> None:
        """So many bytes of `whole` are here; 0 when nobody knows how many there are."""
        step = received * 100 // whole if whole else received // 1_000_000
        if step == self._shown:
            return
        if self._bar:
            bar = "█" * (step * WIDTH // 100) if whole else ""
            self._stream.write(f"\r{self._name}  {bar:░<{WIDTH}} {self._amount(received, whole)}  ")
        elif step // STEP > self._shown // STEP:
            self._stream.write(f"{self._name}: {self._amount(received, whole)}\n")
        self._stream.flush()
        self._shown = step

    def done(self) -> None:
        """Go on below the bar."""
        if self._bar and self._shown >= 0:
            self._stream.write("\n")
            self._stream.flush()


def megabytes(received: int, whole: int) -> str:
    """How much of how much, in words."""
    here = f"{received / 1e6:.1f} MB"
    return f"{here} of {whole / 1e6:.1f} MB" if whole else here
