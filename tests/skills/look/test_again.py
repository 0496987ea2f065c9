"""Going on about what was read: once more, further, one line, letter by letter, and keeping it."""

import pytest

from lorgnette.core.codes import Code, Symbology
from lorgnette.core.pictures import Box
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.engines import CATALOGUE, CODE_READER, READER, TRANSLATOR, Translation
from lorgnette.skills.look import skill as look
from lorgnette.skills.notes import skill as notes
from lorgnette.skills.shopping import skill as shopping
from lorgnette.testing.catalogues import ScriptedCatalogue
from lorgnette.testing.codereaders import ScriptedCodes
from lorgnette.testing.readers import ScriptedReader, row
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.views import plain

MENU = (
    row("Lunch", (10, 10)),
    row("Noodle soup", (10, 50)),
    row("9.50", (300, 50)),
    row("Green tea", (10, 80)),
    row("3.20", (300, 80)),
    row("Vegetarian dumplings", (10, 110)),
    row("7.00", (300, 110)),
)
CHINESE_MENU = (
    row("番茄汤", (10, 10)),
    row("12元", (300, 10)),
    row("绿茶", (10, 50)),
    row("8元", (300, 50)),
    row("素饺子", (10, 90)),
    row("15元", (300, 90)),
)


async def play(stage, *sights, codes=((),), more=None, gone_at=None, after=5):
    """Every picture has what comes next of `sights`; what was said, utterance by utterance."""
    stage.sees(plain(), at=0)
    if gone_at is not None:
        stage.sees("busy", at=gone_at)
    engines = {
        CODE_READER: ScriptedCodes(*codes),
        READER: ScriptedReader(*sights),
        CATALOGUE: ScriptedCatalogue(),
        **(more or {}),
    }
    await converse(stage, [look, shopping, notes], engines, until=stage.last_cue + after)
    return " ".join(map(str.strip, stage.read))


def asks(*texts, language=ENGLISH, every=6):
    stage = Stage(language=language)
    for number, text in enumerate(texts):
        stage.types(text, at=1.0 + every * number)
    return stage


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("what does the soup cost", "Noodle soup 9.50."),
        ("how much is the green tea", "Green tea 3.20."),
        ("how much is the green tee", "Green tea 3.20."),
        ("what do noodles cost", "Noodle soup 9.50."),
        ("how much is the coffee", "I don't see “coffee” on it."),
        ("how much is the soup and the tea", "Noodle soup 9.50. Green tea 3.20. Together 12.70."),
        ("how much is the soup and the wine", "I don't see “wine” on it."),
        ("is the soup vegetarian", "Nothing on it says vegetarian. Please ask."),
        ("are the dumplings vegetarian", "Vegetarian dumplings 7.00."),
        ("what can I get for 8 euros", "Vegetarian dumplings 7.00. Green tea 3.20."),
        ("what costs less than 2 euros", "I see nothing for 2 euros or less."),
        ("what's the cheapest", "Green tea 3.20."),
        ("what is the most expensive dish", "Noodle soup 9.50."),
        ("is there anything vegetarian", "Vegetarian dumplings 7.00."),
        ("is there anything halal", "Nothing on it says halal. Please ask."),
        ("do they have noodles", "Noodle soup 9.50."),
        ("do they have coffee", "I don't see “coffee” on it."),
        ("read the second line", "Noodle soup 9.50."),
        ("read only the title", "Lunch."),
        ("what about the dumplings", "Vegetarian dumplings 7.00."),
        ("read the last line", "Vegetarian dumplings 7.00."),
        ("read line nine", "It has only 4 lines."),
        ("read it again", "Lunch. Noodle soup 9.50. Green tea 3.20. Vegetarian dumplings 7.00."),
        ("read on", "That was all of it. Hold up the next page and say «next page»."),
        ("spell the word soup", "S, O, U, P."),
        ("save it as a note", "Kept as a note."),
    ],
)
async def test_after_reading_a_menu(asked, answer):
    said = await play(asks("read this", asked), MENU, ())
    assert said.partition("dumplings 7.00. ")[2] == answer


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("汤多少钱", "番茄汤 12元。"),
        ("陆茶多少钱", "绿茶 8元。"),
        ("咖啡多少钱", "上面没看到“咖啡”。"),
        ("最便宜的是什么", "绿茶 8元。"),
        ("十二块钱以内有什么", "番茄汤 12元。绿茶 8元。"),
        ("饺子是素的吗", "素饺子 15元。"),
        ("有素食吗", "素饺子 15元。"),
        ("读第一行", "番茄汤 12元。"),
    ],
)
async def test_after_reading_a_menu_in_chinese(asked, answer):
    said = await play(asks("读一下这个", asked, language=CHINESE), CHINESE_MENU, ())
    assert said.replace("。 ", "。").endswith(f"素饺子 15元。{answer}")


