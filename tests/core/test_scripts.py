from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.scripts import possible, runs


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", [("Good morning.", "en")]),
        ("en", [("In Chinese that is «", "en"), ("你好», ", "zh"), ("my friend.", "en")]),
        ("en", [("駅はどこですか。", "ja")]),
        ("fr", [("안녕 ", "ko"), ("monde", "fr")]),
        ("zh", [("我喜欢 The Beatles 的歌", "zh")]),
        ("zh", [("Where is the station?", "en")]),
        ("zh", [("请说：", "zh"), ("ありがとう", "ja")]),
        ("ja", [("駅", "ja")]),
        ("uk", [("Добрий день", "uk")]),
        ("en", [("Добрый день", "ru")]),
        ("zh", [("12:30", "zh")]),
        ("en", [("", "en")]),
    ],
)
def test_a_text_is_spoken_in_the_language_of_its_script(language, expected):
    assert runs("".join(text for text, _ in expected), language) == expected


@given(st.text(), st.sampled_from(["en", "zh", "ja", "ru", "sr", "xx"]))
def test_no_letter_is_lost(text, language):
    found = runs(text, language)

    assert "".join(run for run, _ in found) == text
    assert all(one[1] != two[1] for one, two in pairwise(found))


@pytest.mark.parametrize(
    ("text", "among", "expected"),
    [
        ("Where is it?", "en zh", "en"),
        ("Where is it?", "en es zh", "en es"),
        ("在哪里？", "zh ja en", "zh ja"),
        ("駅はどこですか", "zh ja", "ja"),
        ("我喜欢 The Beatles 的歌", "zh en", "zh"),
        ("The 北京 duck restaurant", "zh en", "en"),
        ("私はiPhone", "en ja zh", "ja"),
        ("Я из USA", "en uk ru", "uk ru"),
        ("12:30?", "en zh", ""),
        ("привет", "en zh", ""),
        ("zdravo", "sr zh", "sr"),
    ],
)
def test_the_script_leaves_some_languages_possible(text, among, expected):
    assert possible(text, among.split()) == expected.split()


SOME = st.lists(st.sampled_from(["en", "zh", "ja", "ru", "sr"]), min_size=1, unique=True)


@given(st.text(), SOME)
def test_what_is_possible_keeps_its_order(text, among):
    found = possible(text, among)

    assert [each for each in among if each in found] == found
