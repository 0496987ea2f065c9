from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.scripts import runs


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
