"""Minutes as files."""

import pytest
from meetings import BEGAN, play

from lorgnette.core.minutes import minutes, written
from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.types import CHINESE, ENGLISH, Language

MEETING = """
    Anna: The main risk of the project is the *new* supplier.
    Ben: We decided to look for another supplier.
    Anna: Can you call them by Friday, Ben?
    Ben: Sure.
    Anna: Somebody has to tell the customers.
    Anna: What about the guarantee?
    """

ENGLISH_TEXT = """\
# Meeting

2026-05-05 10:00 · 0:24 · Anna, Ben

## Summary

- «The main risk of the project is the \\*new\\* supplier.» [1 · 0:00]

## Decisions

- «We decided to look for another supplier.» [2 · 0:04]

## Action items

- **Ben** (2026-05-08): «Can you call them by Friday, Ben?» [3 · 0:08] «Sure.» [4 · 0:12]
- **nobody yet**: «Somebody has to tell the customers.» [5 · 0:16]

## Open questions

- «What about the guarantee?» [6 · 0:20]

## Transcript

`0:00` **Anna:** The main risk"""


def test_minutes_stand_before_what_was_said():
    meeting = play(MEETING)

    text = written.export(minutes(meeting, BEGAN), meeting, "md", ENGLISH).decode()

    assert text.startswith(ENGLISH_TEXT)
    assert text.endswith("What about the guarantee?\n")


def test_parts_without_an_entry_are_left_out():
    empty = Transcript("", 0.0)

    assert written.export(minutes(empty, None), empty, "md", ENGLISH) == (
        b"#\n\n0:00\n\n## Transcript\n"
    )


@pytest.mark.parametrize(
    ("language", "heading"),
    [(CHINESE, "## 待办事项"), (ENGLISH, "## Action items"), (Language("fr"), "## Action items")],
)
def test_headings_are_in_the_language_of_the_reader(language, heading):
    meeting = play(MEETING)

    text = written.export(minutes(meeting, BEGAN), meeting, "md", language).decode()

    assert heading in text.splitlines()


def test_both_languages_of_one_meeting_are_understood():
    lines = (
        Line(1, 0.0, 2.0, "We decided to open a shop.", 1, ENGLISH),
        Line(2, 3.0, 4.0, "我们决定用蓝色。", 2, CHINESE),
    )

    found = minutes(Transcript("", 5.0, lines), BEGAN)

    assert [quote.text for point in found.decisions for quote in point.quotes] == [
        "We decided to open a shop.",
        "我们决定用蓝色。",
    ]
