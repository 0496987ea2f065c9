"""The translation of a page, part by part."""

from collections.abc import Sequence

import msgspec
import numpy as np

from lorgnette.core.errors import NotFound
from lorgnette.core.pages import Page, Part, Placed
from lorgnette.core.pages.translated import parts, placed
from lorgnette.core.pages.upright import quarters, upright
from lorgnette.core.pictures import Pixels
from lorgnette.core.scripts import possible
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.engines import LanguageIdentifier, Translation, Translator, ways
from lorgnette.engines.translator import ANY

USUAL = (ENGLISH, CHINESE, Language("ja"), Language("es"), Language("fr"), Language("de"))
"""What a page may be in when translators do not say from what they translate."""


class Translated(msgspec.Struct, frozen=True):
    """A part of a page and its translation; None when nobody knows one."""

    part: Part
    translation: Translation | None


async def translated(
    page: Page,
    translator: Translator,
    target: Language,
    *,
    source: Language | None = None,
    identifier: LanguageIdentifier | None = None,
) -> list[Translated]:
    """The parts of an upright page that are in another language, with their translations.

    Of a page in two languages, only what cannot be in the target language is translated.
    `source` is told by the letters, and by the identifier, when nobody says it. Raises
    UnsupportedLanguage when nobody translates from it.
    """
    found = parts(page)
    foreign = [part for part in found if not possible(part.text, [target])] or found
    source = source or await language_of(foreign, translator, target, identifier)
    wanted = [part for part in foreign if source != target and possible(part.text, [source])]
    return [Translated(each, await _ask(translator, each, source, target)) for each in wanted]


async def language_of(
    found: Sequence[Part],
    translator: Translator,
    target: Language,
    identifier: LanguageIdentifier | None,
) -> Language:
    """The language that most of some parts are in: one that can be translated, or the target."""
    text = " ".join(part.text for part in found)
    known = [start for start, end in sorted(ways(translator)) if end in (target, ANY)]
    among = list(dict.fromkeys([target, *(each for each in known if each != ANY), *USUAL]))
    able = possible(text, among) or [target]
    if len(able) == 1 or identifier is None:
        return next((each for each in able if each != target), target)
    return next(iter(await identifier.identify(text, able)))


async def _ask(
    translator: Translator, part: Part, source: Language, target: Language
) -> Translation | None:
    try:
        return await translator.translate(part.text, source=source, target=target)
    except NotFound:
        return None


def laid_out(page: Page, found: Sequence[Translated]) -> list[Placed]:
    """Where the translations go; what nobody could translate stays as it is."""
    return [
        placed(page, each.part, each.translation.text, approximate=each.translation.approximate)
        for each in found
        if each.translation is not None
    ]


def turned_upright(pixels: Pixels, page: Page) -> tuple[Pixels, Page]:
    """The picture and its page, turned so that most of the text stands upright."""
    turned = np.ascontiguousarray(np.rot90(pixels, quarters(page.rows)))
    return turned, upright(page)
