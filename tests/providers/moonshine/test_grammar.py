import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.providers.moonshine.grammar import Grammar


def read(grammar, tokens, text):
    """The words that a text is read as."""
    parse = grammar.start()
    for token in tokens.encode(" " + text):
        allowed = grammar.choices(parse)
        assert allowed is None or token in allowed or not grammar.advance(parse, token)
        parse = grammar.advance(parse, token)
    return grammar.sentence(parse)


@pytest.mark.parametrize(
    "text",
    [
        "set a timer for ten seconds",
        "Set a timer for ten seconds.",
        "Set a Timer, for 10 seconds!",
        "Set a timer for 10-seconds.",
        "SET a timer for ten-seconds",
    ],
)
def test_the_liberties_of_writing_are_known(toy, tokens, text):
    grammar = Grammar(toy("set a timer for ten seconds"), tokens)

    assert read(grammar, tokens, text) == ("set", "a", "timer", "for", "ten", "seconds")


@pytest.mark.parametrize(
    "text",
    [
        "set a timer",
        "set a timer for ten seconds please",
        "set a a timer",
        "timer",
        "",
        "a,, timer",
    ],
)
def test_anything_else_is_no_sentence(toy, tokens, text):
    assert read(Grammar(toy("set a timer for ten seconds"), tokens), tokens, text) is None


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("wake me at seven thirty pm", "Wake me at 7:30 p.m."),
        ("add twenty five percent", "Add 25%."),
        ("add twenty five percent", "Add twenty-five percent"),
        ("one hundred and five grams", "105 grams"),
        ("volume 7", "Volume seven."),
        ("what's the weather", "What's the weather?"),
    ],
)
def test_figures_and_words_are_the_same(toy, tokens, sentence, text):
    assert read(Grammar(toy(sentence), tokens), tokens, text) == tuple(sentence.split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Take a note: call Anna at 3.5 p.m.", "take a note call Anna at 3.5 p.m"),
        ("Take a note", "take a note"),
        ("take a note, take a note", "take a note take a note"),
    ],
)
def test_any_word_passes_where_the_vocabulary_is_open(toy, tokens, text, words):
    assert read(Grammar(toy("take a note ..."), tokens), tokens, text) == tuple(words.split())


def test_known_words_end_free_text(toy, tokens):
    grammar = Grammar(toy("say ... in french"), tokens)

    assert read(grammar, tokens, "Say good night in bed in French.") is not None
    assert read(grammar, tokens, "Say good night in bed") is None


def test_free_words_have_an_end(toy, tokens):
    assert read(Grammar(toy("note ..."), tokens), tokens, "note " + "x" * 100) is None


SENTENCES = ("set a timer for ten seconds", "stop", "note ...", "say ... in french", "ten ten ten")


@given(st.text(alphabet="setaimrnop tofr10-,.!", max_size=40))
def test_what_is_read_is_a_sentence(toy, tokens, text):
    vocabulary = toy(*SENTENCES)

    words = read(Grammar(vocabulary, tokens), tokens, text)

    assert words is None or vocabulary.says(words)


@given(st.data())
def test_whatever_may_follow_leads_somewhere_or_is_a_second_stop(toy, tokens, data):
    grammar = Grammar(toy(*SENTENCES), tokens)
    parse = grammar.start()
    for _ in range(20):
        choices = grammar.choices(parse)
        if choices is None or not len(choices):
            return
        parse = grammar.advance(parse, data.draw(st.sampled_from(choices.tolist()))) or parse
