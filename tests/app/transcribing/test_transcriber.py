"""Recordings become lines, with times, whatever happens on the way."""

import datetime as dt
from contextlib import asynccontextmanager
from itertools import pairwise

import anyio
import pytest

from lorgnette.app.transcribing.transcriber import Transcriber
from lorgnette.core.errors import EngineFailed, UnsupportedLanguage
from lorgnette.core.types import ENGLISH, Language
from lorgnette.testing.recognisers import ScriptedRecogniser
from lorgnette.testing.signals import ScriptedVoiceActivity, quiet, voiced

BEGAN = dt.datetime(2026, 1, 5, 9, 30, tzinfo=dt.UTC)


class Played:
    """A recording in memory; after the last sound it waits for ever if it is `endless`."""

    def __init__(self, sound, *, seconds=None, endless=False):
        self.seconds = seconds
        self.began = BEGAN
        self._chunks = [sound[at : at + 50_000] for at in range(0, len(sound), 50_000)]
        self._endless = endless
        self.over = anyio.Event()

    async def next(self):
        if not self._chunks and self._endless:
            self.over.set()
            await anyio.sleep_forever()
        return self._chunks.pop(0) if self._chunks else b""


def ignore(_seconds):
    """Nobody watches."""


TWO = quiet(1) + voiced(2) + quiet(1.5) + voiced(1) + quiet(1)


def writer(*said, **more):
    return Transcriber(ScriptedRecogniser(*said, **more), ScriptedVoiceActivity(), ENGLISH)


async def test_every_utterance_is_a_line_with_its_times():
    transcriber, recording = writer("hello there", "goodbye"), Played(TWO, seconds=6.5)
    told = []

    await transcriber.run(recording, told.append)

    transcript = transcriber.transcript("talk", recording)
    assert [(line.number, line.text) for line in transcript.lines] == [
        (1, "hello there"),
        (2, "goodbye"),
    ]
    times = [(line.start, line.end) for line in transcript.lines]
    assert times == [
        (pytest.approx(1, abs=0.1), pytest.approx(3, abs=0.1)),
        (pytest.approx(4.5, abs=0.1), pytest.approx(5.5, abs=0.1)),
    ]
    assert (transcript.title, transcript.seconds, transcript.began) == ("talk", 6.5, BEGAN)
    assert told[-1] == 6.5
    assert told == sorted(told)
    assert list(transcriber.remarks(recording)) == []


class Sociable(ScriptedRecogniser):
    """Hears nothing until two utterances are open."""

    both = None

    @asynccontextmanager
    async def open(self, language, vocabulary=None):
        self.both = self.both or anyio.Event()
        async with super().open(language, vocabulary) as hearing:
            if self.open_now == 2:
                self.both.set()
            await self.both.wait()
            yield hearing


@pytest.mark.asyncio
async def test_two_utterances_are_thought_about_at_once():
    said = [f"number {number}" for number in range(6)]
    transcriber = Transcriber(Sociable(*said), ScriptedVoiceActivity(), ENGLISH)
    recording = Played((quiet(1) + voiced(1)) * 6)

    with anyio.fail_after(60):
        await transcriber.run(recording, ignore)

    lines = transcriber.transcript("", recording).lines
    assert [line.text for line in lines] == said
    assert all(one.end <= other.start for one, other in pairwise(lines))


async def test_what_is_not_heard_is_no_line():
    transcriber, recording = writer("", "goodbye"), Played(TWO)

    await transcriber.run(recording, ignore)

    assert [line.text for line in transcriber.transcript("", recording).lines] == ["goodbye"]


async def test_a_recogniser_that_repeats_itself_is_not_believed():
    transcriber, recording = writer("so " * 60, "goodbye"), Played(TWO)

    await transcriber.run(recording, ignore)

    assert [line.text for line in transcriber.transcript("", recording).lines] == ["so", "goodbye"]


async def test_where_nobody_speaks_nothing_is_heard():
    transcriber, recording = writer("invented"), Played(quiet(60))

    await transcriber.run(recording, ignore)

    assert transcriber.transcript("", recording).lines == ()
    assert list(transcriber.remarks(recording)) == ["nobody speaks in it"]


async def test_whoever_stops_it_keeps_what_was_heard():
    transcriber, recording = writer("hello there", "goodbye"), Played(TWO, endless=True)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(transcriber.run, recording, ignore)
        await recording.over.wait()
        await anyio.wait_all_tasks_blocked()
        tasks.cancel_scope.cancel()

    assert [line.text for line in transcriber.transcript("", recording).lines][:1] == [
        "hello there"
    ]
    [remark] = transcriber.remarks(recording)
    assert remark.startswith("stopped at 0:06")


async def test_a_file_that_is_shorter_than_it_says_is_noticed():
    transcriber, recording = writer("hello there", "goodbye"), Played(TWO, seconds=30.0)

    await transcriber.run(recording, ignore)

    [remark] = transcriber.remarks(recording)
    assert "0:06 of 0:30" in remark


async def test_a_language_nobody_knows_is_said():
    recogniser = ScriptedRecogniser("hello", languages=(ENGLISH,))
    transcriber = Transcriber(recogniser, ScriptedVoiceActivity(), Language("zz"))

    with pytest.RaisesGroup(UnsupportedLanguage):
        await transcriber.run(Played(TWO), ignore)


class Failing(ScriptedRecogniser):
    """Fails at its second utterance."""

    def open(self, language, vocabulary=None):
        if len(self.opened) == 1:
            raise EngineFailed("broken")
        return super().open(language, vocabulary)


async def test_an_engine_that_fails_takes_nothing_with_it():
    transcriber = Transcriber(Failing("hello there"), ScriptedVoiceActivity(), ENGLISH)
    recording = Played(TWO)

    with pytest.RaisesGroup(EngineFailed):
        await transcriber.run(recording, ignore)

    assert [line.text for line in transcriber.transcript("", recording).lines] == ["hello there"]
