"""Answers are kept: nobody is asked the same twice, and an old answer is better than none."""

import datetime as dt

import pytest

from lorgnette.core.errors import EngineFailed, StoreFailed
from lorgnette.core.goods import Good, Observation
from lorgnette.core.types import ENGLISH
from lorgnette.engines.wrap.remembered import RememberedCatalogue
from lorgnette.testing.catalogues import NOBODY_HAS, ScriptedCatalogue, check_catalogue

TEA = Good("5901234123457", {"": "Green tea"}, "Leaf")
SEEN = [Observation(TEA.gtin, 190 + day, "EUR", dt.date(2026, 1, day)) for day in (1, 5)]
DAY = 24 * 3600


class Time:
    def __init__(self):
        self.time = dt.datetime(2026, 3, 4, tzinfo=dt.UTC)

    def now(self):
        return self.time

    def passes(self, days):
        self.time += dt.timedelta(days=days)


class Notebook(dict):
    """Answers in memory, or a disk that is full."""

    full = False

    async def recall(self, question, /):
        if self.full:
            raise StoreFailed("the disk is broken")
        return self.get(question)

    async def keep(self, question, answer, /):
        if self.full:
            raise StoreFailed("the disk is full")
        self[question] = answer


@pytest.fixture
def shop():
    return ScriptedCatalogue([TEA], SEEN)


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def notebook():
    return Notebook()


@pytest.fixture
def catalogue(shop, time, notebook):
    return RememberedCatalogue(shop, notebook, time, keeps=30 * DAY)


async def test_it_keeps_the_promises_of_a_catalogue(catalogue):
    await check_catalogue(catalogue, TEA, TEA.gtin)


async def test_nobody_is_asked_the_same_twice(catalogue, shop, time):
    for _ in range(3):
        assert await catalogue.good(TEA.gtin) == TEA
        assert len(await catalogue.prices(TEA.gtin)) == 2
        assert len(await catalogue.prices(TEA.gtin, limit=1)) == 1
        time.passes(days=9)
    assert shop.asked == [f"good {TEA.gtin}", f"prices {TEA.gtin}"]


async def test_after_a_while_it_is_asked_again(catalogue, shop, time):
    await catalogue.good(TEA.gtin)
    time.passes(days=31)
    shop.goods[TEA.gtin] = Good(TEA.gtin, {"": "Better tea"})
    assert (await catalogue.good(TEA.gtin)).name(ENGLISH) == "Better tea"


async def test_that_nothing_is_known_is_believed_for_a_day(catalogue, shop, time):
    assert await catalogue.good(NOBODY_HAS) is None
    time.passes(days=0.9)
    assert await catalogue.good(NOBODY_HAS) is None
    assert len(shop.asked) == 1
    time.passes(days=0.2)
    await catalogue.good(NOBODY_HAS)
    assert len(shop.asked) == 2


async def test_an_old_answer_is_better_than_none(catalogue, shop, time):
    await catalogue.good(TEA.gtin)
    await catalogue.good(NOBODY_HAS)
    time.passes(days=400)
    shop.failing = True
    assert await catalogue.good(TEA.gtin) == TEA
    with pytest.raises(EngineFailed):
        await catalogue.good(NOBODY_HAS)
    with pytest.raises(EngineFailed):
        await catalogue.prices(TEA.gtin)


async def test_a_clock_that_was_wrong_keeps_nothing_for_ever(catalogue, shop, time):
    await catalogue.good(TEA.gtin)
    time.passes(days=-400)
    await catalogue.good(TEA.gtin)
    assert len(shop.asked) == 2


async def test_what_cannot_be_kept_was_said_all_the_same(catalogue, notebook):
    notebook.full = True
    assert await catalogue.good(TEA.gtin) == TEA
    assert len(await catalogue.prices(TEA.gtin)) == 2


async def test_what_is_no_number_is_not_asked(catalogue, shop):
    assert await catalogue.good("5901234123456") is None
    assert await catalogue.prices("tea") == ()
    assert shop.asked == []


@pytest.mark.asyncio
async def test_prices_of_a_category_are_kept_too(catalogue, shop):
    loose = Observation("", 199, "EUR", dt.date(2026, 1, 2), per="kg", category="en:bananas")
    shop.seen.append(loose)
    assert await catalogue.prices("en:bananas") == (loose,)
    assert await catalogue.prices("en:bananas") == (loose,)
    assert await catalogue.good("en:bananas") is None
    assert shop.asked == ["prices en:bananas"]
