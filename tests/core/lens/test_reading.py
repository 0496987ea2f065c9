"""Cards stay as long as reading takes."""

import pytest

from lorgnette.core.cards import Line, Text
from lorgnette.core.lens import reading_seconds
from lorgnette.core.lens.reading import seconds_to_read


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("", 2), ("Yes", 2), ("a b " * 26, 8), ("中" * 55, 10), ("가" * 65, 10), ("#" * 900, 2)],
)
def test_seconds(text, seconds):
    assert seconds_to_read([text]) == seconds


def test_a_card_is_read_whole():
    card = Text(title="word " * 26, lines=(Line("word " * 26),), footer="word " * 13)
    assert reading_seconds(card) == pytest.approx(25, abs=0.5)
