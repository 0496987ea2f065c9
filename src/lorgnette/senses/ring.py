"""The last seconds of sound, by sample number."""

from collections import deque

from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Sound
from lorgnette.senses.blocks import BLOCK, Block


class Ring:
    """Keeps `seconds` of sound, so that hearing can begin before the moment it was decided to."""

    def __init__(self, seconds: float) -> None:
        self._blocks: deque[Block] = deque(maxlen=max(1, round(seconds * SAMPLE_RATE / BLOCK)))

    @property
    def empty(self) -> bool:
        """Whether nothing was heard yet."""
        return not self._blocks

    def push(self, block: Block) -> None:
        """Add the next block; the oldest falls out. A torn block leaves nothing before it."""
        if block.torn:
            self._blocks.clear()
        self._blocks.append(block)

    def blocks(self, sample: int) -> list[Block]:
        """The blocks kept, from the one that holds `sample` on."""
        if not self._blocks:
            return []
        wanted = min(len(self._blocks), -(-(self._blocks[-1].end - sample) // BLOCK))
        return [self._blocks[-back] for back in range(wanted, 0, -1)]

    def since(self, sample: int, until: int | None = None) -> tuple[int, Sound]:
        """The sound kept from `sample` on, and the number of its first sample.

        That is later than `sample` when the ring no longer, or not yet, goes back so far. It
        ends before sample `until`, by default with the newest.
        """
        blocks = self.blocks(sample)
        if not blocks:
            return sample, b""
        first = max(sample, blocks[0].first)
        end = blocks[-1].end if until is None else until
        start = blocks[0].first
        sound = b"".join(block.sound for block in blocks)
        return first, sound[(first - start) * SAMPLE_BYTES : (end - start) * SAMPLE_BYTES]
