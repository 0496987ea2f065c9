"""The best of several frames: the sharpest, among those with light enough."""

from typing import Generic, TypeVar

from lorgnette.senses.sight.quality import Quality

T = TypeVar("T")


class Best(Generic[T]):
    """Keeps the best thing seen so far."""

    def __init__(self) -> None:
        self.seen = 0
        self.best: T | None = None
        self.quality: Quality | None = None

    def add(self, thing: T, quality: Quality) -> bool:
        """Whether this one is better than all before."""
        self.seen += 1
        better = self.quality is None or quality.sharpness > self.quality.sharpness
        if better:
            self.best, self.quality = thing, quality
        return better
