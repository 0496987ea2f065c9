"""Bands of distance: by the speed, within bounds, and never the near one before the far one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.guidance.pace import PACES, Band


@pytest.mark.parametrize(("speed", "metres"), [(0, 40), (3, 60), (30, 200), (1.9, 40)])
def test_a_band_is_so_many_seconds_ahead_within_its_bounds(speed, metres):
    assert Band(20, 40, 200).metres(speed) == metres


def test_a_band_for_fast_roads_is_none_on_slow_ones():
    band = Band(30, 600, 1200, faster=16)

    assert (band.metres(15), band.metres(20)) == (0, 600)


@given(st.sampled_from(list(PACES.values())), st.floats(0, 70))
def test_bands_are_from_far_to_near_at_every_speed(pace, speed):
    metres = [band.metres(speed) for band in pace.bands if band.metres(speed)]

    assert metres == sorted(metres, reverse=True)
    assert metres[-1] >= 4 * min(speed, pace.usual)  # seconds enough to say it
