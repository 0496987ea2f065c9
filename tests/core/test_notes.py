import pytest

from lorgnette.core.notes import Note, beginning

SPEECH = "Dear guests,\nthank you for coming. We have a lot to celebrate tonight."


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        (f"Wedding toast\n\n{SPEECH}", "Wedding toast", SPEECH),
        (f"\n  Wedding toast  \n   \n{SPEECH}\n", "Wedding toast", SPEECH),
        (f"# Wedding toast\n{SPEECH}", "Wedding toast", SPEECH),
        (SPEECH, "", SPEECH),
        ("milk", "", "milk"),
        (f"{'long ' * 20}\n\n{SPEECH}", "", f"{'long ' * 20}\n\n{SPEECH}"),
        ("婚礼致辞\n\n各位来宾，晚上好。", "婚礼致辞", "各位来宾，晚上好。"),
    ],
)
def test_a_first_line_that_stands_apart_is_the_title(text, title, body):
    note = Note(text)

    assert (note.title, note.body) == (title, body)


def test_a_note_is_called_by_its_title_or_its_beginning():
    assert Note(f"Wedding toast\n\n{SPEECH}").name == "Wedding toast"
    assert Note(SPEECH).name == "Dear guests, thank you for coming. We h…"
    assert Note("milk").name == "milk"


def test_a_beginning_is_one_line():
    assert beginning("milk\nand bread", 60) == "milk and bread"
    assert beginning("很" * 200, 60) == "很" * 59 + "…"
    assert beginning("a " * 100_000, 9) == "a a a a…"
