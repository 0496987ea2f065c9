"""The embedded recogniser: English, on this machine, in worker threads."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import anyio
import anyio.to_thread

from lorgnette.core.errors import UnsupportedLanguage
from lorgnette.core.types import ENGLISH, Language
from lorgnette.engines import Vocabulary

if TYPE_CHECKING:
    from lorgnette.providers.moonshine.transcriber import Transcriber
    from lorgnette.providers.whole import WholeHearing


class Moonshine:
    """Speech to text with Moonshine tiny, guided by what could be meant."""

    languages = frozenset({ENGLISH})

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` holds a Moonshine model; by default the one that comes with its package."""
        self._folder = folder
        self._transcriber: Transcriber | None = None
        self._loading = anyio.Lock()
        # onnxruntime frees the interpreter lock, so threads are enough: one for each core.
        self._threads = anyio.CapacityLimiter(os.cpu_count() or 1)

    @asynccontextmanager
    async def open(
        self, language: Language, vocabulary: Vocabulary | None = None
    ) -> AsyncIterator["WholeHearing"]:
        """Start to hear one utterance.

        Raises UnsupportedLanguage for anything but English, and MissingPart when the model is not
        installed.
        """
        if language != ENGLISH:
            raise UnsupportedLanguage(f"this recogniser knows English, not {language!r}")
        from lorgnette.providers.whole import WholeHearing

        yield WholeHearing(await self._loaded(), ENGLISH, vocabulary, self._threads)

    async def warm_up(self) -> None:
        """Load the model, and use it once. Raises MissingPart."""
        await self._loaded()

    async def _loaded(self) -> "Transcriber":
        async with self._loading:
            if self._transcriber is None:
                self._transcriber = await anyio.to_thread.run_sync(self._load)
            return self._transcriber

    def _load(self) -> "Transcriber":
        import numpy as np

        from lorgnette.providers.moonshine.transcriber import Transcriber, shipped_model

        transcriber = Transcriber(self._folder or shipped_model())
        transcriber.transcribe(np.zeros(16_000, np.float32), None)
        return transcriber
