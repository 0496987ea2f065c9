"""Whatever comes in over the link: a clear refusal, never a crash, never a word to anybody else."""

import anyio
import pytest
import trio
from hypothesis import HealthCheck, given, settings
from strangers import FRAMES, HELLO, SENTENCES

from jumping import jumping
from lorgnette.app.config import Config
from lorgnette.app.hub import Hub
from lorgnette.app.serving import serve
from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller
from lorgnette.devices.memory import memory_link
from lorgnette.link.connection import EndOfLink
from lorgnette.skills.catalogue import discover
from lorgnette.testing.stage import Stage, act, stage_engines

SKILLS = discover()


async def stranger(hub, frames):
    """Somebody who sends whatever they like, again and again from where they are refused."""
    waiting = [HELLO, *frames]
    while waiting:
        async with anyio.create_task_group() as tasks:
            here, there = memory_link()
            tasks.start_soon(serve, hub, there)
            tasks.start_soon(swallow, here)
            try:
                while waiting:
                    await here.send(waiting.pop(0))
                    await anyio.sleep(0.05)
            except EndOfLink:
                pass
            await here.close()


async def swallow(connection):
    """Read until the end."""
    try:
        while True:
            await connection.receive()
    except EndOfLink:
        pass


@pytest.mark.slow
@given(FRAMES)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_stranger_sends_others_do_not_notice(caplog, frames):
    async def main():
        stage = Stage(token="friend").types("what is two plus two", at=0.2)
        engines = stage_engines(stage)
        async with Hub(Config(), SKILLS, engines) as hub:
            hub.caller_of = lambda hello, _peer: Caller(Wearer(hello.token or ""), None, False)
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(stranger, hub, frames)
                tasks.start_soon(lambda: act(hub, stage, until=2))
        return stage

    stage = trio.run(main, clock=jumping())

    assert [line for line in stage.script if "heard" in line] == ["0.2 heard what is two plus two"]
    assert "4" in stage.ear
    assert "broke" not in caplog.text
    assert "Traceback" not in caplog.text


@pytest.mark.slow
@given(SENTENCES)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_sentence_is_answered(caplog, sentence):
    async def main():
        stage = Stage().types(sentence[:1000], at=0.1).types("stop", at=1).types("stop", at=1.1)
        stage.types("what is two plus two", at=1.2)
        async with Hub(Config(), SKILLS, stage_engines(stage)) as hub:
            await act(hub, stage, until=2)
        return stage

    stage = trio.run(main, clock=jumping())

    assert stage.ear.endswith("4.") or "4" in stage.ear[-12:]
    assert "broke" not in caplog.text
    assert "a turn failed" not in caplog.text
