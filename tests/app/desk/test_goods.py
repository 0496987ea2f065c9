"""The page has what is known of goods, for the wearer who asks: warnings, prices, distances."""

import datetime as dt

import pytest
from house import ANN, OWNER, house

from lorgnette.core.allergens import Risk
from lorgnette.core.errors import NotFound, StoreFailed
from lorgnette.core.goods import Amount, Good, Observation
from lorgnette.core.prices import Judgement
from lorgnette.core.types import Spot
from lorgnette.engines import CATALOGUE
from lorgnette.skills.priced import Avoided, InBasket, Looked, Paid, SeenPrice, Taught, Wanted
from lorgnette.skills.shopping import skill
from lorgnette.testing.catalogues import ScriptedCatalogue
from lorgnette.testing.stage import START
from lorgnette.web.api.goods import Sum, Wish

SPREAD, TODAY = "4006381333931", START.date()
HERE = Spot(48.137, 11.575)
GOOD = Good(
    SPREAD,
    {"": "Hazelnut spread", "zh": "榛子酱"},
    "Nutti",
    amount=Amount(400, "g"),
    ingredients="Sugar, hazelnuts, milk",
    allergens=("nuts",),
)


def seen(price, days=1, north=None, **more):
    place = None if north is None else (HERE.latitude + north / 111_195, HERE.longitude)
    about = {"shop": f"shop {price}", "source": "Open Prices", "place": place, **more}
    return Observation(SPREAD, price, "EUR", TODAY - dt.timedelta(days=days), **about)


PRICES = [
    seen(349, 3, 400),
    seen(299, 30, 9_000, proof="https://prices.example/1"),
    seen(379, 60, proof="javascript:alert(1)"),
    seen(99, 2, member=True),
]
BANANAS = Observation("", 199, "EUR", TODAY, per="kg", category="en:bananas")


def shop(prices=PRICES, **more):
    known = ScriptedCatalogue([GOOD], [*prices, BANANAS])
    for name, value in more.items():
        setattr(known, name, value)
    return house(skill, engines={CATALOGUE: known})


async def keeps(home, *items, wearer=OWNER):
    for item in items:
        await home.hub.records.shelf(wearer, type(item)).add(item)


async def test_a_product_is_found_by_its_number_and_by_its_name():
    async with shop() as home:
        for words in ("hazelnut spread", SPREAD, "4 006381 333931", "榛子酱"):
            found = await home.desk.goods.find(Wish(words))
            assert [each.of for each in found.goods] == [SPREAD], words
        [loose] = (await home.desk.goods.find(Wish("a banana"))).goods
        assert (loose.of, loose.names["zh"]) == ("en:bananas", "香蕉")
        [unknown] = (await home.desk.goods.find(Wish("96385074"))).goods
        assert (unknown.of, unknown.names) == ("96385074", {})
        assert not (await home.desk.goods.find(Wish("zzz"))).goods


async def test_a_catalogue_that_cannot_be_asked_is_told():
    async with shop(failing=True) as home:
        found = await home.desk.goods.find(Wish("spread"))
        sheet = await home.desk.goods.sheet(OWNER, SPREAD, "en")
    assert (found.goods, found.failed) == ((), True)
    assert (sheet.good, sheet.failed, sheet.name) == (None, True, "")


async def test_warnings_are_of_the_wearer_and_never_missing():
    async with shop() as home:
        await keeps(home, *map(Avoided, ("nuts", "milk", "gluten", "kiwi")))
        sheet = await home.desk.goods.sheet(OWNER, SPREAD, "zh")
        others = await home.desk.goods.sheet(ANN, SPREAD, "en")
        nobody = await home.desk.goods.sheet(OWNER, "96385074", "en")
    assert sheet.name == "榛子酱"
    assert {each.avoided: each.risk for each in sheet.warned} == {
        "nuts": Risk.CONTAINS, "milk": Risk.NAMED, "gluten": Risk.NOT_NAMED, "kiwi": Risk.NOT_NAMED,
    }  # fmt: skip
    marked = [(each.text, each.avoided) for each in sheet.ingredients if each.avoided]
    assert marked == [("hazelnuts", "nuts"), ("milk", "milk")]
    assert others.warned == []
    assert {each.risk for each in nobody.warned} == {Risk.UNKNOWN}


