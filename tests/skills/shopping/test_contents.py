"""What is in a product, and what was paid: asked after a look at it, or after a receipt."""

import pytest

from lorgnette.core.codes import Code, Symbology
from lorgnette.core.goods import Amount, Good
from lorgnette.core.pictures import Box
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.engines import CATALOGUE, CODE_READER, READER
from lorgnette.skills.look import skill as look
from lorgnette.skills.shopping import skill
from lorgnette.testing.catalogues import ScriptedCatalogue
from lorgnette.testing.codereaders import ScriptedCodes
from lorgnette.testing.readers import ScriptedReader, row
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.views import plain

NUMBER = "3017620422003"
CODE = Code(Symbology.EAN_13, NUMBER, Box(((0, 0), (90, 0), (90, 30), (0, 30))))
DRINK = Good(
    NUMBER,
    {"": "Oat drink", "zh": "燕麦奶"},
    "Mill",
    amount=Amount(1000, "ml"),
    ingredients="Water, oats 10 %, salt",
    allergens=("gluten",),
    nutrition={"sugars": 3.4, "energy-kcal": 46},
)
RICE = Good("4006381333931", {"": "Basmati rice", "zh": "印度香米"}, amount=Amount(500, "g"))
RECEIPT = (("Corner shop", ""), ("Oat milk", "€2.49"), ("Bread", "€3.20"), ("Total", "€5.69"))


async def last_answer(*texts, language=ENGLISH, goods=(DRINK, RICE)):
    stage = Stage(language=language).sees(plain(), at=0)
    for number, text in enumerate(texts):
        stage.types(text, at=1.0 + 8 * number)
    rows = [
        row(text, (left, 30 * number))
        for number, (label, price) in enumerate(RECEIPT)
        for text, left in ((label, 0), (price, 400))
        if text
    ]
    engines = {
        CODE_READER: ScriptedCodes([CODE]),
        CATALOGUE: ScriptedCatalogue(goods),
        READER: ScriptedReader(rows),
    }
    await converse(stage, [look, skill], engines, until=stage.last_cue + 8)
    return " ".join(stage.read[-2:])


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("what's in it", "Water, oats 10 %, salt"),
        ("what brand is it", "Mill"),
        ("how much is in it", "1 l"),
        ("when does it expire", "Its code does not say: please look at the package."),
        ("is it on my list", "Not on your list: Oat drink."),
        ("is this gluten free", "Careful: it contains gluten!"),
        ("does it contain gluten", "Careful: it contains gluten!"),
        ("does it have salt in it", "Careful: salt is among the ingredients!"),
        ("is there celery in it", "Please read it to be sure."),
        ("how much sugar is in it", "sugar: 3.4 grams in 100 millilitres."),
        ("how many calories does it have", "46 kilocalories in 100 millilitres."),
        ("how much protein does it have", "nobody has told me protein of this product."),
    ],
)
async def test_what_the_label_says(asked, answer):
    assert (await last_answer("scan this", asked)).endswith(answer)


async def test_what_nobody_knows_is_never_told_as_absent():
    bare = (Good(NUMBER, {"": "Oat drink"}),)
    for asked in ("is it free of nuts", "what's in it"):
        assert "I don't know" in await last_answer("scan this", asked, goods=bare)


async def test_in_chinese():
    assert (await last_answer("扫一下", "含糖多少", language=CHINESE)).endswith(
        "糖：每一百毫升 3.4 克。"
    )
    told = await last_answer("扫一下", "里面有芹菜吗", language=CHINESE)
    assert told.endswith("请看标签确认。")


async def test_what_is_looked_for_is_found_by_its_name():
    assert (await last_answer("I'm looking for rice")).endswith("Basmati rice.")
    assert (await last_answer("find the rice", "what's in it")).endswith("please read the label.")
    assert (await last_answer("find my keys")).endswith("I didn't understand that.")


@pytest.mark.parametrize(
    ("spoken", "texts", "answer"),
    [
        (ENGLISH, ("scan this receipt", "how much have I spent this month"),
         "By one receipt of this month: 5.69 euros."),
        (ENGLISH, ("scan this receipt", "scan this receipt", "how much did I spend today"),
         "By one receipt of today: 5.69 euros."),
        (ENGLISH, ("scan this", "it costs 2 euros at the mill", "what did this cost last time"),
         "Oat drink: 2 euros, on Wednesday, 4 March, the mill."),
        (ENGLISH, ("scan this receipt", "how much did I spend last month"),
         "Say «scan this receipt» to keep one."),
        (ENGLISH, ("scan this receipt", "what did I pay for milk last time"),
         "Oat milk: 2.49 euros, on Wednesday, 4 March, Corner shop."),
        (CHINESE, ("扫一下这个小票", "这个月我花了多少钱"), "这个月有 1 张小票，一共 5.69欧元。"),
    ],
)  # fmt: skip
async def test_what_was_paid(spoken, texts, answer):
    assert (await last_answer(*texts, language=spoken)).endswith(answer)
