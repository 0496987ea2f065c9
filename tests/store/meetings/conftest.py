"""A wearer's diary in a file, and what is said in it."""

import pytest

from lorgnette.core.transcripts import Line
from lorgnette.core.types import ENGLISH, Wearer
from lorgnette.store.meetings import SQLiteMeetings
from lorgnette.store.sqlite import SQLite
from lorgnette.testing.turns import NOW, FixedClock

ANN, BOB = Wearer("ann"), Wearer("bob")


@pytest.fixture
def store(tmp_path):
    return SQLite(tmp_path / "store.sqlite", FixedClock(NOW))


@pytest.fixture
def meetings(store, tmp_path):
    return SQLiteMeetings(store, tmp_path / "sound", keep_audio=True)


@pytest.fixture
def diary(meetings):
    return meetings.of(ANN)


@pytest.fixture
def hold():
    """Hold a meeting of some sentences; a pair is a speaker and what they said."""

    async def held(diary, *said, title="Weekly", began=NOW, language=ENGLISH, speakers=()):
        meeting = await diary.begin(title, began, language)
        lines = [
            Line(number, 4.0 * number, 4.0 * number + 3, text, speaker, language)
            for number, (speaker, text) in enumerate(said, 1)
        ]
        await diary.write(meeting.id, lines, seconds=4.0 * len(lines) + 4)
        for number, name in enumerate(speakers, 1):
            await diary.name_speaker(meeting.id, number, name)
        return await diary.end(meeting.id)

    return held
