"""The sound of a meeting: whole after a kill, in time after a gap, and gone when it is gone."""

import os

import numpy as np
import pytest
import soundfile

from lorgnette.core.types import ENGLISH, SAMPLE_RATE
from lorgnette.store.meetings import SQLiteMeetings, sound
from lorgnette.testing.turns import NOW

RATE = SAMPLE_RATE


def tone(seconds, level=1000):
    """Sound that is the same everywhere."""
    return np.full(int(seconds * RATE), level, "<i2").tobytes()


async def begun(diary):
    meeting = await diary.begin("Weekly", NOW, ENGLISH)
    return meeting.id, await diary.recorder(meeting.id)


async def played(diary, meeting):
    """The sound of a meeting that is over, a number for each second."""
    await diary.end(meeting)
    samples, rate = soundfile.read(await diary.audio(meeting), dtype="int16")
    assert rate == RATE
    return samples


@pytest.fixture
def short_parts(monkeypatch):
    monkeypatch.setattr("lorgnette.store.meetings.recorder.PART", 2 * RATE)


async def test_what_was_heard_can_be_played_in_one_file(diary, meetings, short_parts):
    meeting, recorder = await begun(diary)
    for second in range(7):
        await recorder.hear(tone(1, second), second * RATE)
    assert await diary.audio(meeting) is None  # it is still running
    await recorder.aclose()

    samples = await played(diary, meeting)
    assert samples[::RATE].tolist() == [0, 1, 2, 3, 4, 5, 6]
    assert len(samples) == 7 * RATE
    [file] = (meetings.sound.folder / str(meeting)).iterdir()
    assert file == await diary.audio(meeting)
    assert file.stat().st_mode & 0o777 == 0o600


async def test_what_is_missing_is_silence_and_what_comes_twice_is_heard_once(diary):
    meeting, recorder = await begun(diary)
    await recorder.hear(tone(1, 1), 0)
    await recorder.hear(tone(1, 9), RATE // 2)
    await recorder.hear(tone(1, 9), 0)
    await recorder.hear(tone(1, 2), 3 * RATE)
    await recorder.aclose()

    samples = await played(diary, meeting)
    assert samples[:: RATE // 2].tolist() == [1, 1, 9, 0, 0, 0, 2, 2]


async def test_a_kill_costs_less_than_two_seconds(diary, short_parts):
    meeting, recorder = await begun(diary)
    for piece in range(49):
        await recorder.hear(tone(0.1, piece), piece * RATE // 10)
    # and no more: the hub is killed

    again = await diary.recorder(meeting)
    assert again.heard > (4.9 - 2) * RATE
    await again.hear(tone(1, 99), 6 * RATE)
    await again.aclose()
    samples = await played(diary, meeting)
    assert samples[:: RATE // 10][:39].tolist() == list(range(39))
    assert samples[6 * RATE :].tolist() == [99] * RATE


@pytest.mark.parametrize("killed_at", ["compress", "join"])
async def test_a_kill_between_two_files_leaves_nothing_twice(
    diary, monkeypatch, short_parts, killed_at
):
    meeting, recorder = await begun(diary)
    for second in range(5):
        await recorder.hear(tone(1, second), second * RATE)
    await recorder.aclose()
    folder = recorder.sound.folder
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    await diary.end(meeting)
    if killed_at == "join":
        await diary.audio(meeting)
        for name, content in before.items():
            (folder / name).write_bytes(content)
    else:
        (folder / "000002.pcm").write_bytes(tone(2, 7))
        (folder / "000003.tmp").write_bytes(b"half")

    again = await diary.recorder(meeting)
    await again.hear(tone(1, 5), 5 * RATE)
    await again.aclose()
    assert (await played(diary, meeting))[::RATE].tolist() == [0, 1, 2, 3, 4, 5]


async def test_a_meeting_goes_on_after_it_was_played(diary):
    meeting, recorder = await begun(diary)
    await recorder.hear(tone(1, 1), 0)
    await recorder.aclose()
    assert len(await played(diary, meeting)) == RATE

    await diary.go_on(meeting)
    again = await diary.recorder(meeting)
    await again.hear(tone(1, 2), RATE)
    await again.aclose()
    assert (await played(diary, meeting))[::RATE].tolist() == [1, 2]


async def test_a_full_disk_ends_the_sound_and_never_the_meeting(diary, monkeypatch):
    meeting, recorder = await begun(diary)
    await recorder.hear(tone(2, 1), 0)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    await recorder.hear(tone(2, 2), 2 * RATE)
    assert recorder.stopped == "the sound of the meeting is kept no longer: No space left on device"
    monkeypatch.undo()
    await recorder.hear(tone(2, 3), 4 * RATE)
    await recorder.aclose()

    assert (await played(diary, meeting))[::RATE].tolist() == [1, 1]


async def test_there_is_no_sound_unless_it_is_wanted(store, tmp_path):
    diary = SQLiteMeetings(store, tmp_path / "sound").of("ann")
    meeting, recorder = await begun(diary)
    assert recorder is None
    assert (await diary.one(meeting)).audio is False
    assert not (tmp_path / "sound").exists()
    assert await diary.audio(meeting) is None
    assert await diary.delete_audio(meeting) is False


async def test_sound_is_deleted_alone_and_nothing_comes_after_it(diary, meetings):
    meeting, recorder = await begun(diary)
    await recorder.hear(tone(2), 0)
    assert (await diary.one(meeting)).audio is True

    assert await diary.delete_audio(meeting) is True
    await recorder.hear(tone(2), 2 * RATE)
    await recorder.aclose()
    assert recorder.stopped
    assert (await diary.one(meeting)).audio is False
    assert list(meetings.sound.folder.iterdir()) == []


async def test_of_sound_that_cannot_be_put_together_one_sentence_tells(diary, monkeypatch):
    from lorgnette.core.errors import StoreFailed

    meeting, recorder = await begun(diary)
    await recorder.hear(tone(1), 0)
    await recorder.aclose()
    await diary.end(meeting)
    (recorder.sound.folder / "000002.flac").write_bytes(b"no sound")

    with pytest.raises(StoreFailed, match="cannot be put together"):
        await diary.audio(meeting)
    assert {each.suffix for each in recorder.sound.folder.iterdir()} == {".flac"}


def test_an_hour_needs_no_more_memory_than_a_part():
    assert sound.PART <= 60 * RATE
    assert sound.AT_ONCE <= sound.PART
