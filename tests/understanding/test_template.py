from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import ExtensionFailed
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.core.words import split
from lorgnette.understanding.automaton import Automaton
from lorgnette.understanding.template import Choice, Gap, Row, Word, gaps, parse


def said(template, language=ENGLISH, rules=None):
    """Every sentence of a template without slots."""
    return {" ".join(words) for words in spoken(parse(template, language, rules))}


def spoken(node):
    match node:
        case Word(text):
            return [(text,)]
        case Choice(items):
            return [words for item in items for words in spoken(item)]
        case Row(items):
            found = [()]
            for item in items:
                found = [head + tail for head in found for tail in spoken(item)]
            return found


@pytest.mark.parametrize(
    ("template", "sentences"),
    [
        ("turn it on", {"turn it on"}),
        ("turn (on|off) [the] light", {"turn on light", "turn off light", "turn on the light",
                                       "turn off the light"}),
        ("light[s]", {"light", "lights"}),
        ("what('s| is) up", {"what's up", "what is up"}),
        ("(a;b) c", {"a b c", "b a c"}),
        ("now|later", {"now", "later"}),
        ("<polite> stop", {"please stop", "stop"}),
        (r"a \(b\)", {"a b"}),
        ("pre(fix|tend)ed", {"prefixed", "pretended"}),
        ("Dark-Roast", {"dark roast"}),
        ("", {""}),
    ],
)  # fmt: skip
def test_what_a_template_stands_for(template, sentences):
    assert said(template, rules={"polite": "[please]"}) == sentences


def test_chinese_characters_are_words_of_their_own():
    assert said("设[一]个(计时器|闹钟)", CHINESE) == {
        "设 个 计 时 器", "设 个 闹 钟", "设 一 个 计 时 器", "设 一 个 闹 钟",
    }  # fmt: skip


def test_gaps_are_named_after_the_slot():
    node = parse("from {place:start} to {end}", ENGLISH)

    assert list(gaps(node)) == ["start", "end"]
    assert node == Row((Word("from"), Gap("start"), Word("to"), Gap("end")))


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("(a", "a ) is missing"),
        ("[a", "a ] is missing"),
        ("a)", "closes what was not open"),
        ("a]b", "closes what was not open"),
        ("{a", "a { stands alone"),
        ("<other>", "there is no rule <other>"),
        ("<itself>", "too deep"),
        ("(a|b;c)", "put brackets"),
        ("(a;b;c;d;e;f)", "in any order"),
        ("x[y {z}]w[a]", "touches letters"),
        ("[a][b][c][d][e][f][g]", "too many ways"),
        ("(" * 50 + ")" * 50, "too deep"),
    ],
)
def test_a_mistake_is_named(template, reason):
    with pytest.raises(ExtensionFailed, match=r".*") as caught:
        parse(template, ENGLISH, {"itself": "<itself>"})

    assert reason in str(caught.value)
    assert repr(template) in str(caught.value)


def test_rules_that_multiply_are_stopped():
    rules = {f"r{n}": f"<r{n + 1}> <r{n + 1}> <r{n + 1}>" for n in range(12)} | {"r12": "z"}

    with pytest.raises(ExtensionFailed, match="too large"):
        parse("<r0>", ENGLISH, rules)


@given(st.text(alphabet="ab ()[]{}<>|;\\:设定", max_size=30))
def test_any_text_is_a_template_or_a_clear_mistake(template):
    with suppress(ExtensionFailed):
        parse(template, CHINESE)


WORD = st.sampled_from(["on", "off", "light", "lamp's", "red"])


def inside(part):
    several = st.lists(part, min_size=1, max_size=3)
    return st.one_of(
        several.map(" ".join),
        several.map(lambda parts: f"({'|'.join(parts)})"),
        part.map(lambda text: f"[{text}]"),
        st.tuples(part, part).map(lambda parts: f"({parts[0]};{parts[1]})"),
        st.tuples(WORD, st.sampled_from(["[s]", "(s|ed)"])).map("".join),
    )


@given(st.recursive(WORD, inside, max_leaves=6))
def test_templates_stand_for_what_hassil_says_they_do(template):
    from hassil.parse_expression import parse_sentence
    from hassil.sample import sample_expression

    ours = Automaton.of([(parse(template, ENGLISH), {})], ENGLISH)
    for text in sample_expression(parse_sentence(template).expression):
        state = ours.walk(split(text, ENGLISH))
        assert state is not None, text
        assert state.end == 0, text
