"""Whose voice it is: WeSpeaker and 3D-Speaker networks, run by sherpa-onnx."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import anyio
import anyio.to_thread
import numpy as np

from lorgnette.core.errors import EngineFailed, MissingPart
from lorgnette.core.types import SAMPLE_RATE, Sound
from lorgnette.engines import SPEAKER_EMBEDDER, SpeakerEmbedding
from lorgnette.providers.installed import installed, models_folder
from lorgnette.providers.sherpa.properties import properties
from lorgnette.providers.sherpa.recogniser import NAME, check_package
from lorgnette.providers.sherpa.trial import is_tried, remember, run, sealed
from lorgnette.providers.whole.sound import Floats, floats

SHORTEST: Final = SAMPLE_RATE * 6 // 10
"""Samples below which a voice cannot be told from another."""

LONGEST: Final = SAMPLE_RATE * 10
"""Samples that are looked at; more tells no more."""

LOUDNESS: Final = 0.05
"""The root mean square that every voice is given, so that being near does not make a person."""

FRAMEWORKS: Final = frozenset({"wespeaker", "3d-speaker"})


class SherpaSpeakers:
    """A `SpeakerEmbedder` with one network."""

    def __init__(self, file: Path) -> None:
        """`file`: the network. Raises MissingPart when the package is not installed."""
        check_package()
        self._file = file
        self._extractor: Any = None
        self._loading = anyio.Lock()
        self._threads = anyio.CapacityLimiter(os.cpu_count() or 1)

    async def embed(self, sound: Sound, /) -> SpeakerEmbedding | None:
        """The direction of the voice, or None below 0.6 s or in silence. Raises EngineFailed."""
        extractor = await self._loaded()
        samples = floats(sound)[:LONGEST]
        loud = float(np.sqrt((samples**2).mean())) if len(samples) else 0.0
        if len(samples) < SHORTEST or not loud:
            return None
        try:
            values = await anyio.to_thread.run_sync(
                _direction, extractor, samples * np.float32(LOUDNESS / loud),
                abandon_on_cancel=True, limiter=self._threads,
            )  # fmt: skip
        except Exception as error:
            raise EngineFailed(f"the speaker embedder failed: {type(error).__name__}") from error
        return SpeakerEmbedding(self._file.stem, values)

    async def warm_up(self) -> None:
        """Load the network. Raises MissingPart."""
        await self._loaded()

    async def _loaded(self) -> Any:
        async with self._loading:
            if self._extractor is None:
                self._extractor = await anyio.to_thread.run_sync(_load, self._file)
            return self._extractor


def speakers(tables: Mapping[str, Any]) -> SherpaSpeakers:
    """The first network for speakers that is there. Raises MissingPart when there is none."""
    check_package()
    for each in installed(models_folder(tables)):
        if each.card.engine in {"", SPEAKER_EMBEDDER.name} and each.card.provider in {"", NAME}:
            for file in sorted(each.folder.glob("*.onnx")):
                if properties(file).get("framework") in FRAMEWORKS:
                    return SherpaSpeakers(file)
    raise MissingPart("no model for speakers yet: see `lorgnette models list`")


def _load(file: Path) -> Any:
    """The network, tried before in a process of its own."""
    if not file.is_file():
        raise MissingPart(f"there is no {file}")
    seal = sealed([file])
    if not is_tried(file.parent, seal):
        run("lorgnette.providers.sherpa.speakers", str(file).encode(), file.parent)
        remember(file.parent, seal)
    return _extractor(str(file))


def _extractor(file: str) -> Any:
    import sherpa_onnx

    settings = sherpa_onnx.SpeakerEmbeddingExtractorConfig(model=file, num_threads=1)
    return sherpa_onnx.SpeakerEmbeddingExtractor(settings)


def _direction(extractor: Any, samples: Floats) -> tuple[float, ...]:
    """The unit vector for a voice."""
    stream = extractor.create_stream()
    stream.accept_waveform(SAMPLE_RATE, samples)
    stream.input_finished()
    values = np.asarray(extractor.compute(stream), np.float64)
    return tuple(map(float, values / np.linalg.norm(values)))


def main() -> None:
    """Load the network named on standard input, and let it hear a little noise."""
    import sys

    noise = np.random.default_rng(1).normal(0, 0.1, SAMPLE_RATE).astype(np.float32)
    _direction(_extractor(sys.stdin.read()), noise)


if __name__ == "__main__":
    main()
