"""Allergens: a warning may be too much, silence is never a promise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.allergens import WORDS, Risk, canonical, pieces, risk
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
        (label(allergens=("milk",), ingredients="Kiwis, sugar"), "kiwi", Risk.NAMED),
        (label(allergens=("milk",), ingredients="apples"), "kiwi", Risk.NOT_NAMED),
        (label(allergens=("milk",)), "kiwi", Risk.UNKNOWN),
        (label(allergens=(), ingredients="sugar, palm oil"), "palm oil", Risk.NAMED),
        (label(allergens=(), ingredients="Zucker, Haselnüsse"), "haselnüsse", Risk.NAMED),
        (label(allergens=(), ingredients="milk-chocolate"), "milk", Risk.NAMED),
        (label(allergens=(), ingredients="gluten-free oat flour"), "celery", Risk.NOT_NAMED),
        (label(allergens=(), ingredients="gluten-free maize"), "gluten", Risk.NOT_NAMED),
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


def test_what_is_avoided_is_marked_in_its_place():
    marked = pieces("Sugar, Hazelnuts (13%), MILK powder", ["nuts", "milk"])
    assert marked == [
        ("Sugar, ", ""), ("Hazelnuts", "nuts"), (" (13%), ", ""), ("MILK", "milk"), (" powder", ""),
    ]  # fmt: skip
    assert pieces("白砂糖、花生碎", ["peanuts"]) == [
        ("白砂糖、", ""),
        ("花生", "peanuts"),
        ("碎", ""),
    ]
    assert pieces("İnci, İ milk", ["milk"]) == [("İnci, İ ", ""), ("milk", "milk")]
    assert pieces("", ["milk"]) == []


@given(
    st.lists(st.sampled_from(("milk", "Hazelnuts", " ", ", ", "-", "花生", "İ", "x", "eggs"))).map(
        "".join
    ),
    st.lists(st.sampled_from(ALLERGENS), max_size=4, unique=True),
)
def test_a_text_is_marked_where_it_is_warned_of(text, avoided):
    marked = pieces(text, avoided)
    assert "".join(piece for piece, _ in marked) == text
    for name in avoided:
        warned = risk(Good("96385074", ingredients=text), name) is Risk.NAMED
        assert not warned or any(what for _, what in marked)
        assert warned or all(what != name for _, what in marked)
