"""Translates what stands in front of the wearer: in its place on the lens, or in the ear."""

from collections.abc import Sequence

from lorgnette.core import cards
from lorgnette.core.errors import CannotSee, MissingPart, Unreadable
from lorgnette.core.pages import Page
from lorgnette.core.pictures import Pixels
from lorgnette.core.types import Language
from lorgnette.engines import LANGUAGE_IDENTIFIER, PAINTER, READER, TRANSLATOR
from lorgnette.skills import Reply, Turn
from lorgnette.skills.framed import page_in, sharpest
from lorgnette.skills.lately import Text
from lorgnette.skills.look.reading import spoken
from lorgnette.skills.translated import Translated, laid_out, translated, turned_upright

MARGIN = 24
"""Pixels around what is written that are shown as well."""


async def translated_view(turn: Turn, target: Language) -> Reply:
    """What stands there, or else what was read last, in another language.

    Raises CannotSee, Unreadable, UnsupportedLanguage.
    """
    pixels, page = await page_in_picture(turn)
    parts = await translated(
        page, turn[TRANSLATOR], target, identifier=turn.engines.get(LANGUAGE_IDENTIFIER)
    )
    if not parts:
        return Reply(say=turn.message("nothing-foreign", language=turn.name_of(target)))
    texts = [each.translation.text for each in parts if each.translation is not None]
    if not texts:
        return Reply(say=turn.message("no-translation"))
    return Reply(
        say=spoken(turn, texts), speak_in=target, card=await card(turn, pixels, page, parts)
    )


async def page_in_picture(turn: Turn) -> tuple[Pixels | None, Page]:
    """The text in front of the wearer with its picture, both upright.

    When there is none it is the text that was read last, if there is one, without its picture.
    """
    try:
        pixels = (await sharpest(turn.eyes, "look")).pixels
        pixels, page = turned_upright(pixels, await page_in(turn[READER], pixels))
    except (CannotSee, Unreadable):
        text = turn.lately.last(Text, turn.now)
        if text is None:
            raise
        return None, text.page
    turn.lately.note(Text(page), turn.now)
    return pixels, page


async def card(
    turn: Turn, pixels: Pixels | None, page: Page, parts: Sequence[Translated]
) -> cards.Card | None:
    """The picture with the translation in the place of the text; without a painter, the lines."""
    lines = tuple(
        cards.Line(each.translation.text, emphasis=emphasis(each))
        for each in parts
        if each.translation is not None
    )
    if pixels is not None and PAINTER in turn and turn.profile.display.width:
        try:
            painted = await turn[PAINTER].paint(pixels, laid_out(page, parts))
        except MissingPart:
            return cards.Text(lines=lines)
        drawn = turn.picture(cut(painted, page), " ".join(line.text for line in lines))
        return cards.Picture(
            lines=lines, source=drawn.source, width=drawn.width, height=drawn.height
        )
    return cards.Text(lines=lines)


def cut(pixels: Pixels, page: Page) -> Pixels:
    """The part of a picture where something is written: a lens has no room for the rest."""
    bounds = [row.box.bounds for row in page.rows]
    left, top = (min(each[side] for each in bounds) - MARGIN for side in (0, 1))
    right, bottom = (max(each[side] for each in bounds) + MARGIN for side in (2, 3))
    return pixels[max(0, int(top)) : int(bottom), max(0, int(left)) : int(right)]


def emphasis(each: Translated) -> cards.Emphasis:
    """Fainter when the text, or its translation, may be wrong."""
    doubtful = each.part.doubtful or (each.translation is not None and each.translation.approximate)
    return cards.Emphasis.FAINT if doubtful else cards.Emphasis.NORMAL
