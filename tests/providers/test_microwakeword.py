import gc
import importlib.util

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import ConfigurationError, MissingPart
from lorgnette.providers.microwakeword import MicroWakeWord
from lorgnette.providers.microwakeword.model import Model, package
from lorgnette.testing.signals import quiet, voiced
from lorgnette.testing.wakewords import check_wake_word


@pytest.mark.real
def test_keeps_the_promises_of_a_wake_word():
    check_wake_word(MicroWakeWord())


@pytest.mark.real
def test_says_what_the_library_says():
    from pymicro_wakeword import MicroWakeWord as Library
    from pymicro_wakeword import MicroWakeWordFeatures
    from pymicro_wakeword import Model as Word

    sound = quiet(0.5) + voiced(0.7) + quiet(0.5)
    library, features = Library.from_builtin(Word.HEY_JARVIS), MicroWakeWordFeatures()
    theirs = []
    for feature in features.process_streaming(sound):
        library.process_streaming_prob(feature)
        if not library._features:
            theirs.append(library._probabilities[-1])
    ours = [score for _, score in MicroWakeWord().open(["hey jarvis"]).hear(sound)]

    assert ours == pytest.approx(theirs, abs=1e-6)
    assert len(ours) > 50


def test_the_shipped_words_are_known_without_loading_them():
    assert "hey jarvis" in MicroWakeWord().words


def test_another_model_may_be_given_as_a_file(tmp_path):
    card = tmp_path / "own.json"
    card.write_text('{"wake_word": "Okay Lorgnette", "model": "own.tflite", "version": 2}')
    words = MicroWakeWord([card])

    assert "okay lorgnette" in words.words
    with pytest.raises(ConfigurationError, match=r"own\.tflite"):
        words.open(["okay lorgnette"])


@given(st.binary(max_size=100))
def test_a_file_that_describes_no_word_is_refused(tmp_path_factory, content):
    card = tmp_path_factory.getbasetemp() / "card.json"
    card.write_bytes(content)
    with pytest.raises(ConfigurationError, match="does not describe a wake word"):
        Model(card)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ConfigurationError, match="does not describe a wake word"):
        Model(tmp_path / "none.json")


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr("lorgnette.providers.microwakeword.model.find_spec", lambda name: None)
    with pytest.raises(MissingPart, match="pip install pymicro-wakeword"):
        package()


@pytest.mark.real
def test_streams_end_without_a_trace():
    words = MicroWakeWord()
    for _ in range(3):
        meter = words.open(words.words)
        meter.hear(voiced(0.2))
        meter.reset()
        del meter
        gc.collect()
