"""Languages told apart by their script, and then by py3langid, which carries its model with it."""

import math
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

import anyio
from anyio import to_thread

from lorgnette.core.errors import EngineFailed, MissingPart, UnsupportedLanguage
from lorgnette.core.scripts import possible
from lorgnette.core.types import Language

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier as Model

LONGEST: Final = 1000
"""Characters that are looked at; a sentence is decided long before."""

CERTAIN: Final = 0.99
"""The share of those languages that are written in the script of the text."""

_CODES: Final = """
ace af am an ar ary arz as az ba bcl be bg bn br bs ca crh cs cy da de dz el en
eo es et eu ext fa fi fo fr fuv fy ga gcf gcr gd gl gom grc gu gug guw ha hbo he
hi hr ht hu hy id ig is it ja jv ka kab kik kk km kn ko ku ky la lb lg lij ln lo
lt ltg lv mg mk ml mn mr ms mt my ne nl nn no nso oc om or pa pcm pl ps pt qu ro
ru rw sa sdh se si sk sl sn so sq sr st sv sw ta te tg th tk tl tr tt ug uk ur
uz uzs vec vi vo wa wuu xh yo yue zh zu
"""

KNOWN: Final = frozenset(map(Language, _CODES.split()))
"""The languages of the model, so that it is not loaded to refuse another."""


class Py3langid:
    """A `LanguageIdentifier`: a naive Bayes model over the bytes of the text.

    The model is loaded when it is first needed, which takes a second and 75 MB; English and
    Chinese are told apart without it.
    """

    def __init__(self, _tables: Mapping[str, Any]) -> None:
        """There is nothing to set. Raises MissingPart."""
        if find_spec("py3langid") is None:
            raise MissingPart("py3langid is missing: pip install py3langid")
        self._model: Model | None = None
        self._loading = anyio.Lock()

    async def identify(self, text: str, /, among: Sequence[Language]) -> Mapping[Language, float]:
        """Scores by the script of the text, then by what its letters look like."""
        if strange := [language for language in among if language not in KNOWN]:
            raise UnsupportedLanguage(f"{strange[0]} cannot be told from other languages")
        text = text[:LONGEST]
        able = possible(text, among)
        if not able:
            return dict.fromkeys(among, 1 / len(among))
        shares = {able[0]: 1.0}
        if len(able) > 1:
            shares = _shares(await self._loaded(), text, able)
        rest = [language for language in among if language not in shares]
        certain = CERTAIN if rest else 1.0
        scores = {language: share * certain for language, share in shares.items()}
        scores |= {language: (1 - certain) / len(rest) for language in rest}
        return dict(sorted(scores.items(), key=lambda each: -each[1]))

    async def _loaded(self) -> "Model":
        async with self._loading:
            if self._model is None:
                self._model = await to_thread.run_sync(_load, abandon_on_cancel=True)
            return self._model


def _load() -> "Model":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    try:
        return LanguageIdentifier.from_model_file(MODEL_FILE)
    except Exception as error:
        raise EngineFailed("the model of py3langid is damaged; install it again") from error


def _shares(model: "Model", text: str, among: Sequence[Language]) -> dict[Language, float]:
    """A softmax of what the model says of these languages.

    The logarithms are divided by the square root of the length, since neighbouring bytes say
    much the same; that is how the library itself tempers them.
    """
    said = dict(model.rank(text))
    best = max(said[language] for language in among)
    length = math.sqrt(len(text.encode(errors="surrogatepass")))
    weights = {language: math.exp((said[language] - best) / length) for language in among}
    return {language: weight / sum(weights.values()) for language, weight in weights.items()}
