import pytest

from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.understanding.spelled import spelled


@pytest.mark.parametrize(
    ("figure", "english", "chinese"),
    [
        ("0", "zero", "零"),
        ("10", "ten", "十"),
        ("16", "sixteen", "十六"),
        ("25", "twenty five", "二十五"),
        ("100", "one hundred", "一百"),
        ("105", "one hundred five", "一百零五"),
        ("112", "one hundred twelve", "一百一十二"),
        ("340", "three hundred forty", "三百四十"),
    ],
)
def test_figures_as_words(figure, english, chinese):
    assert " ".join(spelled(figure, ENGLISH)) == english
    assert "".join(spelled(figure, CHINESE)) == chinese


@pytest.mark.parametrize("word", ["", "ten", "1000", "-1", "1.5", "²", "٣"])
def test_other_words_stay(word):
    assert spelled(word, ENGLISH) == ()


def test_other_languages_are_left_alone():
    assert spelled("5", Language("fr")) == ()
