"""Cards on their way to a display."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lorgnette.core import cards
from lorgnette.core.cards import Line
from lorgnette.core.lens import lay_out
from lorgnette.core.types import AR, EVERYDAY, TEXT_GRID, Display, Layout
from lorgnette.link.limits import LIMITS
from lorgnette.link.messages import Show
from lorgnette.link.showing import PAGES, aged, show

TIMER = cards.Progress(title="Tea", seconds_left=60.0, seconds_whole=120.0)


@pytest.mark.parametrize("profile", [AR, TEXT_GRID])
def test_a_card_travels_with_the_page_that_shows_it(profile):
    shown = show(TIMER, profile.display)
    assert shown.pages == (lay_out(TIMER, profile.display),)
    assert msgspec.json.decode(msgspec.json.encode(shown), type=Show) == shown


def test_without_a_display_only_the_card_travels():
    assert show(TIMER, EVERYDAY.display) == Show(TIMER)


def test_a_long_list_begins_at_what_is_selected():
    things = cards.List(items=tuple(Line(f"thing {n} " * 9) for n in range(50)), selected=30)
    shown = show(things, AR.display)
    assert len(shown.pages) == PAGES
    assert shown.pages[shown.page] == lay_out(things, AR.display)


@settings(max_examples=40)
@given(
    st.lists(st.text(max_size=400).map(Line), max_size=50),
    st.builds(Display, st.sampled_from(Layout), st.integers(0, 8_192), st.integers(0, 8_192)),
)
def test_whatever_is_shown_fits_into_a_frame(lines, display):
    shown = show(cards.List(items=tuple(lines), selected=len(lines) // 2), display)
    assert len(msgspec.json.encode(shown).decode()) <= LIMITS.text_length
    assert shown.page < max(1, len(shown.pages))


def test_what_runs_by_itself_went_on_when_it_is_sent_later():
    late = aged(show(TIMER, AR.display), 20.0)
    then = replace(TIMER, seconds_left=40.0)
    assert late == show(then, AR.display)


def test_what_is_over_stays_over():
    late = aged(show(TIMER, AR.display), 600.0)
    assert late == show(replace(TIMER, seconds_left=0.0), AR.display)
