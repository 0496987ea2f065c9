"""One language into another."""

from collections.abc import AsyncGenerator
from collections.abc import Set as AbstractSet
from contextlib import aclosing
from typing import Final, Protocol, runtime_checkable

import msgspec

from lorgnette.core.errors import LorgnetteError
from lorgnette.core.types import Language
from lorgnette.engines.key import Key

Way = tuple[Language, Language]
"""From one language into another."""

ANY: Final = Language("*")
"""In a way: whatever language there is."""


class Translation(msgspec.Struct, frozen=True):
    """The translated text; `approximate` when it must be shown and spoken as uncertain.

    `lost`: numbers, prices, times and names as the source has them, of which the text says
    nothing that could be meant. What lost something is approximate.
    """

    text: str
    approximate: bool = False
    lost: tuple[str, ...] = ()


class Translator(Protocol):
    """One language into another.

    This verb is all that a translator must have. It may say more of itself: `quick = True`, when
    it answers in an instant; `ways`, when it knows them (`Travelled`); and `follow`, when it can
    be watched at work (`Followed`).
    """

    async def translate(self, text: str, /, *, source: Language, target: Language) -> Translation:
        """Translate a phrase or a sentence. Numbers and names survive, or `lost` has them.

        Raises UnsupportedLanguage when it knows no way from `source` to `target`, NotFound when
        it knows the languages but not this text, EngineFailed when it broke.
        """


@runtime_checkable
class Followed(Translator, Protocol):
    """A translator that can be watched at work, and that knows what a tail may cost."""

    def follow(
        self, text: str, /, *, source: Language, target: Language, final: bool
    ) -> AsyncGenerator[Translation]:
        """What `follow` of this module promises."""


@runtime_checkable
class Travelled(Protocol):
    """A translator that knows its ways."""

    @property
    def ways(self) -> AbstractSet[Way]:
        """Every way there is; `ANY` stands for all languages. May read the disk."""


async def follow(
    translator: Translator,
    text: str,
    /,
    *,
    source: Language,
    target: Language,
    final: bool = True,
) -> AsyncGenerator[Translation]:
    """A translation as it grows: each is whole, and takes the place of the one before.

    `final`: the sentence is committed, and the last translation is the one to keep. There is at
    least one, or an error of `translate`, perhaps after some.

    Not `final`: a tail that is still being said. It costs little: to be shown as uncertain, and
    closed as soon as there is more to translate. A translator that would take long gives
    nothing, and so does one that fails: a tail raises no LorgnetteError.
    """
    if isinstance(translator, Followed):
        stream = translator.follow(text, source=source, target=target, final=final)
    else:
        stream = _once(translator, text, source, target, final=final)
    async with aclosing(stream) as translations:
        try:
            async for translation in translations:
                yield translation
        except LorgnetteError:
            if final:
                raise


async def _once(
    translator: Translator, text: str, source: Language, target: Language, *, final: bool
) -> AsyncGenerator[Translation]:
    if final or getattr(translator, "quick", False):
        yield await translator.translate(text, source=source, target=target)


def ways(translator: Translator) -> AbstractSet[Way]:
    """The ways a translator knows; none when it does not say."""
    return translator.ways if isinstance(translator, Travelled) else frozenset()


TRANSLATOR: Key[Translator] = Key("translator")
