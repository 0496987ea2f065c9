"""Whatever a card says, the lens shows all of it, in order, and clips nothing."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lorgnette.core import cards
from lorgnette.core.cards import Line
from lorgnette.core.lens import Grid, lay_out
from lorgnette.core.lens.measure import cells, text_width
from lorgnette.core.lens.scene import LINE_HEIGHT, Align, Countdown, Run, Shape
from lorgnette.core.types import AR, EVERYDAY, TEXT_GRID, Display, Layout

G1 = Display(Layout.PIXELS, 576, 136)
TINY = Display(Layout.PIXELS, 160, 72)
DISPLAYS = (AR.display, G1, TINY, Display(Layout.PIXELS, 600, 600))
GRIDS = (TEXT_GRID.display, Display(Layout.TEXT, 8, 1), Display(Layout.TEXT, 16, 2))

FEW = settings(max_examples=50, deadline=None)

PIECES = st.sampled_from(
    [
        *("Turn left", " ", "\n", "naïve", "Donaudampfschifffahrtsgesellschaft", "W" * 90, "iiii"),
        *(
            "前方路口左转",
            "，。！？",
            "（「",
            "ーっ",
            "안녕하세요",
            "สวัสดีครับ",
            "नमस्ते",
            "مرحبا بكم",
            "שלום",
        ),
        *("👨‍👩‍👧‍👦", "👍🏽", "❤️", "🇩🇪🇫🇷", "e\u0301\u0302", "\u200d" * 12, "\u200b", "﷽", "𒐫", "⸻"),
        *("- 5 km/h", "https://example.org/a/very-long-path", "12,50 €", "\u0301", "\U0010ffff"),
    ]
)
TEXT = st.lists(PIECES, max_size=6).map("".join) | st.text(max_size=30)
LINES = st.lists(
    st.builds(Line, TEXT, right=TEXT, emphasis=st.sampled_from(cards.Emphasis)), max_size=3
).map(tuple)
PLAIN = st.lists(st.builds(Line, TEXT), max_size=6).map(tuple)
PLACE = st.none() | st.integers(0, 5)
SHEET = {"title": TEXT, "lines": LINES, "footer": TEXT}
SECONDS = st.floats(0, cards.LONGEST)
OFFSET = st.integers(-300, 300) | st.integers(-cards.FARTHEST, cards.FARTHEST)
POINT = st.tuples(OFFSET, OFFSET)
STRETCHES = st.lists(st.lists(POINT, max_size=12).map(tuple), max_size=4).map(tuple)
BEARING = st.floats(0, 360)
LENGTH = st.integers(0, 500) | st.integers(0, cards.FARTHEST)
MAP = st.builds(
    cards.Map,
    gone=STRETCHES,
    ahead=STRETCHES,
    here=st.none() | POINT,
    accuracy=LENGTH,
    course=st.none() | BEARING,
    stops=st.lists(POINT, max_size=3).map(tuple),
    goal=st.none() | POINT,
    wide=LENGTH,
    high=LENGTH,
    up=BEARING,
    north=TEXT,
    scale=LENGTH,
    scale_label=TEXT,
    **SHEET,
)
ANY_CARD = st.one_of(
    st.builds(cards.Text, **SHEET),
    st.builds(cards.List, items=LINES, selected=PLACE, **SHEET),
    st.builds(
        cards.Progress,
        label=TEXT,
        fraction=st.floats(0, 1),
        seconds_left=st.none() | SECONDS,
        seconds_whole=SECONDS,
        **SHEET,
    ),
    st.builds(
        cards.Arrow,
        turn=st.sampled_from(cards.Turn),
        degrees=st.none() | st.floats(-180, 180),
        distance=TEXT,
        **SHEET,
    ),
    MAP,
    st.builds(
        cards.Picture,
        source=st.just("p1"),
        width=st.integers(0, 4096),
        height=st.integers(0, 4096),
        alt=TEXT,
        **SHEET,
    ),
    st.builds(
        cards.Question, choices=st.lists(TEXT, max_size=5).map(tuple), selected=PLACE, **SHEET
    ),
)


def pages_of(card, display):
    """All pages of a card, none of them empty; but for very many, the first and the last."""
    first = lay_out(card, display, 0)
    numbers = range(first.pages) if first else ()
    views = [lay_out(card, display, number) for number in {*numbers[:9], *numbers[-1:]}]
    for view in views:
        assert view.pages == first.pages
        assert any(view.rows if isinstance(view, Grid) else view.marks)
        assert view.seconds >= 2
    return views


def box_of(mark):
    """Left, top, right and bottom of a mark."""
    if isinstance(mark, Run | Countdown):
        height = int(mark.size * LINE_HEIGHT)
        left = {Align.LEFT: 0, Align.RIGHT: mark.width, Align.MIDDLE: -(-mark.width // 2)}
        x = mark.x - left[mark.align]
        return x, mark.y, x + mark.width, mark.y + height
    return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height


def visible(text):
    return [char for char in text if not char.isspace() and cells(char)]


@pytest.mark.slow
@FEW
@given(ANY_CARD, st.sampled_from(DISPLAYS))
def test_nothing_is_clipped_on_pixels(card, display):
    for scene in pages_of(card, display):
        for mark in scene.marks:
            left, top, right, bottom = box_of(mark)
            assert 0 <= left <= right <= display.width
            assert 0 <= top <= bottom <= display.height
            if isinstance(mark, Run):
                strong = mark.emphasis is cards.Emphasis.STRONG
                assert mark.text == mark.text.strip() != ""
                assert mark.width == text_width(mark.text, mark.size, strong=strong)
            if isinstance(mark, Shape):
                points = [point for polygon in mark.polygons for point in polygon]
                assert all(0 <= x <= mark.width and 0 <= y <= mark.height for x, y in points)


@pytest.mark.slow
@FEW
@given(ANY_CARD, st.sampled_from(GRIDS))
def test_nothing_is_clipped_on_characters(card, display):
    for grid in pages_of(card, display):
        assert len(grid.rows) <= display.height
        assert all(cells(row) <= display.width for row in grid.rows)


@FEW
@given(st.builds(cards.Text, title=TEXT, lines=PLAIN))
def test_everything_appears_in_order(card):
    pages = pages_of(card, AR.display)
    runs = [run for scene in pages for run in scene.marks[: len(scene.marks) - (len(pages) > 1)]]
    shown = "".join(run.text for run in runs)
    assume("\ufffd" not in shown)
    assert visible(shown) == visible("".join(cards.words(card)))


@FEW
@given(st.builds(cards.List, title=TEXT, items=PLAIN))
def test_everything_appears_in_order_on_characters(card):
    pages = pages_of(card, TEXT_GRID.display)
    shown = "".join("".join(grid.rows[:4] if len(pages) > 1 else grid.rows) for grid in pages)
    assert visible(shown) == visible("".join(cards.words(card)))


@FEW
@given(ANY_CARD, st.sampled_from([AR.display, G1]))
def test_the_instruction_comes_first(card, display):
    assume(visible(card.title))
    first = next(mark for mark in lay_out(card, display, 0).marks if isinstance(mark, Run))
    shown = visible(first.text)
    assert visible(card.title)[: len(shown)] == shown or "\ufffd" in shown


@FEW
@given(ANY_CARD)
def test_what_cannot_be_seen_is_left_to_the_ear(card):
    assert lay_out(card, EVERYDAY.display) is None
    assert lay_out(card, Display(Layout.PIXELS, 100, 30)) is None
    assert lay_out(card, Display(Layout.TEXT, 7, 5)) is None


@pytest.mark.parametrize("display", [*DISPLAYS, *GRIDS])
def test_an_empty_card_shows_nothing(display):
    assert lay_out(cards.Text(), display) is None
    assert lay_out(cards.Text(title="\u200b\u200d", footer="\u0301"), display) is None


@pytest.mark.parametrize("display", [AR.display, G1, TEXT_GRID.display])
def test_without_a_page_the_selected_item_is_shown(display):
    items = tuple(Line(f"Note number {number}") for number in range(40))
    card = cards.List(title="Notes", items=items, selected=30)

    view = lay_out(card, display)

    assert 0 < view.page < view.pages
    assert "Note number 30" in str(view)
    assert lay_out(card, display, 0).page == 0
    assert lay_out(card, display, 999).page == view.pages - 1
