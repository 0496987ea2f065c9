import pytest

from lorgnette.core.errors import MissingPart
from lorgnette.providers.moonshine import transcriber
from lorgnette.providers.moonshine.search import Guess


def words(count):
    return tuple(["word"] * count)


def test_what_was_heard_word_for_word_leaves_little_doubt():
    assert transcriber.doubt(Guess(words(5), -1.0), -1.0) < 0.1


def test_a_wrong_word_is_doubtful_in_a_short_and_in_a_long_sentence():
    assert transcriber.doubt(Guess(words(2), -9.0), -1.0) > 0.7
    assert transcriber.doubt(Guess(words(16), -11.0), -1.0) > 0.7


def test_sounds_without_sense_are_doubtful_although_the_free_text_is_no_better():
    assert transcriber.doubt(Guess(words(2), -12.0), -12.0) > 0.7


def test_a_guess_that_is_likelier_than_the_free_text_is_no_negative_doubt():
    assert transcriber.doubt(Guess(words(3), 0.0), -5.0) == 0.0


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setattr(transcriber, "find_spec", lambda name: None)

    with pytest.raises(MissingPart, match="moonshine-voice"):
        transcriber.shipped_model()


def test_a_damaged_model_is_named(tmp_path):
    with pytest.raises(MissingPart, match=str(tmp_path)):
        transcriber.Transcriber(tmp_path)
