"""The catalogue on this machine: found by number, and by names as people say them."""

from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.core.errors import StoreFailed
from lorgnette.core.goods import Good, Observation
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.store.goods import Shelves, SQLiteCatalogue, shelves
from lorgnette.store.goods.catalogue import good, prices, search
from lorgnette.store.goods.finding import spelling
from lorgnette.store.goods.names import terms
from lorgnette.store.goods.tables import open_catalogue
from lorgnette.testing.catalogues import check_catalogue

NAMES = {
    "3017620422003": ({"": "Hazelnut spread", "zh": "榛子巧克力酱"}, "Nutti"),
    "4006381333931": ({"": "Black beans"}, "Casa"),
    "5000159461122": ({"": "Müsli with raspberries"}, "Alpen"),
    "6901028001915": ({"zh": "康师傅红烧牛肉面"}, "康师傅"),
    "96385074": ({"": "Dark chocolate"}, "Nutti"),
}


@pytest.fixture
def filled(tmp_path):
    made = Shelves(open_catalogue(tmp_path / "goods.sqlite"))
    source = made.begin("test", "table", "1").id
    goods = [Good(gtin, names, brand) for gtin, (names, brand) in NAMES.items()]
    seen = [
        Observation("96385074", price, "EUR", date(2026, 1, day))
        for day, price in ((2, 99), (9, 79))
    ]
    made.put(source, len(goods), goods, seen)
    made.finish(source)
    yield made
    made.close()


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
        Shelves(db).put(1, 1, [Good(gtin, *about) for gtin, about in NAMES.items()], [])
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


def test_what_came_from_a_file_is_forgotten_with_it(filled, monkeypatch):
    monkeypatch.setattr(shelves, "SWEPT", 2)
    bring(filled, "other", Good("96385074", {"": "Dark chocolate"}))
    filled.remove(1)
    assert [each.name for each in filled.sources()] == ["other"]
    assert search(filled.db, "black beans", ENGLISH, 5) == []
    assert [each.source for each in search(filled.db, "dark chocolate", ENGLISH, 5)] == ["other"]
    filled.remove(2)
    assert search(filled.db, "dark chocolate", ENGLISH, 5) == []
    assert filled.db.execute("SELECT count(*) FROM words").fetchone() == (0,)


def test_what_came_is_found_again_after_it_was_forgotten(filled):
    filled.remove(1)
    bring(filled, "other", Good("96385074", {"": "Dark chocolate"}))
    assert len(search(filled.db, "dark chocolate", ENGLISH, 5)) == 1


def bring(shelves, name, *goods, prices=(), mark="1"):
    source = shelves.begin(name, "table", mark).id
    known = [msgspec.structs.replace(each, source=name) for each in goods]
    shelves.put(source, len(goods), known, prices)
    return source


def test_what_several_files_say_of_a_product_is_put_together(filled):
    spread = "3017620422003"
    bring(filled, "food", Good(spread, {"": "Spread"}, allergens=("nuts",), nutriscore="e"))
    bring(filled, "mine", Good(spread, {"": "My spread"}, maker="Me", allergens=("milk",)))
    found = good(filled.db, spread)
    assert (found.name(ENGLISH), found.name(CHINESE)) == ("My spread", "榛子巧克力酱")
    assert (found.brand, found.maker, found.nutriscore) == ("Nutti", "Me", "e")
    assert found.allergens == ("milk", "nuts")
    assert found.traces is None
    assert found.source == "mine, food"
    assert [each.gtin for each in search(filled.db, "spread", ENGLISH, 5)] == [spread]


def test_an_older_file_stays_until_the_newer_was_read(filled):
    tea = "5901234123457"
    bring(filled, "tea", Good(tea, {"": "Old tea"}, "Leaf"), mark="old")
    new = bring(filled, "tea", Good(tea, {"": "New tea"}), mark="new")
    assert (good(filled.db, tea).name(ENGLISH), good(filled.db, tea).brand) == ("New tea", "Leaf")
    filled.finish(new)
    assert (good(filled.db, tea).name(ENGLISH), good(filled.db, tea).brand) == ("New tea", "")
    assert [each.name for each in filled.sources()] == ["test", "tea"]


def test_a_price_that_two_files_tell_is_one(filled):
    seen = Observation("96385074", 79, "EUR", date(2026, 1, 9), source="another")
    bring(filled, "more", prices=[seen])
    assert [each.price for each in prices(filled.db, "96385074", 10)] == [79, 99]


@pytest.mark.asyncio
async def test_it_keeps_the_promises_of_a_catalogue(filled, tmp_path):
    filled.remove(1)
    tea = Good("5901234123457", {"": "Green tea", "zh": "绿茶叶"}, "Leaf")
    seen = [Observation(tea.gtin, 90 + day, "EUR", date(2026, 1, day)) for day in (1, 5, 3)]
    bring(filled, "tea", tea, prices=seen)
    catalogue = SQLiteCatalogue(tmp_path / "goods.sqlite")
    known = msgspec.structs.replace(tea, source="tea")
    await check_catalogue(catalogue, known, tea.gtin)
    await catalogue.aclose()


@pytest.mark.parametrize("heard", ["真子巧克力酱", "榛子巧克力将", "红骚牛肉面", "红烧流肉面"])
def test_chinese_that_sounds_alike_is_found(filled, heard):
    meant = "6901028001915" if "面" in heard else "3017620422003"
    assert search(filled.db, heard, CHINESE, 5)[0].gtin == meant


def test_a_word_that_others_misspelt_hides_nothing(filled):
    bring(filled, "typo", Good("5901234123457", {"": "Hazlenut bar"}))
    assert search(filled.db, "hazlenut spread", ENGLISH, 5)[0].gtin == "3017620422003"


@pytest.mark.asyncio
async def test_readers_see_whole_lots_while_an_import_goes_on(filled, tmp_path):
    catalogue = SQLiteCatalogue(tmp_path / "goods.sqlite")
    filled.db.execute("BEGIN IMMEDIATE")
    filled.db.execute("DELETE FROM goods")
    assert (await catalogue.good("96385074")).brand == "Nutti"
    filled.db.execute("COMMIT")
    assert await catalogue.good("96385074") is None
    await catalogue.aclose()


@pytest.mark.asyncio
async def test_a_catalogue_of_another_version_is_told(tmp_path):
    db = open_catalogue(tmp_path / "goods.sqlite")
    db.execute("PRAGMA user_version = 9")
    db.close()
    with pytest.raises(StoreFailed, match="another version"):
        await SQLiteCatalogue(tmp_path / "goods.sqlite").good("96385074")


def test_only_its_owner_may_read_it(filled, tmp_path):
    assert (tmp_path / "goods.sqlite").stat().st_mode & 0o077 == 0


@given(st.text("abcd", min_size=1, max_size=9), st.text("abcd", max_size=9))
def test_letters_that_differ_are_counted(one, other):
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        before, row[0] = row[0], place
        for at, same in enumerate(other, 1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (letter != same))
    assert spelling(one)(other) == row[-1]
