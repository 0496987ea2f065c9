"""What of a page is translated, and from which language."""

import numpy as np
import pytest

from lorgnette.core.errors import EngineFailed, NotFound
from lorgnette.core.pages import Page, Row
from lorgnette.core.pictures import Box
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.engines import Translation
from lorgnette.skills.translated import laid_out, translated, turned_upright
from lorgnette.testing.readers import row

SPANISH = Language("es")


class Dictionary:
    """A translator that knows some texts, and notes what it is asked."""

    def __init__(self, **known):
        self.known, self.asked = known, []

    async def translate(self, text, /, *, source, target):
        self.asked.append((text, source, target))
        if text not in self.known:
            raise NotFound(text)
        return Translation(self.known[text])


class Says:
    """An identifier that is sure of one language."""

    def __init__(self, language):
        self.language, self.among = language, ()

    async def identify(self, text, /, among):
        self.among = among
        return {self.language: 1.0}


def page(*texts):
    return Page(900, 600, tuple(row(text, (20, 60 * at)) for at, text in enumerate(texts)))


async def test_part_by_part_and_what_nobody_knows_stays():
    whole, translator = page("出口", "入口", "¥45.00"), Dictionary(出口="Exit")
    found = await translated(whole, translator, ENGLISH)
    assert [(each.part.text, each.translation) for each in found] == [
        ("出口", Translation("Exit")),
        ("入口", None),
    ]
    assert [each.text for each in laid_out(whole, found)] == ["Exit"]
    assert {source for _, source, _ in translator.asked} == {CHINESE}


async def test_of_a_page_in_two_languages_only_the_foreign_one_is_translated():
    translator = Dictionary()
    await translated(page("Exit", "出口"), translator, ENGLISH)
    assert translator.asked == [("出口", CHINESE, ENGLISH)]
    translator = Dictionary()
    await translated(page("Exit", "出口"), translator, CHINESE, identifier=Says(ENGLISH))
    assert translator.asked == [("Exit", ENGLISH, CHINESE)]


async def test_kana_make_a_page_japanese():
    translator = Dictionary()
    await translated(page("この先工事中", "出口"), translator, ENGLISH)
    assert {source for _, source, _ in translator.asked} == {"ja"}


async def test_languages_with_the_same_letters_are_told_apart_by_an_identifier():
    translator, identifier = Dictionary(), Says(SPANISH)
    await translated(page("La salida"), translator, ENGLISH, identifier=identifier)
    assert translator.asked == [("La salida", SPANISH, ENGLISH)]
    assert {ENGLISH, SPANISH} <= set(identifier.among)
    assert CHINESE not in identifier.among


async def test_what_is_in_the_language_already_is_left_alone():
    translator = Dictionary()
    assert await translated(page("Exit"), translator, ENGLISH, identifier=Says(ENGLISH)) == []
    assert await translated(page("17:30"), translator, ENGLISH) == []
    assert translator.asked == []


async def test_whoever_says_the_language_is_believed():
    translator = Dictionary()
    await translated(page("Gift"), translator, ENGLISH, source=Language("de"))
    assert translator.asked == [("Gift", "de", ENGLISH)]


async def test_a_translator_that_breaks_is_told():
    class Broken:
        async def translate(self, *_, **__):
            raise EngineFailed("broken")

    with pytest.raises(EngineFailed):
        await translated(page("出口"), Broken(), ENGLISH)


async def test_what_is_approximate_is_marked_in_the_picture():
    class Roughly:
        async def translate(self, text, /, *, source, target):
            return Translation("way out", approximate=True)

    whole = page("出口")
    [put] = laid_out(whole, await translated(whole, Roughly(), ENGLISH))
    assert put.marked


def test_picture_and_page_are_turned_together():
    lying = np.zeros((300, 400, 3), np.uint8)
    lying[10:110, 380:390] = 255  # runs down at the right edge
    text = Row("exit", Box(((390, 10), (390, 110), (380, 110), (380, 10))))
    pixels, page = turned_upright(lying, Page(400, 300, (text,)))
    assert pixels.shape == (400, 300, 3)
    assert (page.width, page.height) == (300, 400)
    left, top, right, bottom = map(round, page.rows[0].box.bounds)
    assert pixels[top:bottom, left:right].min() == 255
    assert (pixels == 255).sum() == 3 * (right - left) * (bottom - top)
