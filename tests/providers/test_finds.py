"""How well places fit what was said, and how near they are."""

from lorgnette.core.places import Address, Place
from lorgnette.core.types import Spot
from lorgnette.providers.finds import found, nearest, question

HERE = Spot(48.0, 11.0)
CAFE = Place(HERE, {"": "Café Müller", "zh": "穆勒咖啡馆"}, "cafe", Address("Hauptstraße", "5"))


def test_a_question_is_one_line_with_words():
    assert question(" Café\n Müller\u202e,  5\0") == "Café Müller , 5"
    assert len(question("word " * 999)) <= 200
    for nothing in ("", " ", "\ud800", "!?", "\u202e"):
        assert question(nothing) == ""


def test_all_words_of_name_and_address_make_a_place_surely_meant():
    for words in ("cafe muller", "Müller, Hauptstrasse 5", "穆勒咖啡"):
        assert found(CAFE, words, None).likeness == 1.0


def test_words_that_are_not_in_it_make_it_less_likely():
    assert found(CAFE, "cafe schmidt", None).likeness == 0.75
    assert found(CAFE, "something", None).likeness == 0.5
    assert found(CAFE, "?", None).likeness == 0.5


def test_whoever_asks_for_a_kind_means_all_of_it():
    for words in ("coffee", "咖啡", "nearest cafe"):
        assert found(CAFE, words, None).likeness == 1.0


def test_how_far_it_is_is_told_from_where_one_searched():
    assert found(CAFE, "cafe", None).metres is None
    assert found(CAFE, "cafe", HERE).metres == 0.0


def test_the_nearest_come_first_each_once_and_none_too_far():
    far, near = Place(Spot(48.004, 11.0), identity="node/1"), Place(Spot(48.001, 11.0))
    away = Place(Spot(48.1, 11.0))
    told = nearest([far, away, near, far, CAFE], HERE, 500, 10)
    assert [each.place for each in told] == [CAFE, near, far]
    assert [each.place for each in nearest([far, near], HERE, 500, 1)] == [near]
