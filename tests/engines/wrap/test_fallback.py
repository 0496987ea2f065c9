import pytest

from lorgnette.core.errors import EngineFailed, MissingPart, NotFound, UnsupportedLanguage
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.engines.wrap.fallback import Fallback
from lorgnette.testing.translators import ScriptedTranslator, check_translator

FRENCH = Language("fr")


class Refusing:
    """A translator that always raises the same."""

    def __init__(self, error):
        self.error = error
        self.warm = self.closed = False

    async def translate(self, text, /, *, source, target):
        raise self.error

    async def warm_up(self):
        self.warm = True

    async def aclose(self):
        self.closed = True


def knows(**known):
    return ScriptedTranslator({(text, FRENCH): said for text, said in known.items()})


async def french(translator, text):
    return (await translator.translate(text, source=ENGLISH, target=FRENCH)).text


async def test_the_first_that_can_does_and_the_others_are_not_asked():
    first, second = knows(hello="bonjour"), knows(hello="salut", bye="au revoir")
    both = Fallback(first, second)

    assert await french(both, "hello") == "bonjour"
    assert second.asked == []
    assert await french(both, "bye") == "au revoir"


@pytest.mark.parametrize("error", [NotFound, UnsupportedLanguage, MissingPart, EngineFailed])
async def test_whatever_stops_one_the_next_is_asked(error):
    assert (
        await french(Fallback(Refusing(error("no")), knows(hello="bonjour")), "hello") == "bonjour"
    )


@pytest.mark.parametrize(
    ("errors", "told"),
    [
        ((NotFound, MissingPart), NotFound),
        ((UnsupportedLanguage, MissingPart), MissingPart),
        ((NotFound, UnsupportedLanguage), NotFound),
        ((NotFound, EngineFailed), EngineFailed),
    ],
)
async def test_when_none_can_the_most_useful_error_is_raised_and_notes_the_others(errors, told):
    for order in (errors, errors[::-1]):
        nobody = Fallback(*(Refusing(error(f"from {error.__name__}")) for error in order))
        with pytest.raises(told, match=f"from {told.__name__}") as raised:
            await french(nobody, "hello")
        (other,) = set(errors) - {told}
        assert raised.value.__notes__ == [f"{other.__name__}: from {other.__name__}"]


async def test_an_error_that_nobody_expected_is_not_hidden():
    with pytest.raises(ZeroDivisionError):
        await french(Fallback(Refusing(ZeroDivisionError()), knows(hello="bonjour")), "hello")


async def test_those_that_can_are_warmed_up_and_closed():
    one = Refusing(NotFound("no"))
    both = Fallback(knows(), one)
    await both.warm_up()
    assert (one.warm, one.closed) == (True, False)
    await both.aclose()
    assert one.closed


async def test_it_keeps_the_promises_of_a_translator():
    phrases = {("Good morning", CHINESE): "早上好"}
    await check_translator(Fallback(ScriptedTranslator({}), ScriptedTranslator(phrases)))
