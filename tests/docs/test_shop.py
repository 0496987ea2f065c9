"""The shop of the how-to page works, and the page shows what is in its file."""

import hashlib
import hmac
import json
import re
from datetime import UTC, datetime
from importlib import util
from pathlib import Path
from urllib.parse import parse_qsl

import httpx
import pytest

from lorgnette.core.errors import EngineFailed, MissingPart
from lorgnette.core.goods import Good
from lorgnette.testing.catalogues import check_catalogue

HOWTO = Path(__file__).parents[2] / "docs" / "howto"
NOODLES = "6901028001915"
ACCESS = {"app_key": "12345", "app_secret": "very-secret"}
ITEMS = [
    {"barcode": NOODLES, "title": "红烧牛肉面", "brand": "康师傅", "price": "4.50", "seller": "甲"}
    | {"url": "https://shop.example/1"},
    {"barcode": NOODLES, "title": "红烧牛肉面 特价", "price": 3.9, "seller": "乙"},
    {"barcode": "6901028001916", "title": "数字不对", "price": "1"},
    {"barcode": NOODLES, "title": "没有价格", "price": "面议"},
]


@pytest.fixture(scope="module")
def module():
    about = util.spec_from_file_location("shop", HOWTO / "shop.py")
    made = util.module_from_spec(about)
    about.loader.exec_module(made)
    return made


class Server:
    """The shop: it sells noodles to those who sign."""

    def __init__(self):
        self.asked = []
        self.body = None

    def __call__(self, request):
        about = dict(parse_qsl(request.content.decode()))
        self.asked.append(about)
        sign = about.pop("sign")
        text = "".join(f"{name}{value}" for name, value in sorted(about.items()))
        right = hmac.new(b"very-secret", text.encode(), hashlib.sha256).hexdigest().upper()
        assert sign == right
        sold = ITEMS
        if about["method"] == "items.search":
            sold = [each for each in ITEMS if about["q"] in each["title"]]

        async def pieces():
            yield self.body or json.dumps({"items": sold}).encode()

        return httpx.Response(200, content=pieces())


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def shop(module, server):
    tables = {"providers": {"shop": ACCESS}}
    now = datetime(2026, 3, 4, tzinfo=UTC)
    return module.Shop(tables, httpx.MockTransport(server), now=lambda: now)


@pytest.mark.asyncio
async def test_it_keeps_the_promises_of_a_catalogue(shop):
    known = Good(NOODLES, {"zh": "红烧牛肉面"}, "康师傅", source="Example Shop")
    await check_catalogue(shop, known, NOODLES)
    await shop.aclose()


@pytest.mark.asyncio
async def test_prices_are_those_of_the_very_product(shop):
    seen = await shop.prices(NOODLES)
    assert [(each.price, each.shop, each.proof) for each in seen] == [
        (450, "甲", "https://shop.example/1"),
        (390, "乙", ""),
    ]
    await shop.aclose()


@pytest.mark.asyncio
async def test_an_answer_that_is_none_is_told_without_the_secret(shop, server):
    server.body = b'{"error": "very-secret"}'
    with pytest.raises(EngineFailed) as caught:
        await shop.good(NOODLES)
    assert "very-secret" not in str(caught.value)
    await shop.aclose()


def test_without_access_it_says_what_to_set(module):
    with pytest.raises(MissingPart, match="app_key"):
        module.Shop({"providers": {}})
    assert module.Shop.leaves_the_hub({"providers": {}})
    assert not module.Shop.leaves_the_hub({"providers": {"shop": {"url": "http://127.0.0.1:1/"}}})


def test_the_page_shows_what_is_in_the_file():
    code = (HOWTO / "shop.py").read_text(encoding="utf-8")
    page = (HOWTO / "write-a-shop.md").read_text(encoding="utf-8")
    shown = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(shown) == 2
    assert all(block in code for block in shown)
