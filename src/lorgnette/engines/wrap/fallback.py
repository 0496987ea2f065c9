"""Several translators as one: the first that can, does."""

from contextlib import AsyncExitStack
from typing import Final

from lorgnette.core.errors import (
    EngineFailed,
    LorgnetteError,
    MissingPart,
    NotFound,
    UnsupportedLanguage,
)
from lorgnette.core.types import Language
from lorgnette.engines.translator import Translation, Translator

MOST_USEFUL: Final = (EngineFailed, NotFound, MissingPart, UnsupportedLanguage)
"""Of several errors, the one to tell: asking again may help, then other words, then a package."""


class Fallback:
    """A `Translator` that asks others in turn, the most trusted first."""

    def __init__(self, *translators: Translator) -> None:
        """At least one, in the order in which they are asked."""
        self._translators = translators

    async def translate(self, text: str, /, *, source: Language, target: Language) -> Translation:
        """The first translation there is.

        Raises the most useful of the errors when there is none; its notes tell the others.
        """
        errors: list[LorgnetteError] = []
        for translator in self._translators:
            try:
                return await translator.translate(text, source=source, target=target)
            except MOST_USEFUL as error:
                errors.append(error)
        raise _most_useful(errors)

    async def warm_up(self) -> None:
        """Let those load that have something to load."""
        for translator in self._translators:
            if warm := getattr(translator, "warm_up", None):
                await warm()

    async def aclose(self) -> None:
        """Close those that can be closed."""
        async with AsyncExitStack() as stack:
            for translator in self._translators:
                if close := getattr(translator, "aclose", None):
                    stack.push_async_callback(close)


def _most_useful(errors: list[LorgnetteError]) -> LorgnetteError:
    best = min(errors, key=_rank)
    for error in errors:
        if error is not best:
            best.add_note(f"{type(error).__name__}: {error}")
    return best


def _rank(error: LorgnetteError) -> int:
    return next(rank for rank, kind in enumerate(MOST_USEFUL) if isinstance(error, kind))
