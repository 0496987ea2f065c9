"""The embedded speaker embedder: whose voice it is, as a direction."""

from typing import TYPE_CHECKING, Any, Final

import anyio
import anyio.to_thread

from lorgnette.core.errors import EngineFailed
from lorgnette.core.types import SAMPLE_RATE, Sound, samples_in
from lorgnette.engines import SpeakerEmbedding
from lorgnette.providers.moonshine.voices.loading import Loaded
from lorgnette.providers.whole.sound import floats

if TYPE_CHECKING:
    from lorgnette.providers.moonshine.voices.features import Floats

MODEL: Final = "wespeaker-voxceleb-resnet34"
SHORTEST: Final = SAMPLE_RATE * 4 // 10
"""Samples in which there is no voice to speak of."""

LONGEST: Final = 3 * SAMPLE_RATE
"""What is looked at of a longer sound, in its middle: more costs more and tells little."""


class MoonshineEmbedder:
    """WeSpeaker's ResNet34, run in a worker thread: 0.06 s for each second of sound."""

    def __init__(self) -> None:
        self._network = Loaded("fbank")

    async def warm_up(self) -> None:
        """Load the network. Raises MissingPart."""
        await self._network.get()

    async def embed(self, sound: Sound, /) -> SpeakerEmbedding | None:
        """The direction of a voice. Raises EngineFailed."""
        if samples_in(sound) < SHORTEST:
            return None
        network = await self._network.get()
        return await anyio.to_thread.run_sync(direction, network, sound, abandon_on_cancel=True)


def direction(network: Any, sound: Sound) -> SpeakerEmbedding:
    """What the network makes of a sound. Raises EngineFailed."""
    import numpy as np

    from lorgnette.providers.moonshine.voices.features import features

    spare = max(0, samples_in(sound) - LONGEST) // 2
    samples: Floats = floats(sound)[spare : spare + LONGEST]
    bands = features(samples)
    weights = np.ones((1, len(bands)), np.float32)
    try:
        [[values]] = network.run(None, {"fbank": bands[None], "weights": weights})
    except Exception as error:
        raise EngineFailed(f"the speaker embedder failed: {type(error).__name__}") from error
    values = values / max(1e-9, float(np.linalg.norm(values)))
    return SpeakerEmbedding(MODEL, tuple(values.tolist()))
