"""The recogniser: every model in the hub's folder, each for the languages it knows."""

import os
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import anyio
import anyio.to_thread

from lorgnette.core.errors import MissingPart, UnsupportedLanguage
from lorgnette.core.types import Language
from lorgnette.engines import RECOGNISER, Hearing, Vocabulary
from lorgnette.providers.installed import installed, models_folder
from lorgnette.providers.sherpa.model import Model, find

if TYPE_CHECKING:
    from lorgnette.providers.sherpa.networks import Streaming, Whole

NAME: Final = "sherpa-onnx"
PACKAGE: Final = "sherpa_onnx"


class SherpaOnnx:
    """Speech to text with models of the sherpa-onnx project."""

    def __init__(self, models: Iterable[Model], threads: int = 1) -> None:
        """`models`: the first that knows a language hears it. `threads` for each utterance.

        Raises MissingPart when the package is not installed.
        """
        check_package()
        self._models: dict[Language, Model] = {}
        for model in models:
            for language in model.languages:
                self._models.setdefault(language, model)
        self._threads_each = threads
        self._loaded: dict[Path, Streaming | Whole] = {}
        self._loading = anyio.Lock()
        self._threads = anyio.CapacityLimiter(os.cpu_count() or 1)

    @property
    def languages(self) -> frozenset[Language]:
        """The languages that some model knows."""
        return frozenset(self._models)

    @asynccontextmanager
    async def open(
        self, language: Language, _vocabulary: Vocabulary | None = None
    ) -> AsyncIterator[Hearing]:
        """Start to hear one utterance. The vocabulary is not used.

        Raises UnsupportedLanguage when no model knows the language, MissingPart when the one that
        does cannot be loaded.
        """
        from lorgnette.providers.sherpa.networks import InLanguage, Streaming
        from lorgnette.providers.sherpa.streaming import StreamingHearing
        from lorgnette.providers.whole import WholeHearing

        model = self._models.get(language)
        if model is None:
            known = ", ".join(sorted(self._models))
            raise UnsupportedLanguage(f"these models know {known}, not {language!r}")
        network = await self._network(model)
        if isinstance(network, Streaming):
            yield StreamingHearing(network, language, self._threads)
        else:
            asked = InLanguage(network, language)
            yield WholeHearing(asked, language, None, self._threads)

    async def warm_up(self) -> None:
        """Load every model that is the first for some language. Raises MissingPart."""
        for model in {model.folder: model for model in self._models.values()}.values():
            await self._network(model)

    async def _network(self, model: Model) -> "Streaming | Whole":
        async with self._loading:
            if model.folder not in self._loaded:
                self._loaded[model.folder] = await anyio.to_thread.run_sync(self._load, model)
            return self._loaded[model.folder]

    def _load(self, model: Model) -> "Streaming | Whole":
        from lorgnette.providers.sherpa.networks import load
        from lorgnette.providers.sherpa.trial import try_out

        try_out(model)
        return load(model, self._threads_each)


def recogniser(tables: Mapping[str, Any]) -> SherpaOnnx:
    """The recogniser with the models that are there. Raises MissingPart when there are none."""
    check_package()
    problems, models = [], []
    for each in installed(models_folder(tables)):
        if each.card.engine in {"", RECOGNISER.name} and each.card.provider in {"", NAME}:
            try:
                models.append(find(each.folder, each.card))
            except MissingPart as error:
                problems.append(str(error))
    if not models:
        raise MissingPart("; ".join(problems) or "no model yet: see `lorgnette models list`")
    return SherpaOnnx(models)


def check_package() -> None:
    """Raises MissingPart when sherpa-onnx is not installed."""
    if find_spec(PACKAGE) is None:
        raise MissingPart("sherpa-onnx is missing: pip install sherpa-onnx")
