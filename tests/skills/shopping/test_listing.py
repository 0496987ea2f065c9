"""The shopping list and the basket, in the words in which people speak of them."""

import pytest

from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.engines import CATALOGUE, CODE_READER
from lorgnette.skills.look import skill as look
from lorgnette.skills.shopping import skill
from lorgnette.skills.shopping.called import things
from lorgnette.testing.catalogues import ScriptedCatalogue
from lorgnette.testing.codereaders import ScriptedCodes
from lorgnette.testing.stage import Stage, converse


async def answers(*texts, language=ENGLISH):
    """What was said last, after all of these."""
    stage = Stage(language=language)
    for number, text in enumerate(texts):
        stage.types(text, at=1.0 + 6 * number)
    engines = {CODE_READER: ScriptedCodes(()), CATALOGUE: ScriptedCatalogue()}
    await converse(stage, [look, skill], engines, until=stage.last_cue + 6)
    return "".join(stage.read[-2:]) if texts else ""


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("milk and eggs", ["milk", "eggs"]),
        ("some milk, a lemon, and the bread", ["milk", "lemon", "bread"]),
        ("a dozen eggs", ["a dozen eggs"]),
        ("brandy", ["brandy"]),
        ("牛奶和鸡蛋", ["牛奶", "鸡蛋"]),
        ("牛奶、鸡蛋还有面包", ["牛奶", "鸡蛋", "面包"]),
        ("和牛", ["和牛"]),
        ("and", ["and"]),
    ],
)
def test_what_was_said_of_a_list_is_one_thing_or_several(said, meant):
    assert things(said) == meant


@pytest.mark.parametrize(
    ("spoken", "texts", "answer"),
    [
        (ENGLISH, ("put milk and eggs on the list",), "Added to your list: milk and eggs."),
        (ENGLISH, ("put milk and eggs on the list", "remove the milk"), "Off your list: milk."),
        (ENGLISH, ("we need two eggs and milk", "I've got the eggs and milk"),
         "Off your list: two eggs and milk."),
        (ENGLISH, ("we need oat milk", "is milk on my list"), "On your list: milk."),
        (ENGLISH, ("we need milk", "did I get the milk"), "On your list: milk."),
        (CHINESE, ("还要买牛奶", "牛奶买了吗"), "清单上有牛奶。"),
        (CHINESE, ("还要买牛奶和鸡蛋", "牛奶和鸡蛋都买了"), "牛奶和鸡蛋已从清单划掉。"),
        (ENGLISH, ("we need milk", "is ham on my list"), "Not on your list: ham."),
        (CHINESE, ("把牛奶和鸡蛋加到清单上", "牛奶买了"), "牛奶已从清单划掉。"),
        (CHINESE, ("还要买面包", "清单上有面包吗"), "清单上有面包。"),
    ],
)  # fmt: skip
async def test_the_list(spoken, texts, answer):
    assert (await answers(*texts, language=spoken)).endswith(answer)


async def test_what_is_on_no_list_is_meant_otherwise():
    said = await answers("put milk on the list", "I've got a headache")
    assert said.endswith("I didn't understand that.")
    assert (await answers("put milk on the list", "I've got the milk and a cold",
                          "what's on my list")).endswith("On your list: milk.")  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        (("add bread to the basket for 2 euros", "put milk in my basket for 1 euro"),
         "milk. 2 things for 3 euros."),
        (("add bread to the basket for 2 euros", "put milk in the basket for 1 euro",
          "take the bread out of the basket"),
         "Taken out: bread. One thing for 1 euro."),
        (("put milk in the basket", "put it back"),
         "Taken out: milk. Your basket is empty now."),
        (("put milk in the basket", "remove ham from the basket"), "Not in your basket: ham."),
    ],
)  # fmt: skip
async def test_the_basket(texts, answer):
    assert (await answers(*texts)).endswith(answer)
