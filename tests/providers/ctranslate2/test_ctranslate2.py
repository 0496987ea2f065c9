"""Real models, made by the tests, in the hands of the real library."""

import shutil
import sys
from contextlib import aclosing

import anyio
import pytest

from lorgnette.core.errors import (
    ConfigurationError,
    EngineFailed,
    MissingPart,
    NotFound,
    UnsupportedLanguage,
)
from lorgnette.core.types import ENGLISH, Language
from lorgnette.engines import Translation, follow
from lorgnette.engines.wrap.faithful import FaithfulTranslator
from lorgnette.providers.ctranslate2 import CTranslate2
from lorgnette.testing.translators import check_translator

pytestmark = [pytest.mark.real, pytest.mark.asyncio]

SPANISH, GERMAN, CHINESE = Language("es"), Language("de"), Language("zh")
TEXT = "Good morning. It is 7:30!"


async def translated(translator, text=TEXT, source=ENGLISH, target=SPANISH):
    return (await translator.translate(text, source=source, target=target)).text


async def followed(translator, text=TEXT, *, final):
    stream = follow(translator, text, source=ENGLISH, target=SPANISH, final=final)
    async with aclosing(stream) as translations:
        return [each.text async for each in translations]


async def test_it_keeps_the_promises_of_a_translator(model, tables):
    model("opus-mt-en-es")

    await check_translator(FaithfulTranslator(CTranslate2(tables)), target=SPANISH)


@pytest.mark.parametrize("eos", [False, True])
async def test_a_model_of_opus_translates_one_way(model, tables, eos):
    model("opus-mt-en-es", eos=eos)
    translator = CTranslate2(tables)

    assert translator.ways == {(ENGLISH, SPANISH)}
    assert await translated(translator) == TEXT
    with pytest.raises(UnsupportedLanguage, match="from es to en"):
        await translated(translator, source=SPANISH, target=ENGLISH)


async def test_a_model_of_opus_for_several_targets_is_told_which(model, tables):
    model("opus-mt-en-zh", ">>cmn_Hans<<", ">>jpn<<")
    translator = CTranslate2(tables)

    # The copy begins with the mark that was put before the source.
    assert await translated(translator, "fox", target=CHINESE) == ">>cmn_Hans<< fox"


@pytest.mark.parametrize(
    ("name", "marks", "file"),
    [
        ("nllb", ("eng_Latn", "spa_Latn", "deu_Latn"), "sentencepiece.bpe.model"),
        ("m2m", ("__en__", "__es__", "__de__"), "spm.128k.model"),
    ],
)
async def test_a_model_of_many_languages_translates_each_into_each(
    model, tables, name, marks, file
):
    model(name, *marks, shared=[file])
    translator = CTranslate2(tables)

    assert len(translator.ways) == 6
    assert await translated(translator, source=GERMAN, target=ENGLISH) == TEXT
    with pytest.raises(UnsupportedLanguage):
        await translated(translator, target=CHINESE)


async def test_a_tail_waits_until_its_model_is_loaded_and_idle(model, tables):
    model("opus-mt-en-es")
    translator = CTranslate2(tables)

    assert await followed(translator, final=False) == []
    assert await followed(translator, final=True) == [TEXT]
    assert await followed(translator, final=False) == [TEXT]
    async with anyio.create_task_group() as both:
        both.start_soon(translated, translator, TEXT * 8)
        await anyio.wait_all_tasks_blocked()
        assert await followed(translator, final=False) == []


async def test_nobody_waits_for_a_sentence_that_was_cancelled(model, tables):
    model("opus-mt-en-es")
    translator = CTranslate2(tables)
    await translated(translator)

    with anyio.fail_after(30):
        for _ in range(5):
            with anyio.move_on_after(0.001):
                await followed(translator, "quick brown fox " * 20, final=False)
        assert await translated(translator) == TEXT


async def test_what_is_no_text_is_not_translated(model, tables):
    model("opus-mt-en-es")
    translator = CTranslate2(tables)

    for text in ("", "\n", "?!", "x" * 2001):
        with pytest.raises(NotFound):
            await translated(translator, text)
    await translator.aclose()
    assert await translator.translate("fox", source=ENGLISH, target=SPANISH) == Translation("fox")


async def test_a_model_that_cannot_be_used_stands_in_nobodys_way(model, tables):
    (model("nameless") / "config.json").unlink()
    model("opus-mt-en-es")

    assert CTranslate2(tables).ways == {(ENGLISH, SPANISH)}


async def test_a_damaged_model_is_told_when_it_is_needed(model, tables):
    folder = model("opus-mt-en-es")
    (folder / "model.bin").unlink()
    (folder / "model.bin").write_bytes(b"not a model")

    with pytest.raises(EngineFailed, match="opus-mt-en-es cannot be loaded"):
        await translated(CTranslate2(tables))


def test_without_a_model_that_can_be_used_it_says_what_is_wrong(model, tables, tmp_path):
    with pytest.raises(MissingPart, match="there are none in"):
        CTranslate2(tables)
    folder = model("nameless")
    with pytest.raises(ConfigurationError, match="name it like opus-mt-en-zh"):
        CTranslate2(tables)
    (folder / "target.spm").unlink()
    with pytest.raises(ConfigurationError, match=r"has no target\.spm"):
        CTranslate2(tables)
    shutil.rmtree(tmp_path / "models")


def test_without_the_packages_it_says_what_to_install(model, tables, monkeypatch):
    model("opus-mt-en-es")
    monkeypatch.setitem(sys.modules, "sentencepiece", None)

    with pytest.raises(MissingPart, match=r"pip install 'lorgnette\[translate\]'"):
        CTranslate2(tables)
