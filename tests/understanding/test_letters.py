import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.understanding.letters import sounds
from lorgnette.understanding.sound import CONSONANTS, VOWELS


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("rose", "roz"),
        ("knight", "nYt"),
        ("station", "staS@n"),
        ("battery", "batRi"),
        ("sixteen", "sIkstin"),
        ("stopped", "stApt"),
        ("wanted", "wAntId"),
        ("of", "Vv"),
    ],
)
def test_english_words(word, said):
    assert sounds(word) == said


@pytest.mark.parametrize(
    "words", [("two", "too", "to"), ("rose", "roze"), ("right", "write"), ("eight", "ate")]
)
def test_words_that_sound_the_same(words):
    assert len({sounds(word) for word in words}) == 1


@given(st.text(max_size=60))
def test_any_word_has_sounds_of_the_alphabet(word):
    assert set(sounds(word)) <= set(VOWELS + CONSONANTS)
