import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.providers.moonshine.tokens import END, START, Tokens, read_pieces


def test_a_vocabulary_file_is_pieces_with_their_lengths():
    assert read_pieces(b"\x03abc\x00\x01d") == [b"abc", b"", b"d"]


def test_a_long_piece_has_a_length_of_two_bytes():
    assert read_pieces(bytes([128 + 72, 1]) + b"x" * 200) == [b"x" * 200]


@given(st.binary(max_size=300))
def test_any_bytes_are_pieces_or_refused(data):
    try:
        pieces = read_pieces(data)
    except ValueError:
        return
    assert sum(map(len, pieces)) < len(data) or not data


def test_the_earliest_merge_wins(tokens):
    assert [tokens.piece(token) for token in tokens.encode(" timer")] == ["▁timer"]
    assert [tokens.piece(token) for token in tokens.encode(" tin")] == ["▁t", "in"]


@given(st.text(max_size=40))
def test_text_survives_being_cut_into_pieces(tokens, text):
    whole = " ".join(text.replace("▁", " ").split())

    assert " ".join(tokens.decode(tokens.encode(whole)).split()) == whole


def test_marks_of_start_and_end_are_not_text(tokens):
    assert tokens.decode([START, *tokens.encode(" set"), END]) == "set"


def test_a_word_opens_with_a_gap(tokens):
    first, *rest = tokens.encode(" set-ten")

    assert tokens.opens_word(first)
    assert not any(map(tokens.opens_word, rest))


def test_a_missing_vocabulary_is_an_error(tmp_path):
    with pytest.raises(OSError, match="absent"):
        Tokens.load(tmp_path / "absent")
