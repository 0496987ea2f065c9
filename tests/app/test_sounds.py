"""Sound files: whatever libsndfile reads becomes sound of the hub."""

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.app import sounds
from lorgnette.core.errors import ConfigurationError
from lorgnette.core.types import SAMPLE_RATE, samples_in


def tone(rate, seconds=0.5, pitch=440):
    return 0.5 * np.sin(2 * np.pi * pitch * np.arange(round(rate * seconds)) / rate)


def pitch_of(sound):
    samples = np.frombuffer(sound, "<i2").astype(float)
    return np.argmax(np.abs(np.fft.rfft(samples))) * SAMPLE_RATE / len(samples)


@pytest.mark.parametrize("rate", [8_000, 11_025, 16_000, 22_050, 44_100, 48_000])
@pytest.mark.parametrize("ending", ["wav", "flac"])
def test_every_rate_keeps_its_length_and_pitch(tmp_path, rate, ending):
    path = tmp_path / f"tone.{ending}"
    soundfile.write(path, tone(rate), rate)

    sound = sounds.read(path)

    assert abs(samples_in(sound) - SAMPLE_RATE // 2) <= 1
    assert pitch_of(sound) == pytest.approx(440, abs=3)
    assert np.abs(np.frombuffer(sound, "<i2")).max() == pytest.approx(16_384, rel=0.05)


def test_two_channels_become_one(tmp_path):
    path = tmp_path / "stereo.wav"
    soundfile.write(path, np.stack([tone(16_000), np.zeros(8_000)], axis=1), 16_000)

    assert np.abs(np.frombuffer(sounds.read(path), "<i2")).max() == pytest.approx(8_192, rel=0.05)


@given(st.binary(max_size=400).filter(lambda data: len(data) % 2 == 0))
@settings(max_examples=30)
def test_what_is_written_reads_back_the_same(tmp_path_factory, sound):
    path = tmp_path_factory.mktemp("sounds") / "sound.wav"
    sounds.write(path, sound)

    back = np.frombuffer(sounds.read(path), "<i2").astype(int)

    assert np.abs(back - np.frombuffer(sound, "<i2")).max(initial=0) <= 1


@pytest.mark.parametrize("content", [b"", b"RIFF", b"no sound at all" * 50, b"fLaC" + b"\xff" * 99])
def test_what_is_no_sound_is_one_sentence(tmp_path, content):
    path = tmp_path / "sound.wav"
    path.write_bytes(content)

    with pytest.raises(ConfigurationError, match=r"sound\.wav is no sound") as failure:
        sounds.read(path)

    assert "\n" not in str(failure.value)


def test_a_folder_is_no_sound(tmp_path):
    with pytest.raises(ConfigurationError, match="there is no file"):
        sounds.read(tmp_path)


def test_an_hour_is_enough(tmp_path, monkeypatch):
    monkeypatch.setattr(sounds, "LONGEST", 0.1)
    soundfile.write(tmp_path / "long.wav", tone(16_000), 16_000)

    with pytest.raises(ConfigurationError, match="longer than"):
        sounds.read(tmp_path / "long.wav")
