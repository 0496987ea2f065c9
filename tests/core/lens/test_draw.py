"""Views in a terminal and as SVG; the pictures of the documentation are fresh."""

import runpy
from pathlib import Path
from xml.etree import ElementTree as ET

from lorgnette.core import cards
from lorgnette.core.cards import Line
from lorgnette.core.lens import draw_svg, draw_text, lay_out
from lorgnette.core.types import AR, TEXT_GRID

PICTURES = Path(__file__).parents[3] / "docs" / "explanation" / "lens"

CARD = cards.Question(title="Pay 5 € to <Anna>?", lines=(Line("茶", "2"),), choices=("Yes", "No"))


def test_a_grid_in_a_terminal():
    view = lay_out(cards.Text(title="Tea", lines=(Line("three minutes"),)), TEXT_GRID.display)
    assert draw_text(view).splitlines()[1:3] == [
        f"│ {'Tea':40} │",
        f"│ {'three minutes':40} │",
    ]


def test_a_scene_in_a_terminal():
    drawn = draw_text(lay_out(CARD, AR.display))
    rows = [row.strip("│ ") for row in drawn.splitlines()]
    assert rows[1:-1] == ["Pay 5 € to", "<Anna>?", f"茶{' ' * 38}2", "[Yes] [No]"]


def test_bars_arrows_and_pictures_in_a_terminal():
    shown = [
        cards.Progress(seconds_left=30, seconds_whole=60),
        cards.Arrow(title="Left", turn=cards.Turn.LEFT),
        cards.Picture(source="p", width=9, height=9, alt="A red door"),
        cards.List(items=(Line("milk"),), selected=0),
    ]
    drawn = "".join(draw_text(lay_out(card, AR.display)) for card in shown)
    for expected in ("0:30", "█████░░░░░", "← Left", "(A red door)", "▌ milk"):
        assert expected in drawn


def test_svg_is_well_formed_and_holds_the_text():
    tree = ET.fromstring(draw_svg(lay_out(CARD, AR.display)))
    texts = [element.text for element in tree.iter("{http://www.w3.org/2000/svg}text")]
    assert texts == ["Pay 5 € to", "<Anna>?", "茶", "2", "Yes", "No"]


def test_the_pictures_of_the_documentation_are_fresh():
    drawn = runpy.run_path(str(PICTURES / "draw.py"))["pictures"]()
    kept = {path.name: path.read_text(encoding="utf-8") for path in PICTURES.glob("*.svg")}
    assert kept == drawn, "run docs/explanation/lens/draw.py"
