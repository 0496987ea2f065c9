"""Sound and film files are read by a process of its own, whatever they are."""

import datetime as dt
import subprocess
import sys
from fractions import Fraction

import anyio
import numpy as np
import pytest
import soundfile

from lorgnette.app.transcribing import recording, worker
from lorgnette.app.transcribing.recording import moment, opened
from lorgnette.core.errors import ConfigurationError
from lorgnette.core.types import SAMPLE_RATE

pytestmark = [pytest.mark.real, pytest.mark.asyncio]


def tone(rate, seconds):
    return (0.5 * np.sin(2 * np.pi * 440 * np.arange(round(rate * seconds)) / rate)).astype("f4")


def film(path, *, late=0.0, sound=True, seconds=4.0):
    """A film of a grey wall, with a tone that begins `late` seconds after the picture."""
    import av

    with av.open(str(path), "w", options={"movflags": "faststart"}) as container:
        container.metadata["creation_time"] = "2026-03-01T10:00:00Z"
        picture = container.add_stream("mpeg4", rate=10)
        picture.width, picture.height, picture.pix_fmt = 64, 48, "yuv420p"
        voice = container.add_stream("aac", rate=48_000, layout="mono") if sound else None
        for number in range(round(10 * (seconds + late))):
            frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), 99, np.uint8), format="rgb24")
            frame.pts, frame.time_base = number, Fraction(1, 10)
            container.mux(picture.encode(frame))
        container.mux(picture.encode())
        if voice:
            samples = tone(48_000, seconds)
            for at in range(0, len(samples) // 1024 * 1024, 1024):
                piece = samples[np.newaxis, at : at + 1024]
                frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout="mono")
                frame.sample_rate, frame.time_base = 48_000, Fraction(1, 48_000)
                frame.pts = at + round(late * 48_000)
                container.mux(voice.encode(frame))
            container.mux(voice.encode())
    return path


async def heard(path):
    """The length the file says, and its samples."""
    async with opened(path) as file:
        pieces = []
        while piece := await file.next():
            assert len(piece) % 2 == 0
            pieces.append(piece)
    return file, np.frombuffer(b"".join(pieces), "<i2")


def pitch(samples):
    return np.abs(np.fft.rfft(samples)).argmax() * SAMPLE_RATE / len(samples)


@pytest.mark.parametrize("name", ["tone.wav", "tone.flac", "tone.mp3", "tone.ogg", "tone.aiff"])
async def test_sound_files_of_any_rate_and_channels(tmp_path, name):
    path = tmp_path / name
    soundfile.write(path, np.stack([tone(44_100, 2)] * 2, axis=1), 44_100)

    file, samples = await heard(path)

    assert file.seconds == pytest.approx(2, abs=0.1)
    assert len(samples) / SAMPLE_RATE == pytest.approx(2, abs=0.1)
    assert pitch(samples) == pytest.approx(440, abs=3)
    assert np.abs(samples).max() == pytest.approx(16_384, rel=0.1)


@pytest.mark.parametrize("name", ["film.mp4", "film.mkv", "film.mov"])
async def test_films_give_their_sound_and_the_moment_they_were_made(tmp_path, name):
    file, samples = await heard(film(tmp_path / name))

    assert len(samples) / SAMPLE_RATE == pytest.approx(4, abs=0.1)
    assert pitch(samples) == pytest.approx(440, abs=3)
    if name != "film.mkv":
        assert file.began == dt.datetime(2026, 3, 1, 10, tzinfo=dt.UTC)


@pytest.mark.parametrize("name", ["film.mp4", "film.mkv"])
async def test_sound_that_begins_after_the_picture_keeps_its_time(tmp_path, name):
    _, samples = await heard(film(tmp_path / name, late=2.0))

    loud = np.flatnonzero(np.abs(samples) > 4_000)
    assert loud[0] / SAMPLE_RATE == pytest.approx(2, abs=0.1)


async def test_a_film_without_sound(tmp_path):
    with pytest.raises(ConfigurationError, match=r"mute\.mp4: there is no sound in it"):
        await heard(film(tmp_path / "mute.mp4", sound=False))


