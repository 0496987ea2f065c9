import pytest

from lorgnette.core.types import ENGLISH, Language
from lorgnette.testing.languageidentifiers import (
    SAID,
    ScriptedIdentifier,
    check_language_identifier,
)

SPANISH = Language("es")


def scripted():
    return ScriptedIdentifier({text: language for language, text in SAID.items()})


async def test_the_scripted_identifier_keeps_the_promises():
    await check_language_identifier(scripted())


async def test_it_knows_what_it_was_told_and_the_scripts():
    identifier = ScriptedIdentifier({"hola": SPANISH})

    assert (await identifier.identify("hola", (ENGLISH, SPANISH)))[SPANISH] == 0.9
    assert list(await identifier.identify("你好", (ENGLISH, Language("zh")))) == ["zh", "en"]
    assert await identifier.identify("what", (SPANISH, ENGLISH)) == {SPANISH: 0.5, ENGLISH: 0.5}


class Wrong(ScriptedIdentifier):
    """An identifier that breaks one promise."""

    def __init__(self, fault):
        super().__init__({text: language for language, text in SAID.items()})
        self.fault = fault

    async def identify(self, text, /, among):
        if self.fault == "knows everybody":
            among = [Language("zh") if each == "zz" else each for each in among]
        scores = await super().identify(text, among)
        if self.fault == "turned round":
            return dict(reversed(scores.items()))
        if self.fault == "sure of nothing" and not text.strip():
            return {among[-1]: 1.0} | dict.fromkeys(among[:-1], 0.0)
        if self.fault == "names another":
            return {**scores, Language("xx"): 0.0}
        return {each: score * 2 for each, score in scores.items()} if self.fault == "2" else scores


@pytest.mark.parametrize(
    "fault", ["knows everybody", "turned round", "sure of nothing", "names another", "2"]
)
async def test_a_broken_promise_is_found(fault):
    with pytest.raises(AssertionError):
        await check_language_identifier(Wrong(fault))