async def test_without_a_price_list_nothing_is_missing_on_it():
    said = await play(asks("read this", "what does the soup cost"), (row("Way out", (10, 10)),))
    assert said.endswith("I know no price of “the soup”.")


@pytest.mark.slow
async def test_a_long_text_is_read_on_where_it_stopped():
    page = [row(f"This is line number {n} of it", (10, 40 * n)) for n in range(40)]
    said = await play(asks("read this", "read on", "read on", every=60), page, after=50)
    assert [said.count(f" line number {n} of") for n in range(40)] == [1] * 40
    assert said.endswith("say «next page».")


@pytest.mark.slow
async def test_who_interrupts_goes_on_with_the_line_they_did_not_hear():
    page = [row(f"This is line number {n} of it", (10, 40 * n)) for n in range(12)]
    stage = asks("read this", "read on", every=10)
    await play(stage, page, after=25)
    assert [stage.ear.count(f" line number {n} of it.") for n in range(12)] == [1] * 12
    assert any("flush" in line for line in stage.script)


async def test_the_next_page_is_read_anew():
    said = await play(asks("read this", "next page"), MENU, (row("Dinner", (10, 10)),))
    assert said.endswith("Dinner.")


async def test_what_is_asked_first_is_looked_at_first():
    assert await play(asks("what's the cheapest"), MENU) == "Green tea 3.20."
    assert await play(asks("do they have coffee"), MENU) == "I didn't understand that."


async def test_a_word_of_many_is_asked_for_before_it_is_spelled():
    said = await play(asks("read this", "spell it", "dumplings"), MENU)
    assert said.endswith("Which word? D, U, M, P, L, I, N, G, S.")
    said = await play(asks("read this", "spell it"), (row("Way out", (10, 10)),))
    assert said.endswith("W, A, Y, O, U, T.")


async def test_what_was_kept_is_among_the_notes():
    said = await play(asks("read this", "save it as a note", "read my notes"), MENU)
    assert "Green tea 3.20" in said.partition("Kept as a note.")[2]


async def test_lines_come_on_the_shopping_list_after_a_yes():
    steps = ("read this", "copy it to my shopping list", "yes", "what's on my shopping list")
    said = await play(asks(*steps), MENU)
    assert "Should I put these 4 lines on your list?" in said
    assert said.endswith("On your list: Lunch, Noodle soup, Green tea, Vegetarian dumplings.")


def code(text):
    return Code(Symbology.QR, text, Box(((0, 0), (90, 0), (90, 90), (0, 90))))


async def test_a_code_is_told_spelled_and_kept_too():
    seen = ([code("https://shop.example/a")],)
    said = await play(asks("scan this", "read it again"), codes=seen)
    assert said == "It leads to shop.example. It leads to shop.example."
    said = await play(asks("scan this", "spell it"), codes=seen)
    assert said.endswith("S, H, O, P, dot, E, X, A, M, P, L, E.")
    said = await play(asks("scan this", "save it as a note", "read my notes"), codes=seen)
    assert "https://shop.example/a" in said


async def test_a_package_is_read_for_what_no_catalogue_knows():
    product = Code(Symbology.EAN_13, "3017620422003", Box(((0, 0), (90, 0), (90, 30), (0, 30))))
    for line, answer in (("100% vegan", "100% vegan."), ("Oats", "Nothing on it says vegan.")):
        said = await play(
            asks("scan this", "is it vegan"), (row(line, (10, 10)),), codes=([product],)
        )
        assert answer in said


async def test_the_password_of_a_network_is_told_again():
    wifi = ([code("WIFI:S:Cafe;T:WPA;P:espresso;;")],)
    said = await play(asks("scan this", "what was the password"), codes=wifi)
    assert said.endswith("The password is espresso.")
    wifi = ([code("WIFI:S:Cafe;T:nopass;;")],)
    assert (await play(asks("scan this", "what's the password"), codes=wifi)).endswith(
        "It has no password."
    )
    assert await play(asks("what's the password")) == "I didn't understand that."


class Upper:
    """A translator into capitals."""

    quick = True
    ways = frozenset({("de", "en")})

    async def translate(self, text, /, *, source, target):
        return Translation(text.upper())


async def test_what_is_out_of_sight_is_translated_as_it_was_read():
    stage = asks("read this", "translate it")
    said = await play(
        stage, (row("Straße gesperrt für Fußgänger", (10, 10)),), more={TRANSLATOR: Upper()},
        gone_at=7.0,
    )  # fmt: skip
    assert said.endswith("STRASSE GESPERRT FÜR FUSSGÄNGER.")
