"""The translator: one model in memory for each way that was asked for."""

import threading
from collections.abc import AsyncGenerator, Mapping
from collections.abc import Set as AbstractSet
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from anyio import CapacityLimiter, to_thread

from lorgnette.core.errors import (
    ConfigurationError,
    MissingPart,
    NotFound,
    UnsupportedLanguage,
)
from lorgnette.core.sentences import sentences
from lorgnette.core.types import Language
from lorgnette.engines.translator import Translation, Way
from lorgnette.providers.ctranslate2.folder import Model, describe, models
from lorgnette.providers.ctranslate2.loaded import Loaded

LONGEST: Final = 2000
"""Characters of a text; a longer one should come in parts."""

PACKAGES: Final = ("ctranslate2", "sentencepiece")


class CTranslate2:
    """A `Translator` of whatever ways the models in a folder know. Nothing leaves the machine.

    A model is loaded at its first sentence and does one thing at a time. A tail is translated only
    when its model is idle, quickly, and stops between two words when nobody waits for it.
    """

    def __init__(self, tables: Mapping[str, Any]) -> None:
        """`tables`: the configuration; its table `translator` names the folder.

        Raises MissingPart without a model or the packages, ConfigurationError for a folder in
        which no model can be used. One that cannot be used beside others is left out.
        """
        own = tables["translator"]
        self._threads: int = own["threads"]
        self._models = _usable(Path(own["models"]))
        if absent := [name for name in PACKAGES if find_spec(name) is None]:
            raise MissingPart(f"{absent[0]} is missing: pip install 'lorgnette[translate]'")
        self._loaded: dict[Path, Loaded] = {}
        self._turns = {model.folder: CapacityLimiter(1) for model in self._models.values()}

    @property
    def ways(self) -> AbstractSet[Way]:
        """What the models know."""
        return self._models.keys()

    async def translate(self, text: str, /, *, source: Language, target: Language) -> Translation:
        """The text, sentence by sentence in one batch."""
        return await self._ask(text, (source, target), draft=False)

    async def follow(
        self, text: str, /, *, source: Language, target: Language, final: bool
    ) -> AsyncGenerator[Translation]:
        """The translation, once; a tail only if its model is loaded and idle."""
        way = (source, target)
        if final or self._is_idle(way):
            yield await self._ask(text, way, draft=not final)

    async def aclose(self) -> None:
        """Forget the models."""
        self._loaded.clear()

    def _is_idle(self, way: Way) -> bool:
        model = self._models.get(way)
        if model is None or model.folder not in self._loaded:
            return False
        return not self._turns[model.folder].borrowed_tokens

    async def _ask(self, text: str, way: Way, *, draft: bool) -> Translation:
        model = self._models.get(way)
        if model is None:
            raise UnsupportedLanguage("there is no model from {} to {}".format(*way))
        text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
        if not any(map(str.isalnum, text)) or len(text) > LONGEST:
            raise NotFound("nothing to translate, or too long")
        stop = threading.Event()

        def work() -> list[str]:
            return self._load(model).translate(
                [each.strip() for each in sentences(text)], model.ways[way], stop, draft=draft
            )

        try:
            done = await to_thread.run_sync(
                work, abandon_on_cancel=True, limiter=self._turns[model.folder]
            )
        finally:
            stop.set()
        translated = " ".join(" ".join(done).split())
        if not any(map(str.isalnum, translated)):
            raise NotFound("the model has no words for this")
        return Translation(translated)

    def _load(self, model: Model) -> Loaded:
        """The model, from the disk when it is needed for the first time; one thread at a time."""
        if model.folder not in self._loaded:
            self._loaded[model.folder] = Loaded(model, self._threads)
        return self._loaded[model.folder]


def _usable(folder: Path) -> dict[Way, Model]:
    """The model of each way; of several, the first by name."""
    found: dict[Way, Model] = {}
    errors = []
    for place in models(folder):
        try:
            model = describe(place)
        except ConfigurationError as error:
            errors.append(error)
            continue
        for way in model.ways:
            found.setdefault(way, model)
    if not found and errors:
        raise errors[0]
    if not found:
        raise MissingPart(f"no translation models: there are none in {folder}")
    return found