async def test_prices_come_with_what_a_kilogram_costs_and_how_far_they_are():
    async with shop() as home:
        home.desk.goods.here = lambda _wearer: HERE
        sheet = await home.desk.goods.sheet(OWNER, SPREAD, "en")
    first, second, third, fourth = sheet.prices
    assert (first.price, first.member, first.compared) == (Sum(0.99, "EUR"), True, False)
    assert (second.price, second.metres, second.compared) == (Sum(3.49, "EUR"), 400, True)
    assert second.unit == (Sum(8.72, "EUR"), "kg")
    assert (third.metres, third.proof) == (9_000, "https://prices.example/1")
    assert (fourth.metres, fourth.proof) == (None, "")
    assert (sheet.costs.usual, sheet.costs.count) == (Sum(3.49, "EUR"), 3)
    assert (sheet.costs.cheapest, sheet.costs.nearby, sheet.costs.judged) == (2, 1, None)


async def test_where_the_wearer_is_their_glasses_tell():
    async with shop() as home:
        assert home.desk.goods.here(OWNER) is None
        sheet = await home.desk.goods.sheet(OWNER, SPREAD, "en")
    assert {each.metres for each in sheet.prices} == {None}
    assert sheet.costs.nearby is None


async def test_the_wearers_own_price_is_judged_and_can_be_deleted():
    async with shop() as home:
        await keeps(home, SeenPrice(SPREAD, "Spread", 250, "EUR", TODAY, "harbour"))
        sheet = await home.desk.goods.sheet(OWNER, SPREAD, "en")
        [own] = [each for each in sheet.prices if each.mine]
        assert (own.shop, sheet.costs.judged) == ("harbour", Judgement.GOOD)
        await home.desk.things.delete(OWNER, own.mine)
        sheet = await home.desk.goods.sheet(OWNER, SPREAD, "en")
        assert not any(each.mine for each in sheet.prices)


async def test_loose_goods_have_a_page():
    async with shop() as home:
        sheet = await home.desk.goods.sheet(OWNER, "en:bananas", "zh")
    assert (sheet.name, sheet.good, sheet.costs.per) == ("香蕉", None, "kg")


@pytest.mark.parametrize("of", ["", "12", "bananas", "4006381333932", "EN:bananas", "\0"])
async def test_what_is_no_number_has_no_page(of):
    async with shop() as home:
        with pytest.raises(NotFound):
            await home.desk.goods.sheet(OWNER, of, "en")


async def test_what_the_wearer_keeps_is_listed_and_added_up():
    async with shop() as home:
        await keeps(
            home,
            Taught(SPREAD, "my spread"),
            Looked(SPREAD, "my spread", START),
            Wanted("bread"),
            InBasket("spread", 349, "EUR"),
            InBasket("tea", 151, "EUR"),
            InBasket("jam"),
            SeenPrice(SPREAD, "my spread", 250, "EUR", TODAY, "harbour"),
            Paid(1249, "EUR", TODAY, "Corner shop"),
            Paid(300, "EUR", TODAY),
        )
        goods = home.desk.goods
        mine, others = await goods.mine(OWNER), await goods.mine(ANN)
        assert (await goods.sheet(OWNER, SPREAD, "en")).name == "my spread"
    assert [each.name for each in mine.basket] == ["jam", "tea", "spread"]
    assert (mine.total, mine.unpriced) == ([Sum(5.0, "EUR")], 1)
    assert (mine.looked[0].of, mine.wanted[0].name) == (SPREAD, "bread")
    assert [(each.of, each.name) for each in mine.taught] == [(SPREAD, "my spread")]
    assert (mine.prices[0].price, mine.prices[0].shop) == (Sum(2.5, "EUR"), "harbour")
    assert [(each.name, each.price.value) for each in mine.receipts] == [
        ("–", 3.0),
        ("Corner shop", 12.49),
    ]
    assert [*others.looked, *others.wanted, *others.basket, *others.prices] == []
    assert not others.receipts


async def test_a_turn_leads_to_the_page_of_its_product():
    async with shop() as home:
        await home.hears("look up the product hazelnut spread", "what's on my shopping list")
        empty, product = await home.turns()
    assert (product.page, empty.page) == (f"goods/{SPREAD}", "")


async def test_things_are_put_down_from_the_page():
    async with shop() as home:
        goods = home.desk.goods
        await goods.want(OWNER, "bread")
        await goods.take(OWNER, SPREAD, "spread")
        await keeps(home, SeenPrice(SPREAD, "spread", 250, "EUR", TODAY))
        await goods.take(OWNER, SPREAD, "spread")
        assert await goods.avoid(OWNER, "Hazelnuts") == await goods.avoid(OWNER, "nuts")
        mine = await goods.mine(OWNER)
    assert [each.name for each in mine.wanted] == ["bread"]
    assert [each.price for each in mine.basket] == [Sum(2.5, "EUR"), None]
    assert [each.name for each in mine.avoided] == ["nuts"]


async def test_without_a_catalogue_the_page_is_told():
    async with house(skill) as home:
        with pytest.raises(StoreFailed):
            await home.desk.goods.sheet(OWNER, SPREAD, "en")
