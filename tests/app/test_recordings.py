"""Recordings are played to a hub with the same result at any speed."""

import numpy as np
import pytest
import soundfile
import trio
import trio.testing

from lorgnette.app import recordings
from lorgnette.app.config import Config
from lorgnette.app.gauge import Gauge
from lorgnette.app.hub import Hub
from lorgnette.app.session.timeline import Moment
from lorgnette.core.errors import ConfigurationError
from lorgnette.core.types import AR, ENGLISH
from lorgnette.engines import RECOGNISER
from lorgnette.skills import Reply, Skill, Turn
from lorgnette.skills.catalogue import Catalogue
from lorgnette.testing.stage import Prompter, Stage, stage_engines


def play():
    skill = Skill("play")

    @skill.action("say {words}")
    async def say(turn: Turn, words: str) -> Reply:
        """Say it."""
        return Reply(say=words)

    return skill


def recording(stage, seconds):
    """What the microphone of a stage would record."""
    return b"".join(stage.sound(number / 50) for number in range(round(seconds * 50)))


def heard(work=0.0, *, wake=False):
    """The timeline of one recording, with a recogniser that takes some real time."""
    stage = Stage().says("say one two three", at=0.3, until=1.5)
    moments = []

    class Working(Prompter):
        async def warm_up(self):
            pass

    async def main():
        engines = stage_engines(stage, {RECOGNISER: Working(stage.lines, delay=work)})
        async with Hub(Config(), Catalogue([play()]), engines) as hub:
            hub.watchers.append(moments.append)
            async with trio.open_nursery() as nursery:
                nursery.start_soon(recordings.step, hub.gauge)
                await recordings.play(hub, recording(stage, 1.6), AR, ENGLISH, wake=wake)
                nursery.cancel_scope.cancel()

    trio.run(main, clock=trio.testing.MockClock())
    return [(moment.kind, moment.at) for moment in moments]


def test_a_recording_is_heard_to_the_end_of_its_answer():
    kinds = [kind for kind, _ in heard()]

    wanted = ["speech_started", "heard", "intent", "say", "sound", "done"]
    assert [kind for kind in kinds if kind in wanted] == wanted


def test_it_is_the_same_every_time():
    assert heard() == heard()


def test_with_a_wake_word_that_nobody_says_nothing_is_heard():
    assert [kind for kind, _ in heard(wake=True) if kind == "heard"] == []


def test_the_clock_stands_still_while_something_works():
    async def main():
        gauge, began = Gauge(), trio.current_time()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(recordings.step, gauge)
            with gauge.busy():
                await trio.to_thread.run_sync(lambda: sum(range(2_000_000)))
            stood = trio.current_time() - began
            await trio.sleep(1.0)
            nursery.cancel_scope.cancel()
        return stood, trio.current_time() - began

    stood, passed = trio.run(main, clock=trio.testing.MockClock())

    assert stood == 0.0
    assert passed == pytest.approx(1.0, abs=0.03)


def test_the_clock_goes_on_when_something_is_stuck(monkeypatch):
    monkeypatch.setattr(recordings, "STUCK", 0.05)

    async def main():
        gauge = Gauge()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(recordings.step, gauge)
            with gauge.busy():
                await trio.sleep(0.1)
            nursery.cancel_scope.cancel()

    trio.run(main, clock=trio.testing.MockClock())


def test_the_last_moment_is_kept():
    seen = []
    watch, latest = recordings.last_of(seen.append)
    watch(Moment(1.0, "heard"))
    watch(Moment(2.0, "done"))

    assert [moment.kind for moment in seen] == ["heard", "done"]
    assert latest[0].kind == "done"


def test_all_recordings_are_read_before_the_first_is_played(tmp_path):
    good, bad = tmp_path / "good.wav", tmp_path / "bad.wav"
    soundfile.write(good, np.zeros(160), 16_000)

    (_, first), (path, mistake), (_, last) = recordings.load([good, bad, good])

    assert first == last == bytes(320)
    assert path == bad
    assert "bad.wav" in str(mistake)


def test_where_no_recording_can_be_read_nothing_is_played(tmp_path):
    with pytest.raises(ConfigurationError, match=r"one\.wav"):
        recordings.load([tmp_path / "one.wav", tmp_path / "two.wav"])
