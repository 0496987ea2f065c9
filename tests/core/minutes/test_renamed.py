"""Somebody gets a name after a thinker has worded the minutes."""

import pytest

from lorgnette.core.minutes import Action, Minutes, Point, Quote
from lorgnette.core.minutes.renamed import renamed

QUOTES = (Quote(1, "#2 and I will call."),)


def told(text, people=("#1", "#2", "#21")):
    return Minutes(
        "Weekly",
        60.0,
        people=people,
        summary=(Point(QUOTES, text),),
        actions=(Action(QUOTES, "#2", None, text), Action(QUOTES, None)),
    )


def test_a_name_is_put_wherever_the_minutes_say_it_and_not_into_quotations():
    after = renamed(told("#2 will call; #21 and #2's friend wait."), "#2", "Anna")

    assert after.people == ("#1", "Anna", "#21")
    assert after.summary[0].text == "Anna will call; #21 and Anna's friend wait."
    assert [each.owner for each in after.actions] == ["Anna", None]
    assert after.actions[0].quotes == QUOTES


@pytest.mark.parametrize(
    ("text", "before", "now", "expected"),
    [
        ("Ann met Anna.", "Ann", r"\1 x", r"\1 x met Anna."),
        ("安娜打电话，王老师等。", "安娜", "李梅", "李梅打电话，王老师等。"),
        ("Nobody.", "", "Anna", "Nobody."),
        ("Anna.", "Anna", "Anna", "Anna."),
    ],
)
def test_names_are_text(text, before, now, expected):
    assert renamed(told(text), before, now).summary[0].text == expected


def test_two_who_are_one_are_there_once():
    assert renamed(told("", ("Anna", "#2")), "#2", "Anna").people == ("Anna",)
