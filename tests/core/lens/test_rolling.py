"""Speech that goes on rolls upwards, and what was read stays where it is."""

from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core import cards, lens
from lorgnette.core.cards import Spoken
from lorgnette.core.lens.rolling import rolled
from lorgnette.core.types import AR, EVERYDAY, TEXT_GRID, Display, Layout

WORDS = st.lists(st.sampled_from(["a", "the", "longer", "extraordinary", "字", "很长的句子"]))


def rows(*spoken, width=12, most=3):
    return [(row.text, row.text[: row.certain]) for row in rolled(spoken, width, len, most)]


def test_the_last_two_rows_that_are_certain_and_one_for_what_is_not():
    said = Spoken("one two three four five six seven", " eight nine ten eleven")

    assert rows(said) == [
        ("five six", "five six"),
        ("seven eight", "seven"),
        ("nine ten", ""),
    ]


def test_words_are_certain_up_to_the_middle_of_a_row():
    assert rows(Spoken("one", " two")) == [("one two", "one")]


def test_before_anything_is_certain_the_guess_is_shown():
    assert rows(Spoken("", "one two three four five six seven eight")) == [
        ("one two", ""),
        ("three four", ""),
        ("five six", ""),
    ]


def test_another_voice_begins_a_row_and_is_named_when_it_changes():
    said = [Spoken("hi", speaker="Anna"), Spoken("yes", speaker="Anna"), Spoken("no", speaker="Li")]

    assert [text for text, _ in rows(*said, width=20)] == ["yes", "Li: no"]
    assert [text for text, _ in rows(*said[:2], width=20)] == ["Anna: hi", "yes"]


def test_a_single_row_shows_what_is_certain():
    assert rows(Spoken("one two three", " four"), most=1) == [("three four", "three")]


@given(WORDS, WORDS, WORDS, st.integers(1, 4))
def test_however_the_uncertain_end_changes_nothing_above_it_moves(certain, one, other, most):
    text = " ".join(certain)
    if not text:
        return
    first, second = (rows(Spoken(text, " " + " ".join(tail)), most=most) for tail in (one, other))
    kept = [sure for _, sure in first if sure]

    assert kept == [sure for _, sure in second if sure]
    assert [sure for _, sure in first][: len(kept)] == kept


@given(WORDS, WORDS)
def test_more_words_only_move_rows_up(before, more):
    first = rows(Spoken(" ".join(before)), most=50)[:-1]
    assert rows(Spoken(" ".join([*before, *more])), most=50)[: len(first)] == first


@given(st.text(), st.text(), st.text())
def test_whatever_is_said_fits_on_every_display(text, tail, speaker):
    card = cards.Captions(spoken=(Spoken(text, tail, speaker),), source=(Spoken(tail),))
    for display in (AR.display, TEXT_GRID.display, Display(Layout.PIXELS, 576, 136)):
        view = lens.lay_out(card, display)
        assert view is not None
        assert view.pages == 1
        if isinstance(view, lens.Scene):
            assert all(0 <= mark.y < view.height for mark in view.marks)
        else:
            assert len(view.rows) <= view.height
    assert lens.lay_out(card, EVERYDAY.display) is None


def test_rows_stay_at_their_places_while_speech_grows():
    def places(*words):
        scene = lens.lay_out(cards.Captions(spoken=(Spoken(" ".join(words)),)), AR.display)
        return [mark.y for mark in scene.marks]

    assert places("one") == places("one", "two")
    assert places(*["word"] * 12)[:1] == places("word")


def test_what_a_translation_is_of_stands_above_it_and_smaller():
    card = cards.Captions(spoken=(Spoken("the house"),), source=(Spoken("la casa"),))
    above, below = lens.lay_out(card, AR.display).marks

    assert (above.text, below.text) == ("la casa", "the house")
    assert above.size < below.size
    assert above.y < below.y


def test_on_a_grid_what_is_uncertain_ends_in_an_ellipsis():
    card = cards.Captions(spoken=(Spoken("the", " house"),))

    assert "the house…" in lens.lay_out(card, TEXT_GRID.display).rows


def test_the_uncertain_end_is_drawn_faint():
    scene = lens.lay_out(cards.Captions(spoken=(Spoken("sure", " perhaps"),)), AR.display)

    assert '>sure<tspan opacity="0.6"> perhaps</tspan>' in lens.draw_svg(scene)
    assert scene.marks[0].faint_from == 4


def test_captions_are_read_out_with_their_speakers():
    card = cards.Captions(spoken=(Spoken("hello ", "there", "Anna"), Spoken("hi")))

    assert cards.words(card) == ("Anna: hello there", "hi")


SPOKEN = st.builds(
    Spoken,
    st.lists(st.sampled_from(["a", "longer", "extraordinary", " ", "字"])).map(" ".join),
    st.sampled_from(["", " and", " a tail that goes on"]),
    st.sampled_from(["", "Anna", "Li"]),
)


@given(st.lists(SPOKEN), st.integers(1, 4))
def test_the_rows_are_the_end_of_all_rows(spoken, most):
    every = rows(*spoken, most=1_000)
    last = max((at for at, (_, sure) in enumerate(every) if sure), default=-1)
    first = max(0, last + 2 - max(most, 2))

    assert rows(*spoken, most=most) == every[first : first + most]
