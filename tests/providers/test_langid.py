import sys

import anyio
import pytest

from lorgnette.core.errors import EngineFailed, MissingPart, UnsupportedLanguage
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.providers import langid
from lorgnette.providers.langid import KNOWN, Py3langid
from lorgnette.testing.languageidentifiers import check_language_identifier

SPANISH = Language("es")


@pytest.mark.slow
@pytest.mark.asyncio
async def test_it_keeps_the_promises_of_a_language_identifier():
    await check_language_identifier(Py3langid({}))


@pytest.mark.slow
def test_it_knows_which_languages_the_model_knows():
    assert set(langid._load().labels) - {"zxx"} == KNOWN


@pytest.fixture
def no_model(monkeypatch):
    """Whoever loads the model fails the test."""

    def load():
        raise AssertionError("the model was loaded")

    monkeypatch.setattr(langid, "_load", load)


async def test_what_the_script_decides_needs_no_model(no_model):
    identifier = Py3langid({})

    chinese = await identifier.identify("在哪里？", (ENGLISH, CHINESE))
    assert chinese == pytest.approx({CHINESE: 0.99, ENGLISH: 0.01})
    assert list(chinese) == [CHINESE, ENGLISH]
    assert list(await identifier.identify("Where?", (CHINESE, ENGLISH))) == [ENGLISH, CHINESE]
    assert await identifier.identify("7:30", (ENGLISH, SPANISH)) == {ENGLISH: 0.5, SPANISH: 0.5}
    assert await identifier.identify("hola", (SPANISH,)) == {SPANISH: 1.0}


class Model:
    """A model that has made up its mind."""

    def __init__(self, **scores):
        self.scores = scores
        self.loaded = 0

    def load(self):
        self.loaded += 1
        return self

    def rank(self, text):
        return list(self.scores.items())


async def test_the_model_decides_among_the_languages_of_the_script(monkeypatch):
    model = Model(en=-20.0, es=-10.0, zh=0.0, zu=5.0)
    monkeypatch.setattr(langid, "_load", model.load)
    identifier = Py3langid({})

    async with anyio.create_task_group() as several:
        for _ in range(3):
            several.start_soon(identifier.identify, "hola", (ENGLISH, SPANISH))
    scores = await identifier.identify("hola", (ENGLISH, CHINESE, SPANISH))

    assert list(scores) == [SPANISH, CHINESE, ENGLISH]
    assert scores[SPANISH] > 0.97
    assert scores[CHINESE] == pytest.approx(0.01)
    assert model.loaded == 1


async def test_a_language_it_does_not_know_is_refused_by_name(no_model):
    with pytest.raises(UnsupportedLanguage, match="tlh"):
        await Py3langid({}).identify("nuqneH", (ENGLISH, Language("tlh")))


def test_without_the_package_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "py3langid", None)
    monkeypatch.delitem(sys.modules, "py3langid.langid", raising=False)

    with pytest.raises(MissingPart, match="pip install py3langid"):
        Py3langid({})


async def test_a_damaged_model_is_one_sentence(monkeypatch, tmp_path):
    (tmp_path / "model.npz.xz").write_bytes(b"not a model")
    monkeypatch.setattr("py3langid.langid.MODEL_FILE", tmp_path / "model.npz.xz")

    with pytest.raises(EngineFailed, match="install it again"):
        await Py3langid({}).identify("hola", (ENGLISH, SPANISH))
