"""Spaces that the network left out are put back where the picture shows them."""

import numpy as np
import pytest

from lorgnette.providers.rapidocr.spaces import longest, spaced


def line(text, *, letter=10, between=4, space=14):
    """A line with a block of ink for each letter, and the text without its spaces."""
    where, columns, at = [], [], 6
    for char in text:
        if char == " ":
            at += space
            continue
        where.append(at + letter / 2)
        columns.append((at, at + letter))
        at += letter + between
    pixels = np.full((48, at + 6, 3), 250, np.uint8)
    for start, end in columns:
        pixels[12:36, start:end] = 20
    return list(text.replace(" ", "")), np.array(where), pixels


@pytest.mark.parametrize(
    "text",
    ["thequickbrownfox jumpsover", "Adults ¥20", "12 34", "人民 路abc"],
)
def test_a_wide_gap_is_a_space(text):
    assert spaced(*line(text, space=24)) == text


def test_words_run_together_are_parted_at_what_is_clearly_wider_than_between_letters():
    text = "please leave large bags here"
    assert spaced(*line(text, between=3, space=5)) == text


@pytest.mark.parametrize("text", ["Donaudampfschifffahrt", "extraordinarily"])
def test_a_long_word_stays_one(text):
    assert spaced(*line(text)) == text


def test_short_lines_are_left_as_they_were_read():
    assert spaced(*line("so it is", between=3, space=5)) == "soitis"


def test_letters_that_fill_a_square_have_air_of_their_own():
    assert spaced(*line("スト リー ト", space=10)) == "ストリート"


def test_marks_keep_their_distance():
    assert spaced(*line("一， 二", space=30)) == "一，二"


def test_the_longest_run():
    assert longest(np.array([0, 1, 1, 0, 1], bool)) == 2
    assert longest(np.zeros(0, bool)) == 0
