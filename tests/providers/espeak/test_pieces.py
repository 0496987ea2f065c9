from hypothesis import given
from hypothesis import strategies as st

from lorgnette.providers.espeak.pieces import CLAUSE_PAUSE, LONGEST, SENTENCE_PAUSE, pieces


def test_a_long_sentence_is_spoken_clause_by_clause():
    text = "The timer is set for ten seconds, and the next train leaves at four. Good luck."

    assert pieces(text, "en") == [
        ("The timer is set for ten seconds, ", CLAUSE_PAUSE),
        ("and the next train leaves at four. ", SENTENCE_PAUSE),
        ("Good luck.", SENTENCE_PAUSE),
    ]


def test_a_short_clause_is_not_torn_off():
    assert len(pieces("Good morning, how are you?", "en")) == 1


def test_chinese_says_more_in_fewer_characters():
    assert [text for text, _ in pieces("现在是下午三点半了，天气很好。", "zh")] == [
        "现在是下午三点半了，",
        "天气很好。",
    ]


def test_marks_alone_are_not_spoken():
    assert pieces("… — «» !\n", "en") == []


def test_japanese_is_read_for_the_voice():
    assert pieces("駅はどこですか？", "ja") == [("えきわどこですか？", SENTENCE_PAUSE)]


@given(st.text(), st.sampled_from(["en", "zh", "ko"]))
def test_every_letter_is_spoken_once_in_order(text, language):
    said = pieces(text, language)

    letters = "".join(letter for piece in said for letter in piece.text if letter.isalnum())
    assert letters == "".join(letter for letter in text if letter.isalnum())
    assert all(len(piece.text) <= LONGEST for piece in said)
