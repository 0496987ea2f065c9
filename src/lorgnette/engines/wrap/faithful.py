"""What must survive a translation survives it, or the translation says what it lost."""

from collections.abc import AsyncGenerator
from collections.abc import Set as AbstractSet
from contextlib import aclosing

import msgspec

from lorgnette.core.fidelity import lost
from lorgnette.core.types import Language
from lorgnette.engines.translator import Translation, Translator, Way, follow, ways
from lorgnette.engines.wrap.wrapper import Wrapper


class FaithfulTranslator(Wrapper[Translator]):
    """A `Translator` whose translations are compared with what was asked.

    One that lost a number, a price, a time, a unit or a known name is approximate and names it
    in `lost`.
    """

    def __init__(self, inner: Translator, names: tuple[str, ...] = ()) -> None:
        """`inner` does the work. `names`: those that must stay as they are."""
        super().__init__(inner)
        self._names = names

    @property
    def ways(self) -> AbstractSet[Way]:
        """The translator's ways."""
        return ways(self.inner)

    async def translate(self, text: str, /, *, source: Language, target: Language) -> Translation:
        """What the translator says, marked where it lost something."""
        translation = await self.inner.translate(text, source=source, target=target)
        return self._marked(text, translation, (source, target))

    async def follow(
        self, text: str, /, *, source: Language, target: Language, final: bool
    ) -> AsyncGenerator[Translation]:
        """As it grows. What is missing on the way may still come: only the last is marked."""
        last: Translation | None = None
        stream = follow(self.inner, text, source=source, target=target, final=final)
        async with aclosing(stream) as translations:
            async for last in translations:
                yield last
        if last is not None and final:
            marked = self._marked(text, last, (source, target))
            if marked != last:
                yield marked

    def _marked(
        self, text: str, translation: Translation, languages: tuple[Language, Language]
    ) -> Translation:
        gone = lost(text, translation.text, languages=languages, names=self._names)
        gone = tuple(dict.fromkeys((*translation.lost, *gone)))
        if not gone:
            return translation
        return msgspec.structs.replace(translation, approximate=True, lost=gone)
