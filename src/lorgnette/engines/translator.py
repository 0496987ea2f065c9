"""One language into another."""

from typing import Protocol

import msgspec

from lorgnette.core.types import Language
from lorgnette.engines.key import Key


class Translation(msgspec.Struct, frozen=True):
    """The translated text; `approximate` when it must be shown and spoken as uncertain."""

    text: str
    approximate: bool = False


class Translator(Protocol):
    """One language into another."""

    async def translate(self, text: str, /, *, source: Language, target: Language) -> Translation:
        """Translate a phrase or a sentence. Numbers and names survive unchanged.

        Raises UnsupportedLanguage when it knows no way from `source` to `target`, NotFound when
        it knows the languages but not this text, EngineFailed when it broke.
        """


TRANSLATOR: Key[Translator] = Key("translator")
