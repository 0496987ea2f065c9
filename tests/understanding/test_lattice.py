from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.core.words import split
from lorgnette.understanding.lattice import MOVED, WORD, Lattice
from lorgnette.understanding.sound import lexicon

KNOWN = ("alarm", "a", "lot", "sixteen", "twenty", "five", "roast", "cappuccino")


def ways(text, known=KNOWN, language=ENGLISH, fixed=()):
    """Every row of known words that a text may have been, with the cost."""
    words = split(text, language)
    lattice = Lattice(words, lexicon(known, language), language, fixed)

    def after(point):
        if point == len(words) * WORD:
            return [((), 0.0)]
        return [
            ((word, *rest), cost + more)
            for piece in lattice.at(point)
            for word, cost in lattice.near(piece, dict.fromkeys(known))
            for rest, more in after(piece.end)
        ]

    return dict(after(0))


def test_a_word_is_itself_and_what_sounds_like_it():
    assert ways("roast") == {("roast",): 0}
    assert 0 < ways("rose")["roast",] < 1


def test_two_heard_words_may_be_one():
    assert ways("a larm")["alarm",] >= MOVED
    assert ways("cup of chino")["cappuccino",] >= 2 * MOVED


def test_one_heard_word_may_be_two():
    assert ways("alot")["a", "lot"] >= MOVED


def test_figures_are_spelled_out():
    assert ways("16") == {("sixteen",): 0}
    assert ways("25") == {("twenty", "five"): 0}


def test_fixed_words_are_themselves():
    assert ways("a larm", fixed={"larm"}) == {}
    assert ways("a lot", fixed={"lot"}) == {("a", "lot"): 0}


def test_chinese_characters_stay_apart():
    assert set(ways("社中", known="设钟", language=CHINESE)) == {("设", "钟")}
