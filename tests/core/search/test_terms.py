"""What goes into the index, and what is asked of it, fit each other."""

from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.search.terms import asked, indexed
from lorgnette.core.search.wanted import words_of


def test_chinese_goes_in_with_the_character_behind_it():
    assert indexed(words_of("我们的Q3预算，紧 ok")) == [
        "我们",
        "们的",
        "的",
        "q3",
        "预算",
        "算紧",
        "紧",
        "ok",
    ]
    assert indexed([]) == []


def test_a_single_character_begins_a_pair():
    assert asked(("预", "算")) == (["预算"], False)
    assert asked(("预", "算", "紧")) == (["预算", "算紧"], False)
    assert asked(("紧",)) == (["紧"], True)
    assert asked(("q3", "预")) == (["q3", "预"], True)
    assert asked(("预", "算", "q3")) == (["预算", "算", "q3"], False)


WORDS = st.lists(st.sampled_from(["预", "算", "紧", "q3", "ok"]), min_size=1, max_size=8)


@given(WORDS, st.data())
def test_whatever_words_of_a_text_are_asked_for_stand_in_its_terms(words, data):
    first = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(first + 1, len(words)))
    terms, goes_on = asked(words[first:end])

    there = indexed(words)[first : first + len(terms)]
    assert there[:-1] == terms[:-1]
    assert there[-1].startswith(terms[-1]) if goes_on else there[-1] == terms[-1]
