import pytest

from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.core.words import split
from lorgnette.understanding.idiom import idiom


def core(text, language):
    return " ".join(idiom(language).core(split(text, language)))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("please stop", "stop"),
        ("um, could you please set a timer for me, thanks", "set a timer"),
        ("set a timer", "set a timer"),
        ("please", "please"),
        ("", ""),
    ],
)
def test_fillers_in_english(text, left):
    assert core(text, ENGLISH) == left


def test_fillers_in_chinese():
    assert core("嗯 请帮我设一个闹钟吧", CHINESE) == "设 一 个 闹 钟"


def test_a_language_without_a_file_has_no_idiom():
    assert idiom(Language("fr")).before == ()
    assert idiom(Language("../en")).before == ()


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_both_languages_are_complete(language):
    known = idiom(language)

    for field in known.__struct_fields__:
        assert getattr(known, field), field


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_yes_no_and_stop_never_mean_the_same(language):
    known = idiom(language)

    assert not known.consents.known & known.refusals.known
    assert not known.consents.known & known.stops.known
    assert not known.refusals.known & known.stops.known
