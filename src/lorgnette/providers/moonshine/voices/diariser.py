"""The embedded diariser: where one voice takes over from another."""

from collections.abc import Iterator
from typing import Any, Final

import anyio.to_thread

from lorgnette.core.errors import EngineFailed
from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Sound, samples_in
from lorgnette.engines.diariser import VoiceSpan
from lorgnette.providers.moonshine.voices.loading import Loaded
from lorgnette.providers.whole.sound import floats

WINDOW: Final = 10 * SAMPLE_RATE
"""Samples that the network looks at."""

LIKELY: Final = 0.5


class MoonshineDiariser:
    """pyannote's segmentation, run in a worker thread: 0.05 s for a sound of up to 10 s."""

    def __init__(self) -> None:
        self._network = Loaded("waveforms")

    async def warm_up(self) -> None:
        """Load the network. Raises MissingPart."""
        await self._network.get()

    async def turns(self, sound: Sound, /) -> tuple[VoiceSpan, ...]:
        """Who speaks when in the last 10 s. Raises EngineFailed."""
        network = await self._network.get()
        return await anyio.to_thread.run_sync(spans_of, network, sound, abandon_on_cancel=True)


def spans_of(network: Any, sound: Sound) -> tuple[VoiceSpan, ...]:
    """What the network says of a sound. Raises EngineFailed."""
    import numpy as np

    length = samples_in(sound)
    skipped = max(0, length - WINDOW)
    samples = np.zeros((1, 1, WINDOW), np.float32)
    samples[0, 0, : length - skipped] = floats(sound[skipped * SAMPLE_BYTES :])
    try:
        [[active]] = network.run(None, {"waveforms": samples})
    except Exception as error:
        raise EngineFailed(f"the diariser failed: {type(error).__name__}") from error
    step = WINDOW / len(active)
    found = (
        VoiceSpan(skipped + round(first * step), min(length, skipped + round(last * step)), voice)
        for voice, frames in enumerate(active.T)
        for first, last in runs(frames > LIKELY)
    )
    return tuple(sorted((each for each in found if each.first < each.last), key=_place))


def runs(active: Any) -> Iterator[tuple[int, int]]:
    """Where something is true: first, and one past the last."""
    import numpy as np

    edges = np.flatnonzero(np.diff(np.concatenate([[0], active.astype(np.int8), [0]])))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)


def _place(span: VoiceSpan) -> tuple[int, int]:
    return span.first, span.voice
