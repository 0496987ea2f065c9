import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.lens.scroll import room_on
from lorgnette.core.types import CHINESE, ENGLISH, TEXT_GRID, Language
from lorgnette.core.writing import showable
from lorgnette.skills.teleprompter.place import Place, language_of

TEXT = (
    "Dear guests, thank you for coming tonight. We have a lot to celebrate.\n\n"
    "Ten years ago we opened this library. Nobody believed in it, but here we are."
)

SPEECH = (
    "Good evening, dear neighbours, and thank you for coming to our little library. "
    "Ten years ago we opened it with a few old books and a borrowed kettle. "
    "Nobody believed that it would last longer than one winter. "
    "Next year we will build a garden behind the house, with benches and apple trees."
)


def place(text=TEXT, language=ENGLISH, room=None):
    return Place(text, language, room)


def next_words(where, count=3):
    return " ".join(where.script.words[where.next : where.next + count])


def test_it_moves_by_sentences_and_paragraphs():
    where = place()
    where.hear("dear guests thank you for")

    where.move(where.sentences, 1)
    assert next_words(where) == "we have a"
    where.move(where.paragraphs, 1)
    assert next_words(where) == "# years ago"
    where.move(where.sentences, -1)
    assert next_words(where) == "we have a"
    where.move(where.paragraphs, -1)
    assert where.next == 0


def test_it_moves_by_the_rows_of_a_display():
    where = place(room=room_on(TEXT_GRID.display))

    where.move(where.lines, 1)
    assert where.scroll.rows[1].lower().startswith(where.script.words[where.next])
    where.move(where.lines, -1)
    assert where.next == 0


def test_behind_the_last_part_is_the_end():
    where = place()
    for _ in range(9):
        where.move(where.paragraphs, 1)

    assert where.over
    assert where.share == 1.0
    assert where.coming(where.next) == ("", where.next)


def test_guesses_go_on_and_are_not_taken_back_when_certain_words_come_later():
    where = place()
    where.hear("dear guests")
    where.guess("thank you for")
    assert where.next == 5

    where.hear("thank")
    assert where.next == 5
    where.hear("you for coming")
    assert where.next == 6


def test_a_jump_must_be_guessed_twice():
    where = place(SPEECH)
    where.hear("good evening dear neighbours")
    where.guess("next year we will build a garden behind the")
    assert where.next == 4

    where.guess("next year we will build a garden behind the house with")
    assert next_words(where) == "benches and apple"


def test_the_words_to_whisper_are_a_phrase_as_it_is_written():
    where = place()

    assert where.coming(0) == ("Dear guests, thank you for coming", 6)
    assert where.coming(5) == ("coming tonight", 7)
    chinese = place("各位来宾，晚上好。十年前，我们办起了图书馆。", CHINESE)
    assert chinese.coming(0)[0] == "各位来宾，晚上好"


@pytest.mark.parametrize(
    ("text", "expected", "written"),
    [
        ("Dear guests", "en", "en"),
        ("Dear guests", "zh", "en"),
        ("各位来宾，晚上好", "en", "zh"),
        ("各位来宾", "ja", "ja"),
        ("Liebe Gäste", "de", "de"),
        ("我们的 OKR 和 KPI 都完成了", "zh", "zh"),
    ],
)
def test_the_language_is_that_of_the_text(text, expected, written):
    assert language_of(text, Language(expected)) == written


@given(st.text(max_size=300), st.lists(st.tuples(st.sampled_from("slp"), st.integers(-3, 3))))
def test_wherever_one_goes_one_is_in_the_text(text, moves):
    where = place(showable(text, 300, paragraphs=True), room=room_on(TEXT_GRID.display))
    starts = {"s": where.sentences, "l": where.lines, "p": where.paragraphs}
    for part, by in moves:
        where.move(starts[part], by)
        assert 0 <= where.next <= len(where.script)
        where.coming(where.next)
