"""«Open it»: a link on the wearer's page, at once or after a yes, and never anything else."""

import pytest

from lorgnette.core.cards import Text
from lorgnette.core.codes import Code, Symbology
from lorgnette.core.pictures import Box
from lorgnette.core.types import AR, CHINESE, ENGLISH, EVERYDAY
from lorgnette.engines import CODE_READER
from lorgnette.skills import Reply, Skill
from lorgnette.skills.look import skill as look
from lorgnette.testing.codereaders import ScriptedCodes
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.views import plain

PAGE = "https://shop.example/a?b=1"
PLACES = (((0, 0), (90, 0), (90, 90), (0, 90)), ((10, 0), (100, 0), (100, 90), (10, 90)))

more = Skill("more")


@more.action("what is more")
async def shown(turn):
    """Show a card of which there is more."""
    return Reply(say="More.", card=Text(title="More", page="goods/1"))


async def after(stage, *codes, contested=False):
    """What was said in all."""
    found = [Code(Symbology.QR, text, Box(PLACES[0]), contested=contested) for text in codes]
    stage.sees(plain(), at=0)
    engines = {CODE_READER: ScriptedCodes(found)}
    await converse(stage, [look, more], engines, until=stage.last_cue + 8)
    return " ".join(map(str.strip, stage.read))


def asks(*texts, **given):
    stage = Stage(**given)
    for number, text in enumerate(texts):
        stage.types(text, at=1.0 + 8 * number)
    return stage


def opened(stage):
    """The pages to which the wearer's page was sent."""
    return [(card.page, card.title) for card in stage.shown if card.opens]


@pytest.mark.parametrize(("profile", "sent"), [(AR, [("today", "shop.example")]), (EVERYDAY, [])])
async def test_a_link_is_put_on_the_page_when_the_wearer_asks(profile, sent):
    stage = asks("scan this", profile=profile)
    await after(stage, PAGE)
    assert opened(stage) == []
    stage = asks("scan this", "open it", profile=profile)
    said = await after(stage, PAGE)
    assert said.endswith("The link to shop.example is on your page. Tap it there to open it.")
    assert opened(stage) == sent


@pytest.mark.slow
@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("https://\u0430pple.com/", "Careful: its letters look like those of another address."),
        ("http://192.168.0.1/x", "Careful: the address is a number and no name."),
        ("https://bank.example@evil.example/", "Careful: what comes before the @"),
    ],
)
async def test_a_doubtful_link_needs_a_yes(address, why):
    stage = asks("scan this", "open it", "no")
    said = (await after(stage, address)).partition("It leads to")[2]
    assert why in said.partition("Should I put the link on your page?")[0]
    assert opened(stage) == []
    stage = asks("scan this", "open the link", "yes")
    assert "is on your page" in await after(stage, address)
    assert len(opened(stage)) == 1


async def test_a_link_under_another_code_needs_a_yes():
    stage = asks("scan this", "open it")
    said = await after(stage, PAGE, contested=True)
    assert said.endswith("Should I put the link on your page?")
    assert opened(stage) == []


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "data:text/html,x", "tel:+491234", "hello", "file:///etc/passwd"],
)
async def test_what_is_no_page_of_the_web_is_never_opened(text):
    stage = asks("scan this", "open it", "yes")
    assert "That is nothing I put on your page." in await after(stage, text)
    assert opened(stage) == []


async def test_the_website_of_a_contact_is_a_link_too():
    stage = asks("scan this", "show me the website")
    await after(stage, "BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nURL:www.anna.example\nEND:VCARD")
    assert opened(stage) == [("today", "www.anna.example")]


async def test_whatever_has_a_page_is_opened_there():
    stage = asks("what is more", "show it on my page")
    assert (await after(stage)).endswith("It is on your page.")
    assert opened(stage) == [("goods/1", "It is on your page.")]


@pytest.mark.parametrize(
    ("spoken", "asked", "answer"),
    [
        (ENGLISH, "open it", "I have seen nothing lately"),
        (CHINESE, "打开它", "最近没有看到能放到页面上的东西"),
    ],
)
async def test_without_anything_seen_there_is_nothing_to_open(spoken, asked, answer):
    assert (await after(asks(asked, language=spoken))).startswith(answer)


async def test_in_chinese():
    stage = asks("扫一下", "打开链接", language=CHINESE)
    told = "通向 shop.example 的链接已在您的页面上，点一下就能打开。"
    assert (await after(stage, PAGE)).endswith(told)
