"""Goods without a number are known by their category, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.loose import categories, is_category, name_of
from lorgnette.core.types import CHINESE, ENGLISH


@pytest.mark.parametrize(
    ("said", "category"),
    [
        ("bananas", "en:bananas"),
        ("A Banana", "en:bananas"),
        ("the sweet  potatoes", "en:sweet-potatoes"),
        ("zucchini", "en:courgettes"),
        ("西红柿", "en:tomatoes"),
        ("dragon fruit", "en:dragon-fruits"),
    ],
)
def test_what_people_say_means_a_category(said, category):
    assert categories(said)[0] == category


def test_a_tag_that_is_spelt_otherwise_is_tried_too():
    assert categories("菠菜") == ["en:spinachs", "en:spinach"]
    assert categories("dragon fruit") == ["en:dragon-fruits", "en:dragon-fruit"]


def test_a_category_is_called_in_the_wearers_language():
    assert (name_of("en:tomatoes", CHINESE), name_of("en:tomatoes", ENGLISH)) == (
        "番茄",
        "tomatoes",
    )
    assert name_of("fr:pâtes-fraîches", CHINESE) == "pâtes fraîches"


@pytest.mark.parametrize(
    "text", ["", "3017620422003", "bananas", "en:", "en:Bananas", "en:a b", "en:a/b"]
)
def test_other_texts_are_no_category(text):
    assert not is_category(text)


@given(st.text(max_size=120))
def test_whatever_is_said_means_a_few_categories_or_none(said):
    found = categories(said)
    assert len(found) <= 3
    assert all(is_category(each) for each in found)
    assert all(name_of(each, language) for each in found for language in (ENGLISH, CHINESE))
