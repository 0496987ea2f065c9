"""Names in the form in which they are compared, and Chinese as it is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.store.places.names import is_han, pinyin, runs, sound, terms
from lorgnette.store.places.syllables import split


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Main St.", "main street"),
        ("St. Mary's Rd", "Saint Marys Road"),
        ("Bahnhofstr. 5", "Bahnhofstrasse 5"),
        ("Bahnhofstraße", "BAHNHOFSTRASSE"),
        ("Fifth Ave", "5th Avenue"),
        ("Café Lumière", "cafe lumiere"),
        ("Łódź", "lodz"),
        ("Örebro", "orebro"),
        ("中正號", "中正号"),
        ("Ｗｉｄｅ", "wide"),
    ],
)
def test_what_is_written_in_two_ways_is_one(one, other):
    assert runs(one) == runs(other)


def test_chinese_is_looked_for_in_pairs():
    assert terms("站前路 KFC 店") == ["站前", "前路", "kfc", "店"]
    assert [is_han(term) for term in terms("站前 kfc")] == [True, False]


def test_pairs_are_read_as_they_are_said():
    assert pinyin("重庆") == "chong qing"
    assert pinyin("银行") == "yin hang"
    assert sound("占钱") == sound("站前")
    assert sound("station") == sound("stashun")


@pytest.mark.parametrize(
    ("letters", "syllables"),
    [
        ("zhanqianlu", ("zhan", "qian", "lu")),
        ("chongqing", ("chong", "qing")),
        ("lvxing", ("lv", "xing")),
        ("erhuan", ("er", "huan")),
        ("nanjingxilu", ("nan", "jing", "xi", "lu")),
    ],
)
def test_pinyin_is_cut_into_syllables(letters, syllables):
    assert syllables in split(letters)


def test_xian_is_one_syllable_or_two():
    assert set(split("xian")) == {("xian",), ("xi", "an")}


@pytest.mark.parametrize("letters", ["", "station", "xyz", "bhf", "123"])
def test_what_is_no_pinyin_is_not_cut(letters):
    assert list(split(letters)) == []


@given(st.text(alphabet="zhangiouevrxqlyws", max_size=200))
def test_syllables_together_are_what_was_cut(letters):
    for way in split(letters):
        assert "".join(way) == letters


@given(st.text(max_size=100))
def test_terms_are_words_without_marks(text):
    for term in terms(text):
        assert term
        assert not any(char.isspace() or char == '"' for char in term)
        sound(term)
