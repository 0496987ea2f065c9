"""Goods are told, and what the wearer keeps of shopping is put down."""

import datetime as dt

import pytest
from asking import ask

from lorgnette.core.errors import NotFound, StoreFailed
from lorgnette.core.goods import Good
from lorgnette.web.api import goods
from lorgnette.web.api.goods import Hit, Hits, Mine, Price, Row, Sheet, Sum

pytestmark = pytest.mark.asyncio

SPREAD = "4006381333931"


class Desk:
    """Knows one product, and remembers what it is told."""

    def __init__(self, *, full=False):
        self.told = []
        self.full = full

    async def find(self, wish, /):
        self.told.append((wish.find, wish.language, wish.limit))
        return Hits([Hit(SPREAD, {"": "Spread"})], failed=False)

    async def sheet(self, wearer, of, language, /):
        if of not in (SPREAD, "en:bananas"):
            raise NotFound("there is no such product number")
        price = Price(Sum(3.49, "EUR"), dt.date(2026, 3, 4), metres=400)
        return Sheet(of, f"{wearer} {language}", Good(of), False, (), (), [price], None)

    async def mine(self, wearer, /):
        return Mine((), [Row(3, f"bread of {wearer}")], (), (), 0, (), (), (), ())

    async def want(self, wearer, text, /):
        if self.full:
            raise StoreFailed("the disk is full")
        return self.put("wanted", wearer, text)

    async def take(self, wearer, of, name, /):
        return self.put("basket", wearer, of, name)

    async def avoid(self, wearer, text, /):
        return self.put("avoided", wearer, text)

    def put(self, *what):
        self.told.append(what)
        return len(self.told)


async def asked(desk, method, target, body=b""):
    return await ask(goods.routes(desk), method, target, body)


async def test_what_the_wearer_keeps_is_theirs():
    said = await asked(Desk(), "GET", "/api/goods")
    assert said.json["wanted"] == [{"id": 3, "name": "bread of ann"}]


async def test_products_are_found_in_a_language():
    desk = Desk()
    said = await asked(desk, "GET", "/api/goods/found?find=spread&language=zh&limit=5")
    assert said.json["goods"][0]["of"] == SPREAD
    assert desk.told == [("spread", "zh", 5)]
    for query in ("", "find=", f"find={'x' * 201}", "find=x&limit=0", "find=x&limit=many"):
        assert (await asked(desk, "GET", f"/api/goods/found?{query}")).error == (400, "query")


@pytest.mark.parametrize("of", [SPREAD, "en:bananas"])
async def test_a_product_has_a_page(of):
    said = await asked(Desk(), "GET", f"/api/goods/of/{of}?language=zh")
    assert said.json["name"] == "ann zh"
    [price] = said.json["prices"]
    assert (price["price"], price["metres"]) == ({"value": 3.49, "currency": "EUR"}, 400)
    assert "proof" not in price


@pytest.mark.parametrize("of", ["12", "x", "%00", "4006381333932"])
async def test_what_is_no_number_has_no_page(of):
    assert (await asked(Desk(), "GET", f"/api/goods/of/{of}")).error == (404, "gone")


async def test_things_are_put_down():
    desk = Desk()
    for place, body in (
        ("wanted", {"text": "  oat   milk "}),
        ("avoided", {"text": "nuts"}),
        ("basket", {"of": SPREAD, "name": "Spread"}),
    ):
        said = await asked(desk, "POST", f"/api/goods/{place}", body)
        assert (said.status, said.json) == (201, {"id": len(desk.told)})
    assert desk.told == [
        ("wanted", "ann", "oat milk"),
        ("avoided", "ann", "nuts"),
        ("basket", "ann", SPREAD, "Spread"),
    ]


@pytest.mark.parametrize("body", [b"", b"[]", {"text": ""}, {"text": "  "}, {"text": "x", "y": 1}])
async def test_what_says_nothing_is_not_put_down(body):
    desk = Desk()
    assert (await asked(desk, "POST", "/api/goods/wanted", body)).error == (400, "body")
    assert (await asked(desk, "POST", "/api/goods/avoided", body)).error == (400, "body")
    assert desk.told == []


async def test_a_full_disk_is_told():
    said = await asked(Desk(full=True), "POST", "/api/goods/wanted", {"text": "bread"})
    assert said.error == (503, "store")
