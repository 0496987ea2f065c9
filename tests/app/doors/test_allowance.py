"""Everybody has their own allowance, and nobody can fill the memory."""

from lorgnette.app.doors.allowance import PARTIES, Allowance


def test_one_party_has_no_effect_on_another():
    tries = Allowance(rate=5 / 60, burst=5)

    assert [tries.take("ann", 0.0) for _ in range(5)] == [0.0] * 5
    assert tries.take("ann", 0.0) > 0
    assert tries.take("bob", 0.0) == 0.0


def test_it_fills_again_with_time():
    tries = Allowance(rate=5 / 60, burst=5)
    for _ in range(5):
        tries.take("ann", 0.0)

    wait = tries.take("ann", 0.0)

    assert 11.9 < wait < 12.1
    assert tries.take("ann", wait + 0.01) == 0.0


def test_who_was_not_seen_for_longest_is_forgotten():
    tries = Allowance(rate=1, burst=1)
    for number in range(PARTIES + 1):
        tries.take(number, 0.0)

    assert len(tries.buckets) == PARTIES
    assert tries.take(PARTIES, 0.0) > 0
    assert tries.take(0, 0.0) == 0.0
