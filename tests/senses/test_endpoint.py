import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.completeness import Completeness
from lorgnette.senses.endpoint import QUICKEST, SLOWEST, Budget, CutOff, Pace, Survived

PAUSES = st.integers(0, 10**9)
EVIDENCE = st.builds(Survived, PAUSES, PAUSES) | st.builds(CutOff, PAUSES, PAUSES)


@pytest.mark.parametrize(
    ("completeness", "seconds"),
    [(Completeness.COMPLETE, 0.2), (Completeness.OPEN, 0.6), (Completeness.DANGLING, 1.2)],
)
def test_the_budget_grows_with_what_is_missing(completeness, seconds):
    assert Budget().wait(completeness, Pace()) == round(seconds * 16_000)
    assert Budget().wait(completeness, Pace(1.5)) == round(seconds * 1.5 * 16_000)


def test_who_is_cut_off_is_given_more_time():
    pace = Pace().learn(CutOff(pause=9600, wait=3200))

    assert 1 < pace.factor <= 1.1


def test_long_pauses_slow_us_down_and_short_ones_speed_us_up():
    assert Pace().learn(Survived(pause=9000, wait=9600)).factor > 1
    assert Pace().learn(Survived(pause=3200, wait=19200)).factor < 1


def test_being_cut_off_never_speeds_us_up():
    assert Pace(1.5).learn(CutOff(pause=100, wait=9600)).factor == 1.5


@given(st.lists(EVIDENCE))
def test_the_pace_keeps_within_bounds(experiences):
    pace = Pace()
    for evidence in experiences:
        pace = pace.learn(evidence)
    assert QUICKEST <= pace.factor <= SLOWEST


def test_a_habit_is_learned_in_some_dozen_experiences():
    pace = Pace()
    for _ in range(30):
        pace = pace.learn(Survived(pause=12_800, wait=9600))
    assert pace.factor == pytest.approx(1.25 * 12_800 / 9600, rel=0.05)


def test_the_pace_can_be_kept():
    pace = Pace(1.234)

    assert msgspec.json.decode(msgspec.json.encode(pace), type=Pace) == pace