async def test_a_file_that_is_cut_short_is_read_as_far_as_it_goes(tmp_path):
    whole = film(tmp_path / "whole.mp4", seconds=20).read_bytes()
    path = tmp_path / "short.mp4"
    path.write_bytes(whole[: len(whole) // 2])

    file, samples = await heard(path)

    assert file.seconds == pytest.approx(20, abs=0.1)
    assert 4 < len(samples) / SAMPLE_RATE < 16


async def test_damage_in_the_middle_does_not_move_what_comes_after(tmp_path):
    whole = bytearray(film(tmp_path / "whole.mp4", seconds=20).read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 2_000] = bytes(2_000)
    path = tmp_path / "damaged.mp4"
    path.write_bytes(whole)

    _, samples = await heard(path)

    assert len(samples) / SAMPLE_RATE == pytest.approx(20, abs=0.3)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is empty"),
        (b"no sound at all " * 100, "no sound or film"),
        (b"RIFF", "no sound or film"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), ""),
        (bytes(range(256)) * 400, ""),
    ],
)
async def test_what_is_no_sound_is_one_sentence(tmp_path, content, why):
    path = tmp_path / "talk.mp3"
    path.write_bytes(content)

    with pytest.raises(ConfigurationError, match=rf"cannot read .*talk\.mp3: .*{why}") as failure:
        await heard(path)

    assert "\n" not in str(failure.value)


async def test_folders_and_nothing_are_no_sound(tmp_path):
    with pytest.raises(ConfigurationError, match="it is a folder"):
        await heard(tmp_path)
    with pytest.raises(ConfigurationError, match="no such file"):
        await heard(tmp_path / "nothing.mp3")


@pytest.mark.parametrize(
    "playlist",
    [
        "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{other}\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile {other}\n",
    ],
)
async def test_a_file_cannot_have_another_one_read(tmp_path, playlist):
    soundfile.write(tmp_path / "secret.wav", tone(16_000, 2), 16_000)
    path = tmp_path / "list.m3u8"
    path.write_text(playlist.format(other=tmp_path / "secret.wav"))

    with pytest.raises(ConfigurationError, match="cannot read"):
        await heard(path)


async def test_whoever_leaves_early_leaves_no_process_behind(tmp_path, monkeypatch):
    soundfile.write(tmp_path / "long.wav", tone(16_000, 120), 16_000)
    started = []
    open_process = anyio.open_process

    async def noted(*args, **more):
        started.append(await open_process(*args, **more))
        return started[-1]

    monkeypatch.setattr(anyio, "open_process", noted)

    async with opened(tmp_path / "long.wav") as file:
        assert await file.next()

    [process] = started
    assert process.returncode is not None


@pytest.mark.parametrize(
    ("program", "why"),
    [
        ("", "reading it crashed"),
        ("print('no JSON')", "it makes no sense"),
        ("print('x' * 100_000)", "reading it crashed"),
        ("import time; time.sleep(60)", "it takes too long"),
    ],
)
async def test_a_reader_that_fails_is_one_sentence(tmp_path, monkeypatch, program, why):
    (tmp_path / "talk.mp3").write_bytes(b"sound")
    monkeypatch.setattr(recording, "COMMAND", (sys.executable, "-c", program))
    monkeypatch.setattr(recording, "STARTING", 60.0 if "long" not in why else 0.2)
    monkeypatch.setattr(recording, "ENDING", 60.0 if "long" not in why else 0.0)

    with pytest.raises(ConfigurationError, match=why):
        await heard(tmp_path / "talk.mp3")


def test_the_reader_imports_nothing_of_ours():
    program = f"import runpy, sys; runpy.run_path({worker.__file__!r}); print(*sys.modules)"
    modules = subprocess.run(
        [sys.executable, "-S", "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()

    assert not [name for name in modules if name.startswith("lorgnette")]


def test_a_moment_needs_its_zone_to_be_one():
    assert moment("2026-03-01T10:00:00.000000Z") == dt.datetime(2026, 3, 1, 10, tzinfo=dt.UTC)
    assert moment("yesterday") is None
    assert moment(None) is None
    assert moment("2026-03-01 10:00:00") is None
