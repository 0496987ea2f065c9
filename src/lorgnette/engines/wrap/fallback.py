"""Several translators as one: the first that can, does."""

from contextlib import AsyncExitStack

from lorgnette.core.types import Language
from lorgnette.engines.translator import Translation, Translator
from lorgnette.engines.wrap.several import MOST_USEFUL, most_useful


class Fallback:
    """A `Translator` that asks others in turn, the most trusted first."""

    def __init__(self, *translators: Translator) -> None:
        """At least one, in the order in which they are asked."""
        self._translators = translators

    async def translate(self, text: str, /, *, source: Language, target: Language) -> Translation:
        """The first translation there is.

        Raises the most useful of the errors when there is none; its notes tell the others.
        """
        errors: list[Exception] = []
        for translator in self._translators:
            try:
                return await translator.translate(text, source=source, target=target)
            except MOST_USEFUL as error:
                errors.append(error)
        raise most_useful(errors)

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
