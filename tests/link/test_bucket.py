from hypothesis import given
from hypothesis import strategies as st

from lorgnette.link.bucket import Bucket


def test_lets_the_burst_pass_at_once_and_then_says_how_long_to_wait():
    bucket = Bucket(rate=2.0, burst=3.0)

    assert [bucket.take(1.0, 10.0) for _ in range(4)] == [0.0, 0.0, 0.0, 0.5]


def test_fills_again_with_time_up_to_the_burst():
    bucket = Bucket(rate=2.0, burst=3.0)
    bucket.take(3.0, 0.0)

    assert bucket.take(1.0, 0.5) == 0.0
    assert bucket.take(4.0, 100.0) > 0.0
    assert bucket.take(3.0, 100.0) == 0.0


@given(st.lists(st.tuples(st.floats(0, 5), st.floats(0, 10)), max_size=50))
def test_never_lets_more_pass_than_burst_and_rate(takes):
    bucket, now, passed = Bucket(rate=1.0, burst=5.0), 0.0, 0.0
    for pause, amount in takes:
        now += pause
        if bucket.take(amount, now) == 0.0:
            passed += amount

    assert passed <= 5.0 + now + 1e-6


@given(st.floats(0.1, 5), st.floats(0, 5))
def test_the_wait_is_long_enough(amount, spent):
    bucket = Bucket(rate=3.0, burst=5.0)
    bucket.take(spent, 0.0)
    wait = bucket.take(amount, 0.0)

    assert wait == 0.0 or bucket.take(amount, wait + 1e-6) == 0.0
