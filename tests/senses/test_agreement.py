import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.types import ENGLISH, Language
from lorgnette.core.words import split
from lorgnette.senses.agreement import Agreement, follows, read

CHINESE, THAI = Language("zh"), Language("th")


def agreed(*guesses, language=ENGLISH, needed=2, hold=1, paused=False):
    """What each guess commits and shows."""
    agreement = Agreement(language, needed)
    return [agreement.guess(text, hold, paused=paused)[:2] for text in guesses]


def test_what_two_guesses_have_in_common_is_committed_but_for_the_last_word():
    assert agreed("the bud", "the budget is", "the budget is too") == [
        ("", ""),
        ("the", ""),
        (" budget is", ""),
    ]


def test_more_guesses_may_be_asked_for_and_what_two_agree_on_is_shown_meanwhile():
    assert agreed("the", "the budget", "the budget is", "the budget is too", needed=3) == [
        ("", ""),
        ("", "the"),
        ("the", " budget"),
        (" budget", " is"),
    ]


def test_one_odd_guess_does_not_flicker_and_two_change_what_is_shown():
    shown = [
        tail
        for _, tail in agreed("to you", "to you", "two", "to you", "two is", "two is", needed=9)
    ]

    assert shown == ["", "to you", "to you", "to you", "to you", "two is"]


def test_capitals_and_marks_are_no_disagreement_and_marks_go_with_the_word_behind_them():
    assert agreed("Good morning.", "good morning, and", "Good morning, and you") == [
        ("", ""),
        ("good morning", ""),
        (", and", ""),
    ]


def test_after_a_pause_the_last_word_is_whole():
    agreement = Agreement(ENGLISH)
    agreement.guess("yes please", 1)

    assert agreement.guess("Yes, please.", 0, paused=True) == ("Yes, please", ".", 1)
    assert agreement.end("Yes, please.") == "."


def test_a_guess_that_rewrites_what_is_committed_goes_on_at_the_right_place():
    agreement = Agreement(ENGLISH)
    for text in ("an ill spose", "an ill spose young"):
        agreement.guess(text, 1)

    assert agreement.end("An ill-disposed young man.") == " young man."


def test_words_committed_elsewhere_are_not_said_twice():
    agreement = Agreement(ENGLISH, said=("and", "then"))

    assert agreement.end("And then we left.") == " we left."


def test_what_was_committed_beyond_the_final_guess_is_known():
    agreement = Agreement(ENGLISH)
    for _ in range(2):
        agreement.guess("one two three four five", 1)

    assert agreement.end("One two.") == "."
    assert agreement.beyond == ["three", "four"]


@pytest.mark.parametrize(
    ("guesses", "language", "committed"),
    [
        (("我们决定", "我们决定保"), CHINESE, "我们决定"),
        (("ขอกาแฟ", "ขอกาแฟหน่อย"), THAI, "ขอกาแฟ"),
    ],
)
def test_languages_without_spaces_are_compared_by_letter(guesses, language, committed):
    assert agreed(*guesses, language=language)[-1][0] == committed


TEXTS = st.lists(st.text(alphabet="abc ,.'ไกा我", max_size=12), min_size=1, max_size=8)


@given(TEXTS, st.integers(1, 4), st.integers(0, 2))
def test_what_is_committed_has_the_words_of_the_last_guess_when_nothing_was_rewritten(
    texts, needed, hold
):
    agreement = Agreement(ENGLISH, needed)
    committed = "".join(agreement.guess(text, hold).committed for text in texts[:-1])
    whole = committed + agreement.end(texts[-1])

    said, final = split(whole, ENGLISH), read(texts[-1], ENGLISH).words
    if not split(committed, ENGLISH):
        assert whole == texts[-1].strip()
    assert len(said) >= len(split(committed, ENGLISH))
    assert follows(split(committed, ENGLISH), final) <= len(final)


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8))
def test_a_text_that_begins_with_what_is_known_goes_on_behind_it(known, more):
    assert follows(known, [*known, *more]) == len(known)
