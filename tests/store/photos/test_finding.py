"""Photos are found by the words in them, by when and by where."""

from datetime import timedelta

import pytest

from lorgnette.core.types import Spot, Wearer
from lorgnette.engines.photos import Search
from lorgnette.testing.turns import NOW

HERE = Spot(52.52, 13.405)

TEXTS = {
    "menu": "MENU\nGreen tea 2.80\nCafé au lait 3.50",
    "exit": "Emergency exit",
    "wine": "今日菜单\n红酒 ¥88",
    "bike": "",
}


@pytest.fixture
def seen(album, picture):
    """Photos of different days, the newest last; what was found of them, by name."""
    names = {}

    async def seen(words="", **more):
        if not names:
            for days, (name, text) in enumerate(TEXTS.items()):
                spot = Spot(HERE.latitude + days, HERE.longitude)
                taken = NOW + timedelta(days=days)
                title = "my Bike" if name == "bike" else ""
                photo = await album.add(picture(64, 64), taken, title=title, spot=spot)
                names[photo.id] = name
                await album.read(photo.id, text)
        found = await album.find(Search(words, **more))
        assert found.count == len(found.photos)
        return [names[each.id] for each in found.photos], found.exact

    return seen


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("menu", ["menu"]),
        ("MEN", ["menu"]),
        ("tea green", ["menu"]),
        ('"green tea"', ["menu"]),
        ('"tea green"', []),
        ("bike", ["bike"]),
        ("菜单", ["wine"]),
        ("酒", ["wine"]),
        ("it", []),
        ("exit menu", []),
        ("'; DROP TABLE photos", []),
        ("", ["bike", "wine", "exit", "menu"]),
    ],
)
async def test_words_are_found_where_they_begin(seen, words, found):
    assert await seen(words) == (found, True)


@pytest.mark.parametrize(("words", "found"), [("emergancy", "exit"), ("grean tee", None)])
async def test_a_misread_letter_is_forgiven_when_nothing_fits(seen, words, found):
    assert await seen(words) == ([found] if found else [], not found)


async def test_a_day_and_a_place(seen):
    day = timedelta(days=1)
    assert await seen(since=NOW + day, until=NOW + 2 * day) == (["exit"], True)
    assert await seen(near=HERE) == (["menu"], True)
    assert await seen("exit", near=HERE) == ([], True)


async def test_others_photos_are_not_found(seen, photos):
    await seen()
    assert (await photos.of(Wearer("ben")).find(Search("menu"))).count == 0


async def test_some_after_others(album, picture):
    ids = [(await album.add(picture(64, 64), NOW)).id for _ in range(3)]
    found = await album.find(Search(), skip=1, limit=1)
    assert ([each.id for each in found.photos], found.count) == ([ids[1]], 3)
