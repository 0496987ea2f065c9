import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.sentences import LONGEST, Sentences, glued, sentences


@pytest.mark.parametrize(
    "expected",
    [
        ["Hello. ", "How are you? ", "I am fine."],
        ["Dr. Smith paid 3.5 dollars. ", "He left at 5 p.m. ", "Then J. R. Smith came."],
        ["Is it open? No. 5 is. ", "No. ", "It is closed."][1:],
        ["The light is red. ", "Wait."],
        ["So do I. ", "Then I left."],
        ["Das kostet ca. 5 Euro, z. B. Montag. ", "Gut."],
        ["El Sr. García vive aquí. ", "¿Dónde? ", "¡Allí!"],
        ["Bonjour M. Dupont. ", "Ça va\u202f? ", "Oui\u202f!"],
        ["1. Open the door.\n", "2. Close it."],
        ["Wait… what? ", '"Stop!" he said. ', "(Really.) ", "Yes!"],
        ["Well... ", "Fine... or not."],
        ["See www.example.com/a.b for it. ", "Good."],
        ["你好。", "今天天气很好！", "是吗？"],
        ["他说：“好。”", "然后走了……没有回来。"],
        ["你好吗?", "我很好。"],
        ["「はい。」", "駅はどこですか。 ", "三・五です。"],
        ["안녕하세요. ", "어디에 가요?"],
        ["First line\n\n", "Second line"],
        [". ", "A."],
    ],
)
def test_a_text_is_cut_where_a_sentence_ends(expected):
    assert sentences("".join(expected)) == expected


def test_a_sentence_is_given_once_the_next_begins():
    splitter = Sentences()

    assert splitter.feed("It is 3.") == []
    assert splitter.feed("5 degrees. ") == []
    assert splitter.feed("Cold") == ["It is 3.5 degrees. "]
    assert splitter.rest() == "Cold"
    assert splitter.rest() == ""


def test_a_sentence_without_an_end_is_cut_at_a_clause_then_a_word_then_anywhere():
    assert sentences("aaaa bbb, cc dd", longest=12) == ["aaaa bbb, ", "cc dd"]
    assert sentences("aaaa bbb cc dd", longest=10) == ["aaaa bbb ", "cc dd"]
    assert sentences("a" * 25, longest=10) == ["a" * 10, "a" * 10, "a" * 5]


texts = st.text(st.sampled_from('ab Z.!?…。，,\n"”」1 3你a.m') | st.characters())


@given(texts, st.integers(8, 40))
def test_nothing_is_lost_and_nothing_is_too_long(text, longest):
    cut = sentences(text, longest)

    assert "".join(cut) == text
    assert all(0 < len(one) <= longest for one in cut)


@given(st.lists(texts), st.integers(8, 40))
def test_the_cut_does_not_depend_on_how_the_text_arrives(pieces, longest):
    splitter = Sentences(longest)

    cut = [one for piece in pieces for one in splitter.feed(piece)]

    rest = splitter.rest()
    assert [*cut, *([rest] if rest else [])] == sentences("".join(pieces), longest)


def test_an_endless_text_is_never_held():
    splitter = Sentences()
    for _ in range(100):
        splitter.feed(" " * 1000)

    assert len(splitter.rest()) < LONGEST


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (["It is noon. ", "Quite noon."], "It is noon. Quite noon."),
        (["It is noon.", "", " Quite noon."], "It is noon. Quite noon."),
        (["好的。", "已设好。"], "好的。已设好。"),
        ([], ""),
    ],
)
def test_sentences_are_glued_as_their_script_does_it(parts, whole):
    assert glued(parts) == whole
