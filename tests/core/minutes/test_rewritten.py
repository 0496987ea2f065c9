"""What a thinker makes of minutes, and what of it can be believed."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from meetings import BEGAN, play

from lorgnette.core.minutes import Action, Point, Quote, minutes, written
from lorgnette.core.minutes.rewritten import LONGEST, prompt, rewritten
from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.types import CHINESE, ENGLISH

SAID = """\
    Anna: The supplier wants 9,000 euros for the printer.
    Ben: We decided to buy the printer in June.
    Anna: Can you call the supplier by Friday, Ben?
    Ben: Sure.
    Anna: What about the guarantee?
    """
MEETING = play(SAID)
RULES = minutes(MEETING, BEGAN)


def read(answer, meeting=MEETING):
    """What is believed of an answer."""
    return rewritten(answer, minutes(meeting, BEGAN), meeting)


def test_the_thinker_is_told_every_line_with_its_number_and_what_the_rules_found():
    task, content = prompt(RULES, MEETING, ENGLISH)

    assert "in en" in task
    assert "[1] Anna: The supplier wants 9,000 euros for the printer." in content
    assert "todo Ben by 2026-05-08: Can you call the supplier by Friday, Ben? Sure. [3] [4]" in (
        content
    )
    assert "Began: Tuesday 2026-05-05 10:00" in content


def test_a_better_wording_that_cites_its_lines_is_taken():
    found = read(
        "summary: The supplier wants 9,000 euros for the printer. [1]\n"
        "decided: The printer is to be bought in June. [2]\n"
        "todo Ben by 2026-05-08: Call the supplier [3, 4].\n"
        "- Open: What about a guarantee? [5]\n"
    )

    assert found.rewritten
    assert not RULES.rewritten
    assert found.summary == (
        Point(
            (Quote(1, MEETING.lines[0].text),), "The supplier wants 9,000 euros for the printer."
        ),
    )
    assert [each.text for each in found.decisions] == ["The printer is to be bought in June."]
    quotes = (Quote(3, MEETING.lines[2].text), Quote(4, "Sure."))
    assert found.actions == (Action(quotes, "Ben", dt.date(2026, 5, 8), "Call the supplier."),)
    assert [each.text for each in found.questions] == ["What about a guarantee?"]
    assert (found.title, found.people, found.began) == (RULES.title, RULES.people, BEGAN)


@pytest.mark.parametrize(
    "row",
    [
        "decided: The printer is to be bought in June.",  # cites nothing
        "decided: The printer is to be bought in June. [99]",  # no such line
        "decided: The printer is to be bought in June. [2] [99]",
        "decided: The printer is to be bought in June. [0]",
        "decided: Everybody gets a raise and a company car. [2]",  # the line does not say so
        "summary: The supplier wants 8,000 euros for the printer. [1]",  # another number
        "decided: [2]",
        "The printer is to be bought in June. [2]",
        "cancelled: The printer. [2]",
        "summary: The printer. " + "".join(f"[{each % 5 + 1}]" for each in range(5)) + "[6]",
    ],
)
def test_what_it_cannot_cite_is_left_out(row):
    assert read(row) is None
    found = read(f"{row}\nopen: What about the guarantee? [5]")
    assert len(found.entries) == 1


def test_an_owner_or_a_day_that_nobody_named_is_none():
    found = read("todo Zoe by 2026-05-09: Call the supplier. [3]\ntodo: Call the supplier. [3]")
    assert {(each.owner, each.due) for each in found.actions} == {(None, None)}
    assert len(found.actions) == 1
    [action] = read("todo ben by 2026-99-99: Call the supplier. [3]").actions
    assert (action.owner, action.due) == ("Ben", None)


def test_chinese_is_held_against_its_lines_too():
    meeting = play(
        """
        安娜: 我们决定六月份买打印机。
        小王: 好的，我周五之前打电话给供应商。
        """,
        CHINESE,
    )
    answer = (
        "decided：六月份买打印机。【1】\ndecided: 大家都涨工资。[1]\ntodo 小王: 打电话给供应商。[2]"
    )
    found = read(answer, meeting)
    assert [each.text for each in found.decisions] == ["六月份买打印机。"]
    assert [(each.owner, each.text) for each in found.actions] == [("小王", "打电话给供应商。")]


def test_files_tell_it_in_the_new_words_with_the_places_behind():
    found = read("todo Ben by 2026-05-08: Call the *supplier*. [3] [4]")
    text = written.export(found, MEETING, "md", ENGLISH).decode()
    assert "- **Ben** (2026-05-08): Call the \\*supplier\\*. [3 · 0:08] [4 · 0:12]" in text
    assert "- Ben (2026-05-08): Call the *supplier*. [3 · 0:08] [4 · 0:12]" in (
        written.export(found, MEETING, "txt", ENGLISH).decode()
    )


@pytest.mark.slow
def test_a_long_meeting_is_told_around_its_minutes():
    lines = tuple(
        Line(number, number, number, "nothing of note here at all " * 8, 1)
        for number in range(1, 2_001)
    )
    decided = Line(1_000, 1_000, 1_000, "We decided to buy the printer.", 1)
    meeting = Transcript("Long", 2_000, (*lines[:999], decided, *lines[1_000:]))

    _, content = prompt(minutes(meeting, None), meeting, ENGLISH)
    assert len(content) < LONGEST * 1.2
    assert "[1000]" in content
    assert "[1003]" in content
    assert "[500]" not in content


@given(st.text() | st.lists(st.sampled_from(["todo", " by ", "2026-05-08", ":", "[1]", "[2]", "\n",
    "Ben", "decided", "printer", "June", "buy", "[3,4]", "【", "x"])).map("".join))  # fmt: skip
@settings(max_examples=100, deadline=None)
def test_any_answer_can_be_read(answer):
    found = read(answer)
    if found is not None:
        assert found.entries
        numbers = {line.number for line in MEETING.lines}
        assert all({quote.line for quote in each.quotes} <= numbers for each in found.entries)
