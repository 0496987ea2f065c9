"""What is meant when several places are called so."""

from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.places.ranking import closeness, worth

KM = 1000.0


def test_a_known_far_town_beats_a_far_unknown_alley():
    assert worth(1.0, 0.6, 300 * KM) > worth(1.0, 0.12, 290 * KM)


def test_a_near_cafe_beats_a_far_one():
    assert worth(1.0, 0.22, 200) > worth(1.0, 0.32, 20 * KM)


def test_a_name_that_fits_beats_one_that_is_near():
    assert worth(1.0, 0.2, 20 * KM) > worth(0.6, 0.4, 100)


def test_where_one_went_before_beats_a_little_nearer():
    assert worth(1.0, 0.2, 3 * KM, visits=4) > worth(1.0, 0.2, 1 * KM)


@given(st.floats(0, 2e7), st.floats(0, 2e7))
def test_nearer_is_never_worse(one, other):
    near, far = sorted((one, other))
    assert 1 >= closeness(near) >= closeness(far) >= 0
    assert closeness(None) == 0
