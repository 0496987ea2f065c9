from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.understanding.sound import (
    CONSONANTS,
    DROPPED,
    EXCHANGED,
    PARTED,
    SAME,
    VOWELS,
    WORDS,
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


def near(heard, words, language=ENGLISH, slack=WORDS):
    known = lexicon(words, language)
    return dict(known.near(known.sound(heard), dict.fromkeys(words), slack))


@pytest.mark.parametrize(
    ("heard", "meant"),
    [("rose", "roast"), ("blue", "brew"), ("latter", "latte"), ("mocker", "mocha"),
     ("ones", "ounce"), ("tribal", "triple"), ("skin", "skim"), ("larch", "large")],
)  # fmt: skip
def test_misheard_words_find_what_was_meant(heard, meant):
    found = near(heard, COFFEE)

    assert min(found, key=found.get) == meant


def test_words_of_another_sound_are_not_near():
    assert near("elephant", ["timer", "volume"]) == {}


def test_only_the_nearest_count_with_less_slack():
    assert set(near("beet", ["pot", "beat"])) == {"pot", "beat"}
    assert near("beet", ["pot", "beat"], slack=PARTED) == {"beat": SAME}


def test_homophones_cost_next_to_nothing():
    assert near("for", ["four"]) == {"four": SAME}


def test_only_words_that_are_asked_for_are_found():
    known = lexicon(["four", "fore"], ENGLISH)

    assert dict(known.near("fOr", {"fore": 1, "other": 2})) == {"fore": SAME}
    assert known.knows("four")
    assert not known.knows("other")


def test_chinese_characters_by_syllable():
    words = "设钟山"

    assert near("社", words, CHINESE) == {"设": SAME}
    assert near("中", words, CHINESE) == {"钟": SAME}
    assert 0.2 < near("三", words, CHINESE)["山"] < 1
    assert near("马", words, CHINESE) == {}
    assert near("社", words, CHINESE, PARTED) == {}


@given(st.text(max_size=12))
def test_any_word_can_be_looked_up(word):
    assert len(near(word, ["timer"])) <= 1
    assert len(near(word, "设", CHINESE)) <= 1
