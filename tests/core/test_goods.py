from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.goods import Good, Observation, distinct, merged, named

NAMED = st.none() | st.lists(st.sampled_from(["milk", "nuts", "eggs"]), max_size=3).map(tuple)


def good(**about):
    return Good("3017620422003", **about)


def test_what_the_first_does_not_know_the_next_may():
    first = good(names={"": "Spread"}, nova=4, source="mine", nutrition={"salt": 1.0})
    other = good(names={"": "X", "zh": "榛子酱"}, brand="Nutti", source="food", nova=3)
    assert merged(first, other) == good(
        names={"": "Spread", "zh": "榛子酱"},
        brand="Nutti",
        nova=4,
        nutrition={"salt": 1.0},
        source="mine, food",
    )


@given(st.lists(NAMED, min_size=1, max_size=4))
def test_no_allergen_is_lost_and_silence_is_not_none(named):
    allergens = merged(*(good(allergens=each) for each in named)).allergens
    said = [each for each in named if each is not None]
    assert set(allergens or ()) == {name for each in said for name in each}
    assert (allergens is None) == (not said)


def test_a_price_that_is_told_again_is_one():
    seen = Observation("3017620422003", 349, "EUR", date(2026, 1, 2), shop="A", source="x")
    again = Observation("3017620422003", 349, "EUR", date(2026, 1, 2), shop="A", source="y")
    other = Observation("3017620422003", 349, "EUR", date(2026, 1, 2), shop="B")
    assert distinct([seen, again, other]) == [seen, other]


def test_a_chinese_name_is_known_for_one():
    assert named("榛子巧克力酱 400g") == {"zh": "榛子巧克力酱 400g"}
    assert named("Nuss-Nougat-Creme") == {"": "Nuss-Nougat-Creme"}
    assert named("7") == {"": "7"}
