"""What the person opposite is shown is short, clean, and whole lines."""

from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.opposite import LINES, Opposite, OppositeLine, Side
from lorgnette.core.types import Language

SPANISH = Language("es")


def test_only_the_last_lines_are_shown():
    said = tuple(OppositeLine(number, Side.WEARER, str(number)) for number in range(LINES + 5))

    assert [each.number for each in Opposite(SPANISH, said).lines] == [*range(5, LINES + 5)]


def test_text_and_tail_stay_two_halves_of_one_line():
    line = OppositeLine(1, Side.OTHER, "¿Dónde ", "está\n la")

    assert line.text + line.tail == "¿Dónde está  la"
    assert OppositeLine(1, Side.OTHER, "¿Dónde", " está").tail == " está"


@given(st.text(), st.text())
def test_no_text_turns_the_line_around(text, tail):
    line = OppositeLine(1, Side.WEARER, f"\u202e{text}", f"{tail}\x00")

    assert not set("\u202e\x00\n") & set(line.text + line.tail)
