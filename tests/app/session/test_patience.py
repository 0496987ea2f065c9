"""How long the wearer waits for an answer: as long as whoever is asked may take."""

import pytest

from lorgnette.core.types import Language
from lorgnette.engines import TRANSLATOR
from lorgnette.skills import translate
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.translators import ScriptedTranslator

SHIPS = {("two ships", Language("fr")): "deux navires"}


@pytest.mark.parametrize(
    ("delay", "answer"), [(8.0, "deux navires"), (60.0, "That took too long. Please try again.")]
)
async def test_a_translation_takes_as_long_as_a_model_may(delay, answer):
    stage = Stage().types("translate two ships to French", at=0.0)
    translator = ScriptedTranslator(SHIPS, delay=delay)

    await converse(stage, [translate.skill], {TRANSLATOR: translator}, until=20.0)

    assert stage.ear == answer
