"""What stands on a page, asked for in words that may have been misheard."""

import pytest

from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.skills.listed import like, stopped

EN = ("Tomato soup", "Onion soup", "Green tea", "Fried eggs", "Weißbier 0,5 l")
ZH = ("番茄汤", "绿茶", "红烧牛肉面", "Coffee 咖啡")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("the soup", ["Tomato soup", "Onion soup"]),
        ("onion soup", ["Onion soup"]),
        ("unions soup", ["Onion soup"]),
        ("green tee", ["Green tea"]),
        ("egg", ["Fried eggs"]),
        ("coffee", []),
        ("the", []),
        ("", []),
    ],
)
def test_english(asked, found):
    assert like(EN, asked, ENGLISH, str) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("汤", ["番茄汤"]),
        ("牛肉面", ["红烧牛肉面"]),
        ("路茶", ["绿茶"]),
        ("咖啡", ["Coffee 咖啡"]),
        ("啤酒", []),
        ("一个很长很长很长很长的问题", []),
    ],
)
def test_chinese(asked, found):
    assert like(ZH, asked, CHINESE, str) == found


@pytest.mark.parametrize(
    ("line", "said"), [("Soup 9.50", "Soup 9.50."), ("汤", "汤。"), ("Closed!", "Closed!")]
)
def test_a_line_ends_with_a_stop(line, said):
    assert stopped(line) == said
