"""Shopping, in whole conversations on a stage: a code is looked at, and the rest follows."""

import datetime as dt

import msgspec
import pytest

from lorgnette.core.codes import Code, Symbology
from lorgnette.core.errors import EngineFailed
from lorgnette.core.fixes import Fix
from lorgnette.core.goods import Amount, Good, Observation
from lorgnette.core.pictures import Box
from lorgnette.core.types import CHINESE, Spot
from lorgnette.engines import CATALOGUE, CODE_READER, READER
from lorgnette.link.messages import Position, Status
from lorgnette.skills.look import skill as look
from lorgnette.skills.shopping import skill
from lorgnette.testing.codereaders import ScriptedCodes
from lorgnette.testing.readers import ScriptedReader, row
from lorgnette.testing.stage import START, Stage, converse
from lorgnette.testing.views import plain

NUMBER = "3017620422003"
CODE = Code(Symbology.EAN_13, NUMBER, Box(((0, 0), (90, 0), (90, 30), (0, 30))))
TODAY = START.date()
SPREAD = Good(
    NUMBER,
    {"": "Hazelnut spread", "zh": "榛子酱"},
    "Nutti",
    amount=Amount(400, "g"),
    allergens=("milk", "nuts"),
    nutriscore="e",
    nutrition={"sugars": 56.3},
    source="goods.tsv",
)


def seen(price, shop, days=5):
    date = TODAY - dt.timedelta(days=days)
    return Observation(NUMBER, price, "EUR", date, shop=shop, source="prices.csv")


PRICES = (seen(349, "Corner shop"), seen(299, "Market"), seen(359, "Station"))


class Goods:
    """A catalogue with one product, or one that cannot be asked."""

    def __init__(self, good=SPREAD, prices=PRICES, *, broken=False):
        self.known, self.seen, self.broken = good, prices, broken

    async def good(self, gtin, /):
        if self.broken:
            raise EngineFailed("no network")
        return self.known if self.known and self.known.gtin == gtin else None

    async def search(self, words, /, *, language, limit=10):
        return [self.known] if self.known else []

    async def prices(self, gtin, /, *, limit=100):
        return self.seen


async def shop(stage, goods=None):
    stage.sees(plain(), at=0)
    engines = {CODE_READER: ScriptedCodes([CODE]), CATALOGUE: goods or Goods()}
    await converse(stage, [look, skill], engines, until=stage.last_cue + 10)
    return stage


def says(*texts, language="en"):
    stage = Stage(language=language)
    for number, text in enumerate(texts):
        stage.types(text, at=1.0 + 8 * number)
    return stage


async def test_a_product_is_named_before_what_it_costs():
    stage = await shop(says("scan this"))
    assert stage.ear == (
        "Hazelnut spread. It usually costs 3.49 euros; the cheapest was 2.99 euros, Market."
    )
    shown = next(line for line in stage.script if "Hazelnut spread" in line)
    assert "Nutti · 400 g" in shown
    assert "Nutri-Score" in shown
    assert "A kilogram" in shown


async def test_what_is_shown_leads_to_its_page():
    stage = says("open the product page", "scan this", "open the product page")
    await shop(stage)
    assert stage.ear.startswith("Which product?")
    assert stage.ear.endswith("It is on your page, under Shopping.")


async def test_a_warning_comes_first_and_is_repeated_every_time():
    stage = await shop(says("I'm allergic to hazelnuts", "scan this", "scan this"))
    assert stage.ear.count("Careful: it contains nuts!") == 2
    assert stage.ear.index("Careful") < stage.ear.index("Hazelnut spread")


async def test_what_the_label_does_not_say_is_told_as_unknown():
    silent = Good(NUMBER, {"": "Hazelnut spread"})
    stage = await shop(says("I can't eat gluten", "scan this"), Goods(silent, ()))
    assert "I don't know whether it contains gluten: please read the label." in stage.ear


async def test_no_warning_is_no_promise():
    stage = await shop(says("I can't eat fish", "scan this"))
    assert "fish" not in stage.ear.partition("Hazelnut")[2]
    assert "safe" not in stage.ear


