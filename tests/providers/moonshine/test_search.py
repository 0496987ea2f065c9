import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.providers.moonshine.grammar import Grammar
from lorgnette.providers.moonshine.search import USUAL, Bounds, Search, write_freely
from lorgnette.providers.moonshine.tokens import END
from lorgnette.providers.moonshine.transcriber import marks

ORDERS = ("set a timer", "set a tin", "sit", "note ...", "ten times")


def search(vocabulary, tokens, rows, bounds=USUAL, longest=40):
    return Search(Grammar(vocabulary, tokens), marks(tokens), bounds).run(rows, longest)


def test_free_text_is_the_most_probable_token_every_time(tokens, straw):
    found = write_freely(straw("Set a timber."), 40, marks(tokens))

    assert tokens.decode(found.tokens) == "Set a timber."
    assert found.score < 0
    assert found.guesses == ()


@pytest.mark.parametrize(
    ("guess", "steps"),
    [("Set a timer", 4), ("Set a timber.", 0), ("Set a timber. Now", 0), ("Get", 9), ("", 9)],
)
def test_what_is_right_in_a_guess_need_not_be_found_again(tokens, straw, guess, steps):
    rows = straw("Set a timber.", sure=12)
    begun = tokens.encode(f" {guess}") if guess else ()

    found = write_freely(rows, 40, marks(tokens), begun)

    assert found == write_freely(straw("Set a timber.", sure=12), 40, marks(tokens))
    assert rows.steps <= steps


@pytest.mark.parametrize(("behind", "kept"), [(0.4, True), (0.6, False)])
def test_a_guess_is_given_up_only_for_what_is_much_more_likely(tokens, straw, behind, kept):
    right, other = tokens.encode(" Set"), tokens.encode(" Net")
    differing = next(at for at in range(len(right)) if right[at] != other[at])

    class Undecided(straw):
        def row(self, text):
            row = super().row(text)
            if len(text) == differing:
                row[other[differing]] = row.max() - behind
            return row

    guess = other[: differing + 1]
    found = write_freely(Undecided("Set", sure=12), 40, marks(tokens), guess)

    assert (found.tokens[: len(guess)] == guess) == kept


def test_a_network_that_repeats_itself_is_stopped(tokens, straw):
    assert len(write_freely(straw("no " * 50), 10, marks(tokens)).tokens) == 10


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [("Set a timer,", 0.9, 1.0), ("Set a timer.", 0.0, 0.1), ("Set, a timer.", 0.0, 0.1)],
)
def test_a_comma_is_likely_where_the_text_ends_with_one(toy, tokens, straw, text, least, most):
    freely = write_freely(straw(text, sure=12), 40, marks(tokens))
    in_grammar = search(toy(*ORDERS), tokens, straw(text, sure=12))
    assert least <= freely.comma <= most
    assert in_grammar.comma == freely.comma


def test_a_text_without_any_mark_tells_how_likely_a_comma_was(tokens, straw):
    sure = write_freely(straw("Set a timer", sure=12), 40, marks(tokens))
    unsure = write_freely(straw("Set a timer", sure=2), 40, marks(tokens))
    assert sure.comma < unsure.comma


def test_a_sentence_that_was_heard_as_it_is_needs_no_search(toy, tokens, straw):
    rows = straw("Set a timer.", sure=20)

    found = search(toy(*ORDERS), tokens, rows)

    assert [guess.words for guess in found.guesses] == [("set", "a", "timer")]
    assert found.guesses[0].score == found.score
    assert rows.steps == len(found.tokens)


def test_a_misheard_sentence_is_the_one_that_fits_best(toy, tokens, straw):
    found = search(toy("set a timer", "set a tin", "sit"), tokens, straw("Bet a timer", sure=6))

    assert tokens.decode(found.tokens) == "Bet a timer"
    assert found.guesses[0].words == ("set", "a", "timer")
    assert found.guesses[0].score < found.score


def test_free_text_goes_on_where_the_vocabulary_is_open(toy, tokens, straw):
    found = search(toy("note ..."), tokens, straw("Not: Bread", sure=9))

    assert found.guesses[0].words[0] == "note"


def test_nothing_is_found_when_everything_is_hopeless(toy, tokens, straw):
    found = search(toy("stop"), tokens, straw("a", sure=40), Bounds(despair=5.0))

    assert found.guesses == ()


def test_an_empty_vocabulary_has_no_sentence(toy, tokens, straw):
    found = search(toy(), tokens, straw("stop", sure=20))

    assert tokens.decode(found.tokens) == "stop"
    assert found.guesses == ()


@given(
    st.sampled_from([*ORDERS, "set a timer for ten", "stop", ""]),
    st.floats(0, 12),
    st.integers(0, 1000),
)
def test_every_guess_is_a_sentence_and_no_free_text_is_lost(toy, tokens, straw, text, sure, seed):
    vocabulary = toy(*ORDERS)
    rows = straw(text.replace("...", "bread"), sure, seed)

    found = search(vocabulary, tokens, rows, longest=20)

    assert all(vocabulary.says(guess.words) for guess in found.guesses)
    assert (
        found.tokens
        == write_freely(straw(text.replace("...", "bread"), sure, seed), 20, marks(tokens)).tokens
    )
    worth = [Bounds().worth(*guess) for guess in found.guesses]
    assert worth == sorted(worth, reverse=True)


@pytest.mark.parametrize("width", [1, 2, 5])
def test_no_more_rows_are_written_than_asked_for(toy, tokens, straw, width):
    rows = straw("sat a tim", sure=2)
    most = []
    extend = rows.extend
    rows.extend = lambda parents, new: (most.append(len(new)), extend(parents, new))[1]

    search(toy(*ORDERS), tokens, rows, Bounds(width=width))

    assert max(most) <= width + 1


class Torn:
    """Rows of a network that heard «z», or perhaps «a», and does not know how to write it."""

    def __init__(self, tokens):
        self.tokens = tokens

    def start(self):
        scores = np.full((1, len(self.tokens)), -30.0, np.float32)
        scores[0, self.tokens.encode("z")] = np.log(0.5)
        for way in (" a", " A"):
            scores[0, self.tokens.encode(way)[0]] = np.log(0.25)
        return scores

    def extend(self, parents, _):
        scores = np.full((len(parents), len(self.tokens)), -30.0, np.float32)
        scores[:, [END, *self.tokens.encode("A")]] = 0.0
        return scores


def test_all_ways_to_write_a_sentence_are_added_up(toy, tokens):
    best, *others = search(toy("a"), tokens, Torn(tokens)).guesses

    assert best.words == ("a",)
    assert best.score == pytest.approx(np.log(0.5))
    assert others == []
