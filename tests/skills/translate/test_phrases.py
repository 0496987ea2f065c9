import pytest

from lorgnette.core import cards
from lorgnette.core.errors import NotFound, NotOurs, UnsupportedLanguage
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.engines import THINKER, TRANSLATOR, Translation
from lorgnette.skills.translate import skill
from lorgnette.skills.translate.phrases import explain, likely, translate
from lorgnette.testing.turns import turn_for

FRENCH, GERMAN, JAPANESE, SPANISH = map(Language, ("fr", "de", "ja", "es"))


class Scripted:
    """Translates what it was told to; anything in Klingon is not supported."""

    def __init__(self, said):
        self.said = said
        self.asked = []

    async def translate(self, text, /, *, source, target):
        self.asked.append((text, source, target))
        if "tlh" in (source, target):
            raise UnsupportedLanguage
        if (text, source, target) not in self.said:
            raise NotFound
        return self.said[text, source, target]


def turn_with(said=(), engines=(), **more):
    return turn_for(skill, engines={TRANSLATOR: Scripted(dict(said)), **dict(engines)}, **more)


async def test_it_is_said_in_the_other_language_and_shown_with_what_it_means():
    turn = turn_with({("thank you", ENGLISH, FRENCH): Translation("merci")})

    reply = await translate(turn, "thank you", FRENCH)

    assert (reply.say, reply.speak_in) == ("merci", FRENCH)
    assert reply.card == cards.Text(
        title="merci", lines=(cards.Line("thank you"),), footer="French"
    )


async def test_what_is_uncertain_says_so():
    turn = turn_with({("the bill", ENGLISH, SPANISH): Translation("la cuenta", approximate=True)})

    reply = await translate(turn, "the bill", SPANISH)

    assert reply.card.title == "roughly: la cuenta"
    assert (reply.lead, reply.say, reply.speak_in) == ("Roughly:", "la cuenta", SPANISH)


async def test_a_long_translation_is_not_cut():
    long = "sehr " * 100
    turn = turn_with({("very", ENGLISH, GERMAN): Translation(long)})

    reply = await translate(turn, "very", GERMAN)

    assert reply.card.title == ""
    assert reply.card.lines[0].text == long.strip()


@pytest.mark.parametrize(
    ("target", "says"),
    [
        (GERMAN, "I don't know how to say “hm” in German."),
        (Language("tlh"), "I can't translate into tlh yet."),
        (ENGLISH, "That is English already."),
    ],
)
async def test_what_cannot_be_translated_is_told(target, says):
    assert (await translate(turn_with(), "hm", target)).say == says


async def test_the_source_may_be_named():
    turn = turn_with({("gracias", SPANISH, GERMAN): Translation("danke")})

    assert (await translate(turn, "gracias", GERMAN, SPANISH)).say == "danke"


async def test_a_language_that_nobody_named_is_found():
    turn = turn_with({("danke", GERMAN, ENGLISH): Translation("thank you")})

    reply = await explain(turn, "danke")

    assert reply.say == "In German, “danke” means “thank you”."
    assert reply.speak_in is None


async def test_a_guess_in_a_guessed_language_is_no_answer():
    turn = turn_with({("hej", SPANISH, ENGLISH): Translation("hej", approximate=True)})

    assert (await explain(turn, "hej")).say == "I don't know what “hej” means."
    assert (await explain(turn, "hej", SPANISH)).say == "In Spanish, “hej” means “roughly: hej”."


def test_letters_tell_what_a_phrase_may_be():
    assert likely("gracias", ENGLISH) == ["es", "fr", "de", "it", "pt"]
    assert likely("gracias", CHINESE)[0] == ENGLISH
    assert likely("谢谢", ENGLISH) == [CHINESE, JAPANESE]
    assert likely("ありがとう", ENGLISH) == [JAPANESE]
    assert likely("спасибо", ENGLISH) == ["ru"]


async def test_what_no_translator_knows_a_model_may_explain():
    turn = turn_with({("hola", SPANISH, ENGLISH): Translation("hello")}, {THINKER: None})

    with pytest.raises(NotOurs):
        await explain(turn, "serendipity")
    assert "hello" in (await explain(turn, "hola")).say
    assert "don't know" in (await explain(turn, "serendipity", SPANISH)).say
