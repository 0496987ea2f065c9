"""Several catalogues: each is asked in its turn, and a closed shop is not an empty one."""

from datetime import date

import pytest

from lorgnette.core.errors import EngineFailed
from lorgnette.core.goods import Good, Observation
from lorgnette.core.types import ENGLISH
from lorgnette.engines.wrap.catalogues import SeveralCatalogues
from lorgnette.testing.catalogues import NOBODY_HAS, ScriptedCatalogue, check_catalogue

TEA = Good("5901234123457", {"": "Green tea"}, "Leaf")
SPREAD = Good("3017620422003", {"": "Hazelnut spread"}, "Nutti")


def seen(price, day, shop="Market", source=""):
    return Observation(TEA.gtin, price, "EUR", date(2026, 1, day), shop=shop, source=source)


@pytest.fixture
def here():
    return ScriptedCatalogue([TEA], [seen(199, 2, source="file"), seen(189, 1)])


@pytest.fixture
def shop():
    return ScriptedCatalogue([TEA, SPREAD], [seen(199, 2, source="shop"), seen(179, 5)])


@pytest.fixture
def both(here, shop):
    return SeveralCatalogues({"here": here, "shop": shop})


async def test_it_keeps_the_promises_of_a_catalogue(both):
    await check_catalogue(both, TEA, TEA.gtin)


async def test_who_knows_a_product_leaves_nothing_to_ask(both, shop):
    assert await both.good(TEA.gtin) == TEA
    assert await both.search("tea", language=ENGLISH) == [TEA]
    assert shop.asked == []


async def test_what_the_first_does_not_know_the_next_may(both):
    assert await both.good(SPREAD.gtin) == SPREAD
    assert await both.search("nutti", language=ENGLISH) == [SPREAD]


async def test_prices_of_all_are_put_together_and_each_is_told_once(both):
    told = [(each.price, each.source) for each in await both.prices(TEA.gtin)]
    assert told == [(179, ""), (199, "file"), (189, "")]


async def test_a_closed_shop_hides_nothing_that_another_knows(both, here, shop):
    here.failing = True
    assert await both.good(TEA.gtin) == TEA
    assert len(await both.prices(TEA.gtin)) == 2
    here.failing, shop.failing = False, True
    assert await both.search("tea", language=ENGLISH) == [TEA]
    assert len(await both.prices(TEA.gtin)) == 2


async def test_a_closed_shop_is_not_an_empty_one(both, shop):
    shop.failing = True
    with pytest.raises(EngineFailed, match="closed"):
        await both.good(NOBODY_HAS)
    with pytest.raises(EngineFailed, match="closed"):
        await both.search("nothing like it", language=ENGLISH)
    with pytest.raises(EngineFailed, match="closed"):
        await both.prices(NOBODY_HAS)
