import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.core.words import split
from lorgnette.understanding.script import NUMBER, Script, spoken


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("in 2026 we sold 1,250 units", "in twenty twenty six we sold twelve hundred fifty units"),
        ("at 10:30 on the 1st of May", "at ten thirty on the first of May"),
        ("it cost $5 million", "it cost five million"),
        ("minus -3", "minus three"),
    ],
)
def test_numbers_are_alike_however_they_are_written(written, said):
    assert Script(written, ENGLISH).words == Script(said, ENGLISH).words


def test_chinese_numbers_are_alike_too():
    written = Script("2016年11月，4000页", CHINESE)
    said = spoken(split("二零一六年十一月四千页", CHINESE))

    assert [*written.words] == said == [NUMBER, "年", NUMBER, "月", NUMBER, "页"]


def test_each_word_knows_where_it_stands():
    text = "Dear guests, in 20 25 we were 12."
    script = Script(text, ENGLISH)

    written = [text[start:end] for start, end in script.spans]

    assert written == ["Dear", "guests", "in", "20 25", "we", "were", "12"]


def test_a_word_that_was_misheard_is_known_by_its_sound():
    script = Script("a borrowed kettle and a garden", ENGLISH)

    assert script.alike("kettle") == {"kettle": 1.0}
    assert 0.3 <= script.alike("cattle")["kettle"] < 1
    assert not script.alike("elephant")
    assert not script.alike("")


def test_a_character_that_sounds_the_same_is_known():
    assert Script("她亲手修好了屋顶", CHINESE).alike("清")["亲"] > 0.3


def test_rare_long_words_tell_most():
    script = Script("the library of the town and the people of the library of Margaret", ENGLISH)

    worth = script.worth

    assert worth["margaret"] == 1.0
    assert worth["margaret"] > worth["library"] > worth["and"] > worth["the"]


@given(st.text(max_size=200), st.sampled_from([ENGLISH, CHINESE]))
def test_any_text_is_a_script(text, language):
    script = Script(text, language)

    assert len(script.words) == len(script.spans)
    assert all(0 <= start < end <= len(text) for start, end in script.spans)
    assert list(script.spans) == sorted(script.spans)
    assert all(script.alike(word).get(word) == 1.0 for word in script.words)