async def test_a_product_that_nobody_knows_is_taught():
    stage = await shop(
        says("scan this", "this is called grandma's spread", "scan this"), Goods(None, ())
    )
    assert f"I don't know the product {NUMBER}." in stage.ear
    assert stage.ear.endswith("grandma's spread.")


async def test_a_catalogue_that_cannot_be_asked_is_told():
    stage = await shop(says("scan this"), Goods(broken=True))
    assert "I can't look the product" in stage.ear


@pytest.mark.parametrize(
    ("price", "judged"),
    [
        ("2 euros 90", "That is a good price: usually it is 3.49 euros."),
        ("3 euros 50", "That is the usual price."),
        ("4 euros", "That is dear: usually it is 3.49 euros."),
        ("4 dollars", "I know too few other prices to compare."),
    ],
)
async def test_a_price_is_kept_and_judged(price, judged):
    stage = await shop(says("scan this", f"it costs {price}"))
    assert stage.ear.endswith(judged)


async def test_is_this_a_good_price():
    stage = await shop(
        says("scan this", "is this a good price", "it costs 4 euros", "is it expensive")
    )
    assert "What does it cost here?" in stage.ear
    assert stage.ear.endswith("That is dear: usually it is 3.49 euros.")


async def test_where_it_is_cheapest():
    stage = await shop(says("scan this", "where is it cheapest"))
    assert "Cheapest I know: 2.99 euros, Market, seen on" in stage.ear


HERE = Position(48.137, 11.575, 10)


def seen_at(price, shop, north):
    place = (HERE.latitude + north / 111_195, HERE.longitude)
    return msgspec.structs.replace(seen(price, shop), place=place)


def stands(stage, where=HERE):
    return stage.cue(0.5, lambda glasses: glasses.say(Status(position=where)))


NEAR = (seen_at(349, "Corner shop", 400), seen_at(299, "Market", 9_000), seen(199, "Somewhere"))


async def test_what_is_cheapest_nearby():
    stage = stands(says("scan this", "the cheapest nearby"))
    await shop(stage, Goods(prices=NEAR))
    assert "Cheapest nearby: 3.49 euros, Corner shop, 400 metres away, seen on" in stage.ear


async def test_glasses_that_know_where_they_are_are_asked():
    spot = Spot(HERE.latitude, HERE.longitude)
    stage = says("scan this", "the cheapest nearby").walks([Fix(1.0, spot, 8.0)])
    await shop(stage, Goods(prices=NEAR))
    assert "Cheapest nearby: 3.49 euros, Corner shop, 400 metres away, seen on" in stage.ear
    assert "shopping" in stage.lamp


async def test_without_a_shop_nearby_the_nearest_is_told():
    stage = stands(says("scan this", "the cheapest nearby"))
    await shop(stage, Goods(prices=NEAR[1:]))
    told = "I know no price of it nearby. Nearest I know: 2.99 euros, Market, 9 kilometres away"
    assert told in stage.ear


async def test_the_nearest_shop_is_not_the_cheapest():
    stage = stands(says("scan this", "where is the nearest shop that has it"))
    await shop(stage, Goods(prices=NEAR))
    assert "Nearest I know: 3.49 euros, Corner shop, 400 metres away" in stage.ear


@pytest.mark.slow
@pytest.mark.parametrize("order", ["the cheapest nearby", "where can I buy it nearby"])
async def test_what_is_near_nobody_guesses(order):
    stage = await shop(says("scan this", order), Goods(prices=NEAR))
    assert "I don't know where you are. Cheapest I know: 1.99 euros, Somewhere" in stage.ear
    stage = await shop(stands(says("scan this", order)))
    assert "I don't know where these shops are. Cheapest I know: 2.99 euros" in stage.ear


BANANAS = tuple(
    Observation("", price, "EUR", TODAY, per="kg", shop=shop, category="en:bananas")
    for price, shop in ((199, "Market"), (249, "Corner shop"), (229, "Station"))
)


class Loose(Goods):
    """A catalogue that has prices of bananas too."""

    async def prices(self, of, /, *, limit=100):
        if of.isdigit():
            return self.seen
        return [each for each in BANANAS if each.of == of]


async def test_loose_goods_are_priced_by_weight():
    stage = await shop(says("what do bananas cost"), Loose())
    assert stage.ear == (
        "Bananas: about 2.29 euros a kilogram. Cheapest I know: 1.99 euros, Market."
    )
    stage = await shop(says("香蕉多少钱一斤", language=CHINESE), Loose())
    assert stage.ear.startswith("香蕉每公斤大约")


