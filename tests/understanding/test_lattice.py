from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.core.words import split
from lorgnette.understanding.lattice import MOVED, WORD, Lattice
from lorgnette.understanding.sound import lexicon

KNOWN = ("alarm", "a", "lot", "sixteen", "twenty", "five", "roast", "cappuccino")


def ways(text, known=KNOWN, language=ENGLISH):
    """Every row of known words that a text may have been."""
    words = split(text, language)
    lattice = Lattice(words, lexicon(known, language), language)

    def after(point):
        if point == len(words) * WORD:
            return [()]
        return [
            (word, *rest)
            for piece in lattice.at(point)
            for word in piece.words
            for rest in after(piece.end)
        ]

    return set(after(0))


def test_a_word_is_itself_and_what_sounds_like_it():
    lattice = Lattice(("rose",), lexicon(KNOWN, ENGLISH), ENGLISH)

    (piece,) = lattice.at(0)

    assert piece.words["rose"] == 0
    assert 0 < piece.words["roast"] < 1


def test_two_heard_words_may_be_one():
    assert ("alarm",) in ways("a larm")
    assert ("cappuccino",) in ways("cup of chino")


def test_one_heard_word_may_be_two():
    assert ("a", "lot") in ways("alot")


def test_figures_are_spelled_out():
    assert ("sixteen",) in ways("16")
    assert ("twenty", "five") in ways("25")


def test_moved_boundaries_cost_something():
    lattice = Lattice(("a", "larm"), lexicon(KNOWN, ENGLISH), ENGLISH)

    joined = [piece for piece in lattice.at(0) if piece.end == 2 * WORD]

    assert joined[0].words["alarm"] >= MOVED


def test_chinese_characters_stay_apart():
    assert ways("社中", known="设钟", language=CHINESE) == {
        (first, second) for first in "社设" for second in "中钟"
    }
