"""One of a few things."""

from enum import StrEnum
from typing import Literal

import pytest

from lorgnette.core.slots import slot_for
from lorgnette.core.slots.choice import Choice

Roast = Literal["dark roast", "medium roast", "[a] light roast"]
Drink = Literal["tea|茶", "(sparkling|fizzy) water|气泡水"]


class Size(StrEnum):
    SMALL = "(small|eight ounce)|小杯"
    LARGE = "large|大杯"


def test_literals(means):
    assert means(Roast, "dark roast") == "dark roast"
    assert means(Roast, "a light roast") == "[a] light roast"
    assert means(Drink, "fizzy water") == "(sparkling|fizzy) water|气泡水"
    assert means(Drink, "气泡水") == "(sparkling|fizzy) water|气泡水"
    assert means(Roast, "roast") is None


def test_enumerations(means):
    assert means(Size, "eight ounce") is Size.SMALL
    assert means(Size, "大杯") is Size.LARGE


def test_shown(shown):
    assert shown(Drink, "(sparkling|fizzy) water|气泡水") == ("sparkling water", "气泡水")
    assert shown(Size, Size.LARGE) == ("large", "大杯")
    assert shown(Roast, "dark roast") == ("dark roast", "dark roast")


def test_template():
    assert slot_for(Roast).template("en") == "dark roast|medium roast|[a] light roast"


def test_what_is_no_choice_is_asked_about_unless_it_may_be_anything():
    assert Choice({"tea": 1}).guessed
    assert not Choice({"tea": 1}, guessed=False).guessed


@pytest.mark.parametrize("pattern", ["(open", "shut)", "[a|b|c]" * 12])
def test_a_malformed_choice_is_refused(pattern):
    with pytest.raises(ValueError, match=r"stands for too many|bracket is missing"):
        Choice({pattern: 1})
