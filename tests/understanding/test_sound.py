from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.understanding.sound import (
    CONSONANTS,
    DROPPED,
    EXCHANGED,
    SAME,
    VOWELS,
    distance,
    lexicon,
)

COFFEE = ("roast", "brew", "latte", "mocha", "ounce", "triple", "skim", "large", "light")

SOUNDS = st.text(alphabet=VOWELS + CONSONANTS, max_size=8)


def test_every_sound_has_its_costs():
    alphabet = set(VOWELS + CONSONANTS)

    assert set(DROPPED) == alphabet
    assert all(set(costs) == alphabet for costs in EXCHANGED.values())


@given(SOUNDS, SOUNDS)
def test_distance_is_symmetric_and_zero_for_the_same(left, right):
    assert distance(left, left) == 0
    assert distance(left, right) == pytest.approx(distance(right, left))
    assert (distance(left, right) == 0) == (left == right)


@given(SOUNDS, SOUNDS, st.floats(0, 5))
def test_a_limit_changes_nothing_below_it(left, right, limit):
    free = distance(left, right)

    assert distance(left, right, limit) == (free if free <= limit else inf)


@pytest.mark.parametrize(
    ("heard", "meant"),
    [("rose", "roast"), ("blue", "brew"), ("latter", "latte"), ("mocker", "mocha"),
     ("ones", "ounce"), ("tribal", "triple"), ("skin", "skim"), ("larch", "large")],
)  # fmt: skip
def test_misheard_words_find_what_was_meant(heard, meant):
    known = lexicon(COFFEE, ENGLISH)

    near = known.near(known.sound(heard))

    assert min(near, key=near.get) == meant


def test_words_of_another_sound_are_not_near():
    known = lexicon(["timer", "volume"], ENGLISH)

    assert known.near(known.sound("elephant")) == {}


def test_homophones_cost_next_to_nothing():
    assert lexicon(["four"], ENGLISH).near("fOr") == {"four": SAME}


def test_chinese_characters_by_syllable():
    known = lexicon("设钟山", CHINESE)

    assert known.near("社") == {"设": SAME}
    assert 0 < known.near("中")["钟"] <= SAME
    assert 0.2 < known.near("三")["山"] < 1
    assert known.near("马") == {}


@given(st.text(max_size=12))
def test_any_word_can_be_looked_up(word):
    for known in (lexicon(["timer"], ENGLISH), lexicon("设", CHINESE)):
        assert len(known.near(known.sound(word))) <= 1
