import anyio
import pytest

from lorgnette.app.captioning import CaptionEngines, Captioning, Captions
from lorgnette.core.captions import LineEnded, Missed, follow
from lorgnette.core.errors import MissingPart, UnsupportedLanguage
from lorgnette.core.types import ENGLISH, SAMPLE_RATE, Language, samples_in
from lorgnette.engines import (
    DIARISER,
    RECOGNISER,
    SPEAKER_EMBEDDER,
    VOICE_ACTIVITY,
    SpeakerEmbedding,
)
from lorgnette.testing.diarisers import ScriptedDiariser
from lorgnette.testing.recognisers import ScriptedRecogniser
from lorgnette.testing.signals import ScriptedVoiceActivity, height, quiet, voiced

FRAME = 640


class ByHeight:
    """A speaker embedder that knows a voice by its height."""

    async def embed(self, sound):
        return SpeakerEmbedding("net", (0.0, 1.0) if height(sound) > 7000 else (1.0, 0.0))


async def real_time(hear, sound, first=0):
    """Let sound come as it does from a microphone."""
    for start in range(0, len(sound), FRAME):
        hear(first + start // 2, sound[start : start + FRAME])
        await anyio.sleep(FRAME / 2 / SAMPLE_RATE)


async def written(captioning, *sounds, realtime=True):
    """All events of some sound."""
    with captioning.read() as reader:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(captioning.run)
            now = 0
            for sound in sounds:
                if realtime:
                    await real_time(captioning.hear, sound, now)
                else:
                    captioning.hear(now, sound)
                now += samples_in(sound)
            captioning.finish()
            return [event async for event in reader]


def engines(*said, activity=None, **others):
    recogniser = ScriptedRecogniser(*said, pace=2, **others)
    return CaptionEngines(recogniser, ScriptedVoiceActivity(), ScriptedDiariser(), ByHeight())


def lines(events):
    shown = ()
    for event in events:
        shown = follow(event, shown)
    return [(line.speaker, line.text) for line in shown]


async def test_two_people_are_written_down_with_their_speakers():
    one, other = "good morning to you all", "and to you my friend"
    said = engines("", one, other)
    turns = voiced(3, 5000), quiet(1), voiced(3, 9000), quiet(1)

    events = await written(Captioning(said, ENGLISH), *turns)

    assert lines(events) == [(1, one), (2, other)]


async def test_words_come_while_they_are_said():
    captioning = Captioning(engines("", "one two three four five six"), ENGLISH)
    with captioning.read() as reader:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(captioning.run)
            tasks.start_soon(real_time, captioning.hear, voiced(3))
            with anyio.fail_after(2.5):
                while not lines([await anext(reader)])[0][1].startswith("one"):
                    pass
            tasks.cancel_scope.cancel()


async def test_a_minute_that_comes_at_once_is_worked_off_and_nothing_is_lost():
    said = [f"sentence number {number}" for number in range(12)]
    minute = (voiced(3) + quiet(2)) * 12

    captioning = Captioning(engines("", *said, delay=0.5), ENGLISH)
    started = anyio.current_time()
    events = await written(captioning, minute, realtime=False)

    assert [text for _, text in lines(events)] == said
    assert anyio.current_time() - started < 30
    ended = [event for event in events if isinstance(event, LineEnded)]
    assert [round(event.first / SAMPLE_RATE) for event in ended] == list(range(0, 60, 5))


async def test_a_piece_of_which_the_recogniser_fails_is_missed_and_the_next_is_not(caplog):
    said = engines("", "never heard", "heard", "heard too")
    captioning = Captioning(said, ENGLISH)

    async with anyio.create_task_group() as tasks:
        with captioning.read() as reader:
            tasks.start_soon(captioning.run)
            await real_time(captioning.hear, voiced(1))
            for hearing in said.recogniser.opened:
                hearing.failing = True
            await real_time(captioning.hear, quiet(1) + voiced(3) + quiet(1), SAMPLE_RATE)
            captioning.finish()
            events = [event async for event in reader]

    assert any(isinstance(event, Missed) for event in events) or "heard" in lines(events)[0][1]
    assert lines(events)[-1][1] in ("heard", "heard too")
    assert "never heard" not in caplog.text


async def test_a_recogniser_that_hangs_makes_nobody_wait_for_ever():
    captioning = Captioning(engines("", "slow", "slow too", delay=100), ENGLISH)

    events = await written(captioning, voiced(1), quiet(2))

    assert [type(event) for event in events] == [Missed]


class Broken:
    async def turns(self, sound):
        raise RuntimeError(sound)

    async def embed(self, sound):
        raise RuntimeError(sound)


async def test_without_a_speaker_the_words_come_all_the_same():
    said = engines("", "good morning to you all")
    broken = said._replace(diariser=Broken(), embedder=Broken())

    events = await written(Captioning(broken, ENGLISH), voiced(3), quiet(1))

    assert lines(events) == [(None, "good morning to you all")]


async def test_commands_are_thought_about_first():
    free = anyio.Event()
    captioning = Captioning(engines("", "good morning"), ENGLISH, urgent=free.wait)
    with captioning.read() as reader:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(captioning.run)
            await real_time(captioning.hear, voiced(2) + quiet(1))
            with anyio.move_on_after(5) as waited:
                await anext(reader)
            assert waited.cancelled_caught
            free.set()
            captioning.finish()
            assert lines([event async for event in reader]) == [(1, "good morning")]


async def nothing():
    """Nothing is urgent."""


def captions(*said):
    given = engines(*said)
    found = {
        RECOGNISER: given.recogniser,
        VOICE_ACTIVITY: given.activity,
        DIARISER: given.diariser,
        SPEAKER_EMBEDDER: given.embedder,
    }
    return Captions(found, nothing), given


async def test_who_reads_the_same_language_reads_the_same_stream_and_the_last_ends_it():
    some, given = captions("", "", "", "one two three four")  # each who asks is told if it can be
    async with anyio.create_task_group() as tasks:
        async with some.open(ENGLISH, tasks) as first, some.open(ENGLISH, tasks) as second:
            await real_time(some.hear, voiced(2) + quiet(1))
            with anyio.fail_after(5):
                assert await anext(first) == await anext(second)
            assert len(some._going) == 1
        await anyio.sleep(1)
        assert given.recogniser.open_now == 0
        some.hear(3 * SAMPLE_RATE, voiced(1))


async def test_what_is_said_to_the_hub_is_no_caption():
    some, _ = captions("", "", "for you all")
    async with anyio.create_task_group() as tasks, some.open(ENGLISH, tasks) as reader:
        some.exclude(0, 3 * SAMPLE_RATE)
        await real_time(some.hear, voiced(2) + quiet(1) + voiced(3) + quiet(1))
        event = await anext(reader)
        assert event.first / SAMPLE_RATE == pytest.approx(3, abs=0.2)


async def test_who_cannot_hear_says_so_at_once():
    some, _ = captions()
    async with anyio.create_task_group() as tasks:
        with pytest.raises(UnsupportedLanguage):
            async with some.open(Language("zz"), tasks):
                """Not reached."""
        with pytest.raises(MissingPart, match="recogniser"):
            async with Captions({}, nothing).open(ENGLISH, tasks):
                """Not reached."""
