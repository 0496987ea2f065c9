"""Free text keeps what was said."""

import pytest

from lorgnette.core.slots import Context, FreeText, Person, Place, Text, slot_for
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.core.words import split


def readings(annotation, text, language, now):
    return list(slot_for(annotation).read(split(text, language), Context(language, now)))


def test_every_beginning_longest_first(now):
    assert readings(Text, "buy Oat milk", ENGLISH, now) == [
        (3, "buy oat milk"),
        (2, "buy oat"),
        (1, "buy"),
    ]
    assert readings(str, "买iPhone手机", CHINESE, now) == [
        (4, "买 iphone 手机"),
        (3, "买 iphone 手"),
        (2, "买 iphone"),
        (1, "买"),
    ]
    assert readings(Person, "", ENGLISH, now) == []


def test_names(means):
    assert means(Place, "the station") == Place("the station")
    assert means(Person, "张伟") == Person("张伟")


@pytest.mark.parametrize("annotation", [str, Text, Place, Person])
def test_the_spelling_of_the_wearer_can_be_kept(annotation):
    slot = slot_for(annotation)
    assert isinstance(slot, FreeText)
    assert slot.show(slot.spelled("McDonald's"), ENGLISH) == "McDonald's"
    assert slot.template(ENGLISH) is None


def test_a_long_dictation_is_quick(now):
    found = readings(Text, "word " * 3000, ENGLISH, now)
    assert len(found) == 500
