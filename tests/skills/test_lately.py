"""What was looked at last: the latest of its kind, and only for a while."""

import datetime as dt

from lorgnette.core.codes import Plain
from lorgnette.core.pages import Page
from lorgnette.skills.lately import RECENT, Lately, Scanned, Text
from lorgnette.testing.readers import row

NOW = dt.datetime(2026, 3, 4, 8, 30, tzinfo=dt.UTC)
PAGE = Page(640, 480, (row("Oat milk", (0, 0)), row("€2.49", (300, 0)), row("€9", (0, 60))))
CODE = Scanned(Plain("hello"))


def test_it_is_the_latest_of_its_kind():
    lately = Lately()
    assert lately.last(object, NOW) is None
    lately.note(Text(PAGE), NOW)
    lately.note(CODE, NOW)
    assert lately.last(Text, NOW) == Text(PAGE)
    assert lately.last(object, NOW) == CODE
    lately.note(Text(PAGE, said=2), NOW)
    assert lately.last(object, NOW) == Text(PAGE, said=2)


def test_what_was_long_ago_is_not_meant():
    lately = Lately()
    lately.note(CODE, NOW)
    assert lately.last(Scanned, NOW + RECENT) == CODE
    assert lately.last(Scanned, NOW + RECENT + dt.timedelta(seconds=1)) is None


def test_a_text_has_lines_and_what_they_name():
    assert Text(PAGE).lines == ["Oat milk €2.49", "€9"]
    assert Text(PAGE).names == ["Oat milk"]
