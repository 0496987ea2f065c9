import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.core.slots import slot_for
from lorgnette.core.types import ENGLISH
from lorgnette.core.words import split
from lorgnette.understanding.automaton import Automaton
from lorgnette.understanding.exact import MOST_STEPS, Walk
from lorgnette.understanding.idiom import idiom
from lorgnette.understanding.template import parse

SLOTS = {"text": slot_for(str), "other": slot_for(str), "n": slot_for(int)}


def walk(text, *templates, context, guessing=False):
    automaton = Automaton.of([(parse(each, ENGLISH), SLOTS) for each in templates], ENGLISH)
    words = split(text, ENGLISH)
    return Walk(automaton, words, context, idiom(ENGLISH), guessing=guessing)


def found(text, *templates, context):
    outcome = walk(text, *templates, context=context).outcome()
    if outcome.way is None:
        return None
    return outcome.end, {slot.name: slot.value for slot in outcome.way.filled}


@pytest.mark.parametrize(
    ("text", "end", "slots"),
    [
        ("play jazz", 0, {"text": "jazz"}),
        ("play the jazz", 1, {"text": "jazz"}),
        ("play some jazz and the blues", 0, {"text": "some jazz and the blues"}),
        ("play 12", 2, {"n": 12}),
        ("play twelve", 2, {"n": 12}),
        ("play twelve songs", 0, {"text": "twelve songs"}),
    ],
)
def test_most_literal_words_then_fewest_free_ones(text, end, slots, en):
    assert found(text, "play {text}", "play the {text}", "play {n}", context=en) == (end, slots)


def test_the_first_template_wins_a_tie(en):
    assert found("say hi", "say {text}", "say {other}", context=en) == (0, {"text": "hi"})


def test_free_text_ends_where_the_template_goes_on(en):
    templates = ("from {text} to {other}",)

    assert found("from here to there", *templates, context=en) == (
        0, {"text": "here", "other": "there"},
    )  # fmt: skip
    assert found("from here", *templates, context=en) is None


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("um, could you play jazz", {"text": "jazz"}),
        ("play jazz please", {"text": "jazz please"}),
        ("please count to 5 please", {"n": 5}),
    ],
)
def test_fillers_are_ignored_at_the_edges_and_kept_in_free_text(text, slots, en):
    assert found(text, "play {text}", "count to {n}", context=en)[1] == slots


def test_fillers_do_not_become_free_text(en):
    assert found("please in french", "{text} in french", context=en) == (0, {"text": "please"})
    assert found("um hi in french", "{text} in french", context=en) == (0, {"text": "um hi"})


def test_figures_stand_for_words_of_the_template(en):
    assert found("room 25 b", "room twenty five b", context=en) == (0, {})


@pytest.mark.parametrize(
    ("text", "waiting"),
    [
        ("count", True),
        ("count to", True),
        ("count to twenty", True),
        ("count to purple", False),
        ("play", True),
        ("go from here", True),
        ("", False),
        ("nothing of ours", False),
    ],
)
def test_whether_words_must_follow(text, waiting, en):
    outcome = walk(text, "count to {n} now", "play {text}", "go from {text} to {other}", context=en)

    assert outcome.outcome().waiting is waiting


def test_a_guess_takes_the_words_no_value_was_read_from(en):
    outcome = walk("count to purple rain", "count to {n}", context=en, guessing=True).outcome()

    (slot,) = outcome.way.filled
    assert not slot.known
    assert (slot.start, slot.end) == (2, 4)


def test_hostile_templates_and_endless_sentences_end_soon(en):
    hostile = ("do {text} [and {other}] {text} {other} [now]",) * 3
    long = walk("do " + "and now " * 1000, *hostile, context=en)

    long.outcome()

    assert long.steps < MOST_STEPS + 100


@settings(max_examples=60)
@given(words=st.lists(st.sampled_from(["count", "to", "play", "from", "ten", "5", "um", "now"])))
def test_any_words_can_be_walked(words, en):
    walk(" ".join(words), "count to {n}", "play {text}", "from {text} to {n}", context=en).outcome()
