"""Allergens: a warning may be too much, silence is never a promise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.allergens import WORDS, Risk, canonical, risk
from lorgnette.core.goods import ALLERGENS, Good


def label(**more):
    return Good("96385074", {"": "Bar"}, **more)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("nuts", "nuts"), ("Hazelnuts", "nuts"), ("lactose", "milk"), ("花生", "peanuts"),
        ("the milk", "milk"), ("egg", "eggs"), ("kiwi", "kiwi"), ("大豆", "soybeans"),
    ],
)  # fmt: skip
def test_words_mean_allergens(said, meant):
    assert canonical(said) == meant


def test_every_allergen_that_a_label_must_name_has_words():
    assert set(WORDS) == set(ALLERGENS)


@pytest.mark.parametrize(
    ("good", "avoided", "found"),
    [
        (label(allergens=("milk", "nuts")), "nuts", Risk.CONTAINS),
        (label(allergens=("hazelnuts",)), "nuts", Risk.CONTAINS),
        (label(allergens=("牛奶",)), "milk", Risk.CONTAINS),
        (label(allergens=("milk",), traces=("nuts",)), "nuts", Risk.TRACES),
        (label(ingredients="Sugar, roasted hazelnuts (13%)"), "nuts", Risk.NAMED),
        (label(allergens=(), ingredients="白砂糖、花生碎"), "peanuts", Risk.NAMED),
        (label(), "milk", Risk.UNKNOWN),
        (label(ingredients="sugar"), "milk", Risk.UNKNOWN),
        (label(allergens=("milk",)), "nuts", Risk.NOT_NAMED),
        (label(allergens=(), ingredients="coconut"), "nuts", Risk.NOT_NAMED),
        (label(allergens=("milk",), ingredients="kiwi juice"), "kiwi", Risk.NAMED),
    ],
)
def test_what_a_label_says(good, avoided, found):
    assert risk(good, avoided) is found


@given(
    st.none() | st.lists(st.sampled_from(ALLERGENS), max_size=3).map(tuple),
    st.sampled_from(ALLERGENS),
)
def test_what_is_named_is_always_warned_of(allergens, avoided):
    found = risk(label(allergens=allergens), avoided)
    if allergens is None:
        assert found is Risk.UNKNOWN
    elif avoided in allergens:
        assert found is Risk.CONTAINS