async def test_what_has_a_number_is_priced_by_its_name():
    stage = await shop(says("how much does hazelnut spread cost", "it costs 4 euros"), Loose())
    assert "It usually costs 3.49 euros" in stage.ear
    assert stage.ear.endswith("That is dear: usually it is 3.49 euros.")


async def test_what_nobody_has_a_price_of_is_told():
    stage = await shop(says("what do dragon fruits cost"), Loose(None))
    assert stage.ear == "I know no price of “dragon fruits”."
    stage = await shop(says("what do dragon fruits cost"), Silent())
    assert stage.ear == "I can't ask what “dragon fruits” costs just now."


class Silent(Goods):
    """A catalogue that finds nothing, and cannot tell prices just now."""

    async def search(self, words, /, *, language, limit=10):
        return []

    async def prices(self, of, /, *, limit=100):
        raise EngineFailed("no network")


@pytest.mark.slow
async def test_prices_of_long_ago_are_no_offers():
    stage = await shop(
        says("scan this", "where is it cheapest"), Goods(prices=(*PRICES, seen(99, "Mill", 900)))
    )
    assert "Cheapest I know: 2.99 euros, Market" in stage.ear
    stage = await shop(
        says("scan this", "where is it cheapest"), Goods(prices=(seen(99, "Mill", 900),))
    )
    assert stage.ear.endswith("I know no prices of it.")


async def test_prices_the_wearer_saw_are_among_them():
    stage = await shop(says("scan this", "it costs 2 euros at the harbour", "where is it cheapest"))
    assert "Cheapest I know: 2 euros, the harbour" in stage.ear


@pytest.mark.slow
async def test_the_basket_adds_up():
    stage = await shop(
        says("scan this", "put it in the basket for 3 euros 49", "put it in the basket for 1 euro",
             "what's in my basket", "empty my basket", "yes", "what's in my basket")
    )  # fmt: skip
    assert "2 things for 4.49 euros." in stage.ear
    assert stage.ear.endswith("Your basket is empty.")


async def test_what_this_is_must_have_been_looked_at():
    stage = await shop(says("it costs 3 euros"))
    assert stage.ear == "Which product? Please scan it first."


async def test_a_list():
    stage = await shop(
        says("add oat milk to my shopping list", "I need to buy bread",
             "take the bread off my shopping list", "what's on my shopping list")
    )  # fmt: skip
    assert stage.ear.endswith("On your list: oat milk.")


async def test_in_chinese():
    stage = await shop(says("我对坚果过敏", "扫一下", "它哪里最便宜", language=CHINESE))
    assert "当心，里面含有坚果！榛子酱。" in stage.ear
    assert "最便宜的是 2.99欧元，Market" in stage.ear


async def reads(stage, *lines):
    rows = []
    for number, (label, price) in enumerate(lines):
        rows += [row(label, (10, 30 * number))]
        rows += [row(price, (400, 30 * number))] if price else []
    stage.sees(plain(), at=0)
    engines = {
        CODE_READER: ScriptedCodes(()),
        READER: ScriptedReader(rows),
        CATALOGUE: Goods(),
    }
    await converse(stage, [look, skill], engines, until=stage.last_cue + 10)
    return stage


BOUGHT = (("Corner shop", ""), ("Oat milk", "€2.49"), ("Bread", "€3.20"))


async def test_a_receipt_that_adds_up_is_remembered():
    stage = await reads(says("scan this receipt"), *BOUGHT, ("Total", "€5.69"))
    assert stage.ear == "2 things for 5.69 euros at Corner shop. I'll remember them."
    assert any("Corner shop" in line for line in stage.script)


async def test_a_receipt_that_does_not_is_not():
    stage = await reads(says("scan this receipt"), *BOUGHT, ("Total", "€6.69"))
    assert stage.ear == (
        "The receipt says 6.69 euros, but what I read adds up to 5.69 euros. I kept nothing."
    )


async def test_what_is_no_receipt_is_told():
    assert (await reads(says("scan this receipt"), ("Way out", ""))).ear == "I see no receipt."
