"""A hub that is killed in a meeting, a disk that is full, and somebody else in the same file."""

import os
import signal
import subprocess
import sys

import pytest
import soundfile
import trio

from lorgnette.core.errors import StoreFailed
from lorgnette.core.transcripts import Line
from lorgnette.core.types import ENGLISH, SAMPLE_RATE, Wearer
from lorgnette.engines.meetings import Search
from lorgnette.store.meetings import SQLiteMeetings
from lorgnette.store.sqlite import SQLite
from lorgnette.testing.turns import NOW, FixedClock

HUB = """
import sys, trio
from datetime import UTC, datetime
from pathlib import Path
from lorgnette.app.clocks import SystemClock
from lorgnette.core.transcripts import Line
from lorgnette.store.meetings import SQLiteMeetings
from lorgnette.store.sqlite import SQLite

async def main():
    folder = Path(sys.argv[1])
    store = SQLite(folder / "store.sqlite", SystemClock())
    diary = SQLiteMeetings(store, folder / "sound", keep_audio=True).of("ann")
    meeting = await diary.begin("Killed", datetime.now(UTC), "en")
    recorder = await diary.recorder(meeting.id)
    for half in range(100_000):
        number = half // 4 + 1
        tail = Line(number, number * 2, half / 2, f"line {number} up to {half}")
        said = [Line(number - 1, number * 2 - 2, number * 2, f"line {number - 1}")]
        await diary.write(meeting.id, said if number > 1 else [], tail=[tail], seconds=half / 2)
        await recorder.hear(bytes([half % 256, 0]) * 8_000, half * 8_000)
        print(half, flush=True)

trio.run(main)
"""


@pytest.mark.real
@pytest.mark.parametrize("after", [2, 60])
def test_a_hub_killed_in_a_meeting_loses_two_seconds_at_most(tmp_path, after):
    command = [sys.executable, "-c", HUB, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as hub:
        halves = [int(hub.stdout.readline()) for _ in range(after)]
        os.kill(hub.pid, signal.SIGKILL)
        halves += map(int, hub.stdout.read().split())
    last = max(halves)

    async def main():
        store = SQLite(tmp_path / "store.sqlite", FixedClock(NOW))
        diary = SQLiteMeetings(store, tmp_path / "sound", keep_audio=True).of(Wearer("ann"))
        [running] = await diary.running()
        meeting = await diary.go_on(running.id)
        said = await diary.transcript(meeting.id)
        recorder = await diary.recorder(meeting.id)
        await recorder.aclose()
        await diary.end(meeting.id)
        assert await store.run("PRAGMA integrity_check") == [("ok",)]
        sound = await diary.audio(meeting.id)
        await store.aclose()
        return said, 0 if sound is None else soundfile.info(sound).frames / SAMPLE_RATE

    said, seconds = trio.run(main)
    assert said.seconds >= last / 2
    assert [line.number for line in said.lines] == list(range(1, len(said.lines) + 1))
    assert int(said.lines[-1].text.split()[-1]) >= last
    assert seconds >= last / 2 - 2


async def test_a_full_disk_is_one_sentence_and_the_meeting_goes_on_when_there_is_room(store, diary):
    meeting = await diary.begin("Weekly", NOW, ENGLISH)
    await diary.write(meeting.id, [Line(1, 0, 1, "Before.")], seconds=1)
    [(pages,)] = await store.run("PRAGMA page_count")
    await store.run(f"PRAGMA max_page_count = {pages + 1}")

    many = [Line(number, number, number, "word " * 1_000) for number in range(2, 60)]
    with pytest.raises(StoreFailed, match="full") as failure:
        await diary.write(meeting.id, many, seconds=60)

    assert "\n" not in str(failure.value)
    assert [line.text for line in (await diary.transcript(meeting.id)).lines] == ["Before."]
    await store.run("PRAGMA max_page_count = 1000000")
    await diary.write(meeting.id, [Line(2, 2, 3, "After.")], seconds=3)
    assert [hit.line.number for hit in await diary.search(Search("after"))] == [2]


async def test_the_command_line_works_beside_a_running_hub(tmp_path, diary, hold):
    kept = await hold(diary, (1, "The budget is fine."))
    running = await diary.begin("Running", NOW, ENGLISH)
    await diary.write(running.id, [], tail=[Line(1, 0, 1, "we go")], seconds=1)

    beside = SQLiteMeetings(SQLite(tmp_path / "store.sqlite", FixedClock(NOW))).of(Wearer("ann"))
    assert [each.id for each in await beside.newest()] == [running.id, kept.id]
    assert len(await beside.search(Search("budget"))) == 1
    await beside.delete(kept.id)
    await diary.write(running.id, [Line(1, 0, 1, "We go on.")], seconds=2)

    assert [each.id for each in await diary.newest()] == [running.id]
    assert await diary.search(Search("budget")) == []
    content = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
    assert b"budget" not in content
