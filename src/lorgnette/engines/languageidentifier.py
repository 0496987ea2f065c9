"""The language of a text, out of a few that it may be in."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from lorgnette.core.types import Language
from lorgnette.engines.key import Key


class LanguageIdentifier(Protocol):
    """Tells languages apart by what they look like. It never asks anybody else."""

    async def identify(self, text: str, /, among: Sequence[Language]) -> Mapping[Language, float]:
        """How likely each of the languages is, the likeliest first; together 1.

        `among`: the languages it may be, at least one, none twice. Equal scores, in the order
        given, mean that the text says nothing: it has no letters, or only a name in it.

        Raises UnsupportedLanguage when it knows one of them not at all. Safe to cancel.
        """


LANGUAGE_IDENTIFIER: Key[LanguageIdentifier] = Key("language-identifier")
