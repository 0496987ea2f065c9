"""Kinds: which objects they are, and how they are asked for in two languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.places.kinds import (
    KINDS,
    LINES,
    SETTLEMENTS,
    TOLD,
    kind_of,
    kinds_said,
    word_at_end,
)
from lorgnette.core.types import CHINESE, ENGLISH, Language


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("coffee near me", "cafe"),
        ("Coffee shops", "cafe"),
        ("find me a coffee", "cafe"),
        ("the nearest pharmacy", "pharmacy"),
        ("toilet", "toilets"),
        ("where is the nearest toilet, please", "toilets"),
        ("libraries", "library"),
        ("churches nearby", "place_of_worship"),
        ("附近的药店", "pharmacy"),
        ("找厕所", "toilets"),
        ("最近的地铁站在哪里", "subway"),
        ("这附近哪里有咖啡馆", "cafe"),
        ("我想去超市", "supermarket"),
    ],
)
def test_kinds_are_asked_for_as_people_do(words, kind):
    assert kinds_said(words) == (kind,)


@pytest.mark.parametrize(
    "words", ["", "near me", "Church Street", "Park Lane Hotel", "Coffee Republic", "咖啡路"]
)
def test_names_are_no_kinds(words):
    assert kinds_said(words) == ()


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"amenity": "cafe", "building": "yes"}, "cafe"),
        ({"amenity": "cafe", "cuisine": "bubble_tea"}, "bubble_tea"),
        ({"railway": "station"}, "station"),
        ({"railway": "station", "station": "subway"}, "subway"),
        ({"amenity": "place_of_worship", "religion": "muslim"}, "mosque"),
        ({"amenity": "school", "religion": "muslim"}, "school"),
        ({"shop": "bakery;cafe"}, "bakery"),
        ({"shop": "something new"}, "shop"),
        ({"highway": "residential"}, "street"),
        ({"barrier": "fence"}, None),
        ({}, None),
    ],
)
def test_objects_are_of_the_kind_that_says_most(tags, kind):
    found = kind_of(tags)
    assert (found and found.name) == kind


@pytest.mark.parametrize(
    ("words", "word"),
    [("Italian restaurants", "restaurant"), ("川菜馆", "菜馆"), ("Golden Loaf", ""), ("bank", "")],
)
def test_what_is_wanted_is_said_at_the_end(words, word):
    assert word_at_end(words) == word


@pytest.mark.parametrize("words", ["shops", "some store", "商店"])
def test_who_asks_for_a_shop_means_any(words):
    assert {"bakery", "books", "shop"} <= set(kinds_said(words))


def test_every_kind_is_called_something_in_both_languages_and_found_by_it():
    assert len(KINDS) >= 150
    for kind in KINDS.values():
        assert 0 < kind.importance < 1
        for language in (ENGLISH, CHINESE):
            assert kind.name in kinds_said(kind.label(language)), kind.name
            for word in kind.words[language]:
                assert kind.name in kinds_said(word), word
        assert kind.label(Language("de")) == kind.label(ENGLISH)


def test_settlements_and_lines_are_kinds_and_only_real_things_are_told():
    assert set(SETTLEMENTS) | LINES <= KINDS.keys()
    assert not TOLD & (set(SETTLEMENTS) | LINES | {"house", "building"})


@given(st.text(max_size=80))
def test_any_words_are_welcome(words):
    assert set(kinds_said(words)) <= KINDS.keys()


@given(st.dictionaries(st.sampled_from(["amenity", "shop", "highway", "x"]), st.text(max_size=9)))
def test_any_tags_are_welcome(tags):
    assert kind_of(tags) is None or kind_of(tags).name in KINDS
