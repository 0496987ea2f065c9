"""Meetings that were held: put into the store of a hub, as a meeting that is over leaves it."""

import datetime as dt
from contextlib import asynccontextmanager

import numpy as np

from lorgnette.app.clocks import SystemClock
from lorgnette.app.config import Config, Hub, Meetings
from lorgnette.app.doors.ledger import OWNER
from lorgnette.app.house import STORE, meetings_in
from lorgnette.core.transcripts import Line
from lorgnette.core.types import CHINESE, ENGLISH, SAMPLE_RATE
from lorgnette.store.sqlite import SQLite

LAUNCH = (
    (1, "Good morning, let's talk about the launch."),
    (2, "The budget is forty thousand, and the hall alone is twelve."),
    (1, "Then we decided to launch in May and not in June."),
    (2, "Agreed. I'll send the contract for the hall by Friday."),
    (3, "Who is going to talk to the press?"),
    (1, "Not me. Can you send me the list of guests by Monday, Ben?"),
    (2, "Sure, you will have it."),
)
HARBOUR = ((1, "我们决定五月份在港口办发布会。"), (2, "我周五之前把预算发给你。"))

SECONDS = 5.0
"""How long a line lasts."""


def hum(seconds):
    """A tone, as quiet as a voice in another room."""
    at = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return (800 * np.sin(2 * np.pi * 220 * at)).astype("<i2").tobytes()


@asynccontextmanager
async def diary_in(folder):
    """The owner's meetings in the store of a hub that has its things in this folder."""
    store = SQLite(folder / STORE, SystemClock())
    try:
        config = Config(hub=Hub(data=str(folder)), meetings=Meetings(keep_audio=True))
        yield meetings_in(store, config).of(OWNER)
    finally:
        await store.aclose()


def lines_of(said, first=1):
    """What was said as lines, one after the other."""
    language = language_of(said)
    return [
        Line(number, SECONDS * (number - 1), SECONDS * number - 0.5, text, speaker, language)
        for number, (speaker, text) in enumerate(said, first)
    ]


def language_of(said):
    """English, or else Chinese."""
    return ENGLISH if all(text.isascii() for _, text in said) else CHINESE


async def held(folder, said=LAUNCH, *, title="Launch", people=("Anna", "Ben"), over=True):
    """Somebody holds a meeting, as it would have begun yesterday at this time; its number."""
    began = SystemClock().now() - dt.timedelta(days=1)
    async with diary_in(folder) as diary:
        meeting = (await diary.begin(title, began, language_of(said))).id
        recorder = await diary.recorder(meeting)
        await recorder.hear(hum(SECONDS * len(said)), 0)
        await recorder.aclose()
        await diary.write(meeting, lines_of(said), seconds=SECONDS * len(said))
        for number, name in enumerate(people, 1):
            await diary.name_speaker(meeting, number, name)
        await diary.mark(meeting, 2 * SECONDS + 1, "Ask about the hall")
        if over:
            await diary.end(meeting)
    return meeting


async def goes_on(folder, meeting, said, *, over=False):
    """More is said in a meeting, and perhaps it is over then."""
    async with diary_in(folder) as diary:
        known = await diary.one(meeting)
        seconds = known.seconds + SECONDS * len(said)
        await diary.write(meeting, lines_of(said, known.lines + 1), seconds=seconds)
        if over:
            await diary.end(meeting)
