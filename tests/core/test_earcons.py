from array import array
from itertools import pairwise

import pytest

from lorgnette.core.earcons import LOUDNESS, Earcon, sound_of
from lorgnette.core.types import SAMPLE_RATE, samples_in


@pytest.mark.parametrize("earcon", Earcon)
def test_an_earcon_is_short_audible_and_does_not_click(earcon):
    sound = sound_of(earcon)
    samples = array("h", sound)

    assert 0.1 < samples_in(sound) / SAMPLE_RATE <= 1.0
    assert max(map(abs, samples)) == pytest.approx(LOUDNESS * 32767, abs=1)
    assert abs(samples[0]) < 50
    assert abs(samples[-1]) < 200
    steps = [abs(one - two) for one, two in pairwise(samples)]
    assert max(steps) < 0.8 * LOUDNESS * 32767


def test_every_earcon_sounds_different():
    assert len({sound_of(earcon) for earcon in Earcon}) == len(Earcon)


def test_an_earcon_is_made_once():
    assert sound_of(Earcon("wake")) is sound_of(Earcon.WAKE)
