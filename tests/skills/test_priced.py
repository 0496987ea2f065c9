"""What a wearer keeps of shopping is put together with what catalogues know."""

import datetime as dt
from decimal import Decimal

import pytest

from lorgnette.core.goods import Good, Observation
from lorgnette.core.slots.money import Money
from lorgnette.core.types import Wearer
from lorgnette.skills.priced import (
    InBasket,
    Looked,
    SeenPrice,
    Taught,
    gathered,
    last_price,
    look,
    minor,
    money,
    sums,
)
from lorgnette.testing.catalogues import ScriptedCatalogue
from lorgnette.testing.turns import NOW, store_in_memory

pytestmark = pytest.mark.asyncio

TEA, JAM = "5901234123457", "96385074"
TODAY = NOW.date()


@pytest.fixture
def shelf():
    store = store_in_memory()
    return lambda kind: store.shelf(Wearer("ann"), kind)


def priced(price, gtin=TEA, shop=""):
    return SeenPrice(gtin, "tea", price, "EUR", TODAY, shop)


async def test_prices_of_others_and_of_the_wearer_are_together(shelf):
    other = Observation(TEA, 199, "EUR", TODAY, source="Open Prices")
    catalogue = ScriptedCatalogue([Good(TEA, {"": "Green tea"})], [other])
    for each in (priced(180, shop="harbour"), priced(90, JAM)):
        await shelf(SeenPrice).add(each)
    known = await gathered(catalogue, shelf, TEA)
    assert (known.name("en"), known.failed) == ("Green tea", False)
    assert known.prices == [other, Observation(TEA, 180, "EUR", TODAY, shop="harbour")]


async def test_what_the_wearer_calls_it_counts_and_the_last_name_most(shelf):
    for gtin, name in ((TEA, "old tea"), (TEA, "my tea"), (JAM, "jam")):
        await shelf(Taught).add(Taught(gtin, name))
    known = await gathered(ScriptedCatalogue([Good(TEA, {"": "Green tea"})]), shelf, TEA)
    assert known.name("en") == "my tea"


async def test_a_catalogue_that_cannot_be_asked_hides_nothing_of_the_wearers(shelf):
    catalogue = ScriptedCatalogue()
    catalogue.failing = True
    await shelf(SeenPrice).add(priced(180))
    known = await gathered(catalogue, shelf, TEA)
    assert (known.good, known.failed, len(known.prices)) == (None, True, 1)


async def test_the_last_price_is_the_one_that_was_seen_last(shelf):
    assert await last_price(shelf(SeenPrice), TEA) is None
    for each in (priced(180), priced(170), priced(90, JAM)):
        await shelf(SeenPrice).add(each)
    assert (await last_price(shelf(SeenPrice), TEA)).price == 170


async def test_a_product_is_remembered_once_and_only_the_last_of_many(shelf):
    for number in range(60):
        await look(shelf(Looked), Looked(f"{number}", "", NOW))
    later = NOW + dt.timedelta(minutes=1)
    await look(shelf(Looked), Looked("30", "again", later))
    looked = [each.item for each in await shelf(Looked).newest()]
    assert looked[0] == Looked("30", "again", later)
    assert len(looked) == len({each.gtin for each in looked}) == 50


async def test_a_basket_is_added_up_by_currency(shelf):
    for each in (InBasket("a", 349, "EUR"), InBasket("b"), InBasket("c", 600, "JPY")):
        await shelf(InBasket).add(each)
    await shelf(InBasket).add(InBasket("d", 1, "EUR"))
    assert sums(await shelf(InBasket).all()) == {"EUR": 350, "JPY": 600}


@pytest.mark.parametrize(
    ("said", "whole"),
    [("3.49", 349), ("3", 300), ("0", None), ("-1", None), ("0.005", None), ("1e13", None)],
)
async def test_money_is_whole_in_its_smallest_unit(said, whole):
    assert minor(Money(Decimal(said), "EUR")) == whole
    assert whole is None or minor(money(whole, "EUR")) == whole
