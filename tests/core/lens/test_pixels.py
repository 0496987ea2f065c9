"""Sizes and places on a display of pixels."""

from msgspec.structs import replace

from lorgnette.core import cards
from lorgnette.core.cards import Emphasis, Line
from lorgnette.core.lens import lay_out, pages
from lorgnette.core.lens.scene import Align, Bar, Box, Countdown, Image, Run, Shape
from lorgnette.core.types import AR, Display, Layout

G1 = Display(Layout.PIXELS, 576, 136)


def marks(card, kind, display=AR.display):
    scene = lay_out(card, display, None)
    return [mark for mark in scene.marks if isinstance(mark, kind)]


def test_the_title_is_largest():
    title, line = marks(cards.Text(title="Bahnhof", lines=(Line("station"),)), Run)
    assert (title.size, title.emphasis, line.size) == (48, Emphasis.STRONG, 40)
    assert title.y < line.y


def test_a_short_first_line_stands_for_a_missing_title():
    first, second = marks(cards.Text(lines=(Line("station"), Line("Bahnhof"))), Run)
    assert first.size > second.size


def test_text_shrinks_before_it_pages():
    sizes = []
    for count in (1, 5, 8, 40):
        scene = lay_out(cards.Text(title="T", lines=(Line("word"),) * count), AR.display, 0)
        sizes.append((scene.marks[1].size, scene.pages))
    assert sizes == [(40, 1), (40, 1), (28, 1), (32, 6)]


def test_a_title_shrinks_rather_than_break_a_word():
    card = cards.Text(title="Geschwindigkeitsbegrenzung")
    assert [run.text for run in marks(card, Run)] == ["Geschwindigkeitsbegrenzung"]


def test_a_whole_title_fits_on_the_first_page():
    card = cards.Text(title="转" * cards.TITLE_LENGTH, lines=(Line("x"),) * 30)
    scene = lay_out(card, AR.display, 0)
    assert sum(mark.text.count("转") for mark in scene.marks) == cards.TITLE_LENGTH


def test_a_value_stands_at_the_right_edge():
    _, text, value = marks(cards.Text(title="Berlin", lines=(Line("Rain", "12°"),)), Run)
    assert (value.x, value.align, value.y) == (640 - 24, Align.RIGHT, text.y)


def test_a_long_value_goes_below():
    line = Line("Where", "at the far end of the platform")
    _, text, *value = marks(cards.Text(title="Meet", lines=(line,)), Run)
    assert all(part.y > text.y and part.x == text.x for part in value)


def test_a_countdown_is_for_the_glasses_to_run():
    card = cards.Progress(title="Tea", seconds_left=60, seconds_whole=240)
    (digits,), (bar,) = marks(card, Countdown), marks(card, Bar)
    assert (digits.seconds_left, bar.seconds_left, bar.done) == (60, 60, 0.75)
    assert marks(cards.Progress(seconds_left=60), Bar) == []


def test_progress_shows_how_far():
    card = cards.Progress(title="Map", label="Munich", fraction=0.4)
    assert [run.text for run in marks(card, Run)] == ["Map", "Munich", "40%"]


def test_an_arrow_stands_beside_its_instruction():
    card = cards.Arrow(title="Turn left", turn=cards.Turn.LEFT, distance="120 m")
    (sign,), (title, distance) = marks(card, Shape), marks(card, Run)
    assert sign.x + sign.width < title.x == distance.x
    assert title.y < distance.y


def test_a_long_instruction_comes_before_its_arrow():
    card = cards.Arrow(title="Bear left " * 19, distance="120 m")
    (sign,), words = marks(card, Shape), marks(card, Run)
    assert all(word.y < sign.y for word in words if word.text.startswith("Bear"))


MAP = cards.Map(
    title="Lensham Station",
    lines=(cards.Line("Distance", "1.2 km"),),
    ahead=(((-50, -90), (0, 0), (50, 90)),),
    here=(-50, -90),
    goal=(50, 90),
    scale=50,
    scale_label="50 m",
)


def test_a_map_stands_beside_its_words():
    (drawing,), (title, *others, scale) = marks(MAP, Shape), marks(MAP, Run)
    assert title.text == "Lensham"
    assert all(run.x > drawing.x + drawing.width for run in (title, *others))
    assert scale.text == "50 m"
    assert drawing.x < scale.x < drawing.x + drawing.width


def test_beside_a_map_values_stay_in_the_row_of_what_they_are_of():
    _, _, line, value, _ = marks(MAP, Run)
    assert (line.text, value.text, line.y) == ("Distance", "1.2 km", value.y)


def test_below_a_long_title_a_map_is_as_wide_as_the_page():
    card = replace(MAP, title="A-street-with-a-long-name-" * 7)
    shown = pages(card, AR.display)
    [drawing] = [mark for scene in shown for mark in scene.marks if isinstance(mark, Shape)]
    assert drawing.width > 500


def test_the_selected_choice_stands_out():
    yes, no = marks(cards.Question(title="Pay?", choices=("Yes", "No"), selected=0), Box)
    assert yes.stroke > no.stroke
    assert yes.x + yes.width < no.x


def test_long_choices_stand_under_each_other():
    card = cards.Question(title="Which?", choices=("the one on the left side", "the other one"))
    _, left, right = marks(card, Run)
    assert (left.x, left.y < right.y) == (right.x, True)


def test_pictures_shrink_but_never_grow():
    (large,) = marks(cards.Picture(source="p", width=4000, height=3000), Image)
    (small,) = marks(cards.Picture(source="p", width=40, height=30), Image)
    assert (large.width, large.height) == (345, 259)
    assert (small.width, small.height) == (40, 30)


def test_a_footer_and_the_page_number_share_the_last_line():
    scene = lay_out(cards.Text(lines=(Line("w"),) * 40, footer="9 May"), AR.display, 1)
    footer, number = scene.marks[-2:]
    assert (footer.text, number.text, footer.y) == ("9 May", f"2/{scene.pages}", number.y)


def test_a_timer_fits_on_a_flat_display():
    card = cards.Progress(
        title="Tea", label="4 minutes", seconds_left=60, seconds_whole=240, footer="1"
    )
    assert lay_out(card, G1, 0).pages == 1
