import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.slots import Context, slot_for
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.core.words import split
from lorgnette.skills.timers.waking import Ringing, Waking
from lorgnette.testing.turns import NOW


def read(kind, text, language=ENGLISH, now=NOW):
    words = split(text, language)
    found = slot_for(kind).read(words, Context(language, now))
    return next(f"{moment:%a %H:%M}" for used, moment in found if used == len(words))


@pytest.mark.parametrize(
    ("said", "ringing", "waking"),
    [
        ("at seven", "Wed 19:00", "Thu 07:00"),
        ("at ten", "Wed 10:00", "Wed 10:00"),
        ("at two", "Wed 14:00", "Wed 14:00"),
        ("at noon", "Wed 12:00", "Wed 12:00"),
        ("at seven pm", "Wed 19:00", "Wed 19:00"),
        ("six tomorrow", "Thu 06:00", "Thu 06:00"),
        ("tomorrow at 6:30", "Thu 06:30", "Thu 06:30"),
        ("friday at 18:30", "Fri 18:30", "Fri 18:30"),
        ("tomorrow evening at six", "Thu 18:00", "Thu 18:00"),
        ("tonight at eight", "Wed 20:00", "Wed 20:00"),
        ("tomorrow at two", "Thu 14:00", "Thu 14:00"),
        ("in two hours", "Wed 11:30", "Wed 11:30"),
        ("tomorrow", "Thu 09:00", "Thu 09:00"),
    ],
)
def test_doubtful_hours_are_those_of_the_morning(said, ringing, waking):
    assert read(Ringing, said) == ringing
    assert read(Waking, said) == waking


@pytest.mark.parametrize(
    ("said", "waking"),
    [
        ("六点", "Thu 06:00"),
        ("明天六点半", "Thu 06:30"),
        ("今晚八点", "Wed 20:00"),
        ("下午三点", "Wed 15:00"),
    ],
)
def test_in_chinese_too(said, waking):
    assert read(Waking, said, CHINESE) == waking


@given(st.text(), st.sampled_from([ENGLISH, CHINESE]))
def test_any_text_gives_moments_to_come_or_none(text, language):
    words = split(text, language)
    for used, moment in slot_for(Waking).read(words, Context(language, NOW)):
        assert 0 < used <= len(words)
        assert moment > NOW
