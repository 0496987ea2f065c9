"""Simulated tracks: the same for a seed, as wrong as they say, and true to their path."""

from itertools import pairwise

import pytest

from lorgnette.core.geo import metres
from lorgnette.core.routes import Direction, Mode
from lorgnette.testing.tracks import CANYON, OPEN, Sky, track, wrong_turn
from lorgnette.testing.ways import SPEEDS, Draft

ROUTE = Draft().go(600, 20).turn(Direction.LEFT).go(400, 20).arrive()


def errors(samples):
    return [metres(sample.spot, sample.fix.spot) for sample in samples]


def test_a_seed_gives_the_same_track_and_another_gives_another():
    assert track(ROUTE.line, Mode.FOOT, 7) == track(ROUTE.line, Mode.FOOT, 7)
    assert track(ROUTE.line, Mode.FOOT, 7) != track(ROUTE.line, Mode.FOOT, 8)


@pytest.mark.parametrize("mode", list(Mode))
def test_one_goes_the_whole_path_at_a_speed_of_the_mode(mode):
    samples = track(ROUTE.line, mode, 1, Sky(noise=0.0), lights=False)

    assert samples[-1].gone == pytest.approx(ROUTE.length)
    assert samples[-1].fix.at - 20 == pytest.approx(ROUTE.length / SPEEDS[mode], rel=0.4)
    assert all(before.gone <= after.gone for before, after in pairwise(samples))
    assert max(errors(samples)) < 0.01


def test_at_lights_one_waits():
    samples = track(ROUTE.line, Mode.CAR, 1, Sky(noise=0.0))

    assert sum(one.gone == other.gone < 900 for one, other in pairwise(samples)) >= 5


def test_the_error_is_as_large_as_the_sky_says_and_stays_for_a_while():
    samples = [each for seed in range(20) for each in track(ROUTE.line, Mode.FOOT, seed, OPEN)]
    found = errors(samples)
    changes = [
        metres(one.fix.spot, other.fix.spot) - (other.gone - one.gone)
        for one, other in pairwise(track(ROUTE.line, Mode.FOOT, 1, OPEN))
    ]

    assert sum(found) / len(found) == pytest.approx(3, rel=0.4)
    assert max(map(abs, changes)) < 3


def test_between_tall_houses_there_are_gaps_and_jumps_and_a_bad_beginning():
    tracks = [track(ROUTE.line, Mode.FOOT, seed, CANYON) for seed in range(10)]
    gaps = [
        other.fix.at - one.fix.at
        for samples in tracks
        for one, other in pairwise(samples)
        if other.fix.at - one.fix.at > 1
    ]

    assert gaps
    assert max(gaps) <= 14
    assert any(error > 40 for samples in tracks for error in errors(samples[20:]))
    assert all(samples[0].fix.accuracy > 2 * samples[-1].fix.accuracy for samples in tracks)


def test_courses_are_told_only_by_receivers_that_know_them():
    sky = Sky(courses=False)

    assert all(
        each.fix.speed is each.fix.course is None for each in track(ROUTE.line, Mode.FOOT, 1, sky)
    )


def test_a_wrong_turn_goes_straight_on_where_the_way_turns():
    path = wrong_turn(ROUTE, 1, 250)

    assert metres(path[0], path[-1]) == pytest.approx(850, abs=0.1)
