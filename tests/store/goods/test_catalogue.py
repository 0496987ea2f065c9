"""The catalogue on this machine: found by number, and by names as people say them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.core.errors import StoreFailed
from lorgnette.core.goods import Good, Observation
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.store.goods import Shelves, SQLiteCatalogue
from lorgnette.store.goods.catalogue import search
from lorgnette.store.goods.names import terms
from lorgnette.store.goods.tables import open_catalogue

NAMES = {
    "3017620422003": ({"": "Hazelnut spread", "zh": "榛子巧克力酱"}, "Nutti"),
    "4006381333931": ({"": "Black beans"}, "Casa"),
    "5000159461122": ({"": "Müsli with raspberries"}, "Alpen"),
    "6901028001915": ({"zh": "康师傅红烧牛肉面"}, "康师傅"),
    "96385074": ({"": "Dark chocolate"}, "Nutti"),
}


@pytest.fixture
def filled(tmp_path):
    shelves = Shelves(open_catalogue(tmp_path / "goods.sqlite"))
    source = shelves.begin("test", "table", "1").id
    goods = [Good(gtin, names, brand) for gtin, (names, brand) in NAMES.items()]
    seen = [
        Observation("96385074", price, "EUR", date(2026, 1, day))
        for day, price in ((2, 99), (9, 79))
    ]
    shelves.put(source, len(goods), goods, seen)
    shelves.finish(source)
    yield shelves
    shelves.db.close()


@pytest.mark.asyncio
async def test_a_product_is_found_by_its_number(filled, tmp_path):
    catalogue = SQLiteCatalogue(tmp_path / "goods.sqlite")
    assert (await catalogue.good("3017620422003")).brand == "Nutti"
    assert await catalogue.good("3017620422010") is None
    assert await catalogue.good("x' OR 1") is None
    assert [each.price for each in await catalogue.prices("96385074")] == [79, 99]
    assert not await catalogue.prices("4006381333931")
    await catalogue.aclose()


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("hazelnut spread", "3017620422003"),
        ("hazlenut spred", "3017620422003"),
        ("nutty hazel nut spread", "3017620422003"),
        ("muesli raspberries", "5000159461122"),
        ("musli with rasberrys", "5000159461122"),
        ("black beens", "4006381333931"),
        ("nutti chocolate", "96385074"),
        ("榛子巧克力酱", "3017620422003"),
        ("红烧牛肉面", "6901028001915"),
        ("牛肉", "6901028001915"),
    ],
)
def test_names_are_found_as_they_are_said(filled, words, number):
    language = ENGLISH if words.isascii() else CHINESE
    assert search(filled.db, words, language, 5)[0].gtin == number


@pytest.mark.parametrize("words", ["", "?!", "zzzzqqqq", '" OR said MATCH "x'])
def test_what_nothing_is_called_finds_nothing(filled, words):
    assert search(filled.db, words, ENGLISH, 5) == []


@given(st.text(max_size=60), st.sampled_from([ENGLISH, CHINESE]))
@settings(max_examples=60)
def test_whatever_is_asked_is_answered(text, language):
    db = open_catalogue_once()
    assert len(search(db, text, language, 3)) <= 3
    assert all(" " not in term for term in terms(text))


_ONE = []


def open_catalogue_once():
    if not _ONE:
        import sqlite3

        from lorgnette.store.goods.tables import TABLES

        db = sqlite3.connect(":memory:", isolation_level=None)
        db.executescript(TABLES)
        shelves = Shelves(db)
        shelves.put(1, 1, [Good(gtin, *about) for gtin, about in NAMES.items()], [])
        _ONE.append(db)
    return _ONE[0]


@pytest.mark.asyncio
async def test_what_was_never_filled_is_empty(tmp_path):
    catalogue = SQLiteCatalogue(tmp_path / "goods.sqlite")
    assert await catalogue.good("96385074") is None
    assert await catalogue.search("tea", language=ENGLISH) == ()
    assert not (tmp_path / "goods.sqlite").exists()


@pytest.mark.asyncio
async def test_a_file_that_is_no_catalogue_is_told(tmp_path):
    (tmp_path / "goods.sqlite").write_bytes(b"something else" * 1000)
    with pytest.raises(StoreFailed, match="Move it away"):
        await SQLiteCatalogue(tmp_path / "goods.sqlite").good("96385074")


def test_a_lot_is_kept_whole_or_not_at_all(filled):
    source = filled.begin("second", "table", "1").id
    broken = [Good("5901234123457", {"": "Tea"}), Good("not a number", {"": "x"})]
    with pytest.raises(ValueError, match="invalid literal"):
        filled.put(source, 2, broken, [])
    assert search(filled.db, "tea", ENGLISH, 5) == []
    assert [each.goods for each in filled.sources()] == [5, 0]


def test_what_came_from_a_file_is_forgotten_with_it(filled):
    [source] = filled.sources()
    with filled.lot():
        filled.remove(source.id)
    assert filled.sources() == []
    assert search(filled.db, "black beans", ENGLISH, 5) == []
