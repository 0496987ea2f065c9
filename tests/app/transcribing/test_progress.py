"""Progress is a bar on a terminal, and some lines elsewhere."""

import io

from lorgnette.app.transcribing.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def shown(stream, name, whole, *told):
    progress = Progress(stream, name, whole)
    for seconds in told:
        progress.tell(seconds)
    progress.done()
    return stream.getvalue()


def test_elsewhere_there_is_a_line_for_every_tenth():
    assert shown(io.StringIO(), "talk.mp3", 100.0, 1, 5, 11, 12, 55, 99, 100, 140).splitlines() == [
        "talk.mp3: 0 %",
        "talk.mp3: 10 %",
        "talk.mp3: 50 %",
        "talk.mp3: 90 %",
        "talk.mp3: 100 %",
    ]


def test_where_the_length_is_not_known_there_is_a_line_now_and_then():
    assert shown(io.StringIO(), "talk.mp3", None, 1, 2, 601, 602, 1300).splitlines() == [
        "talk.mp3: 0:01",
        "talk.mp3: 10:01",
        "talk.mp3: 21:40",
    ]


def test_a_terminal_shows_a_bar_in_one_line_and_is_clean_afterwards():
    text = shown(Terminal(), "talk.mp3", 100.0, 1, 50, 100)

    assert "\n" not in text
    assert " 50%  0:50" in text
    assert "100%  1:40" in text
    *_, last, end = text.split("\r")
    assert last.strip() == end == ""


def test_a_bar_without_an_end_shows_the_time():
    assert "talk.mp3  1:01:01" in shown(Terminal(), "talk.mp3", None, 3661)
