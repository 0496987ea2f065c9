from contextlib import aclosing

from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.engines import Translation, follow, ways
from lorgnette.engines.wrap.faithful import FaithfulTranslator
from lorgnette.testing.translators import ScriptedTranslator, check_translator

SPANISH = Language("es")
PRICE = "It costs $3.50, Rose"


def says(translated, **more):
    return ScriptedTranslator({(PRICE, SPANISH): translated}, **more)


async def spanish(translator):
    return await translator.translate(PRICE, source=ENGLISH, target=SPANISH)


async def test_a_faithful_translation_is_given_as_it_is():
    faithful = FaithfulTranslator(says("Cuesta 3,50 dólares, Rose"), ("Rose",))

    assert await spanish(faithful) == Translation("Cuesta 3,50 dólares, Rose")


async def test_what_was_lost_is_named_and_the_translation_approximate():
    faithful = FaithfulTranslator(says("Cuesta 35 dólares, Rosa"), ("Rose", "Anna"))

    assert await spanish(faithful) == Translation(
        "Cuesta 35 dólares, Rosa", approximate=True, lost=("$3.50", "Rose")
    )


class Growing(ScriptedTranslator):
    """A translator that is watched at work."""

    ways = frozenset({(ENGLISH, SPANISH)})

    async def follow(self, text, /, *, source, target, final):
        yield Translation("Cuesta")
        yield await self.translate(text, source=source, target=target)


async def followed(translator, *, final):
    stream = follow(translator, PRICE, source=ENGLISH, target=SPANISH, final=final)
    async with aclosing(stream) as translations:
        return [(each.text, each.lost) async for each in translations]


async def test_only_the_last_translation_of_a_sentence_is_marked():
    good = FaithfulTranslator(Growing({(PRICE, SPANISH): "Cuesta 3,50 dólares"}))
    bad = FaithfulTranslator(Growing({(PRICE, SPANISH): "Cuesta mucho"}))

    assert await followed(good, final=True) == [("Cuesta", ()), ("Cuesta 3,50 dólares", ())]
    assert await followed(bad, final=True) == [
        ("Cuesta", ()),
        ("Cuesta mucho", ()),
        ("Cuesta mucho", ("$3.50",)),
    ]
    assert await followed(bad, final=False) == [("Cuesta", ()), ("Cuesta mucho", ())]
    assert ways(good) == Growing.ways


async def test_it_keeps_the_promises_of_a_translator():
    scripted = ScriptedTranslator({("Good morning", CHINESE): "早上好"}, quick=True)

    await check_translator(FaithfulTranslator(scripted))


async def test_it_loads_and_closes_with_its_translator():
    class Heavy(ScriptedTranslator):
        said = ()

        async def warm_up(self):
            self.said += ("loaded",)

        async def aclose(self):
            self.said += ("closed",)

    heavy = Heavy({})
    await FaithfulTranslator(heavy).warm_up()
    await FaithfulTranslator(heavy).aclose()
    await FaithfulTranslator(ScriptedTranslator({})).warm_up()

    assert heavy.said == ("loaded", "closed")
