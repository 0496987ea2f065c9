"""One connection: who comes in, who is refused, and who is too slow."""

from contextlib import suppress

import anyio
import msgspec
import pytest
import trio
from hypothesis import given, settings
from hypothesis import strategies as st

from jumping import jumping
from lorgnette.app.config import Config
from lorgnette.app.hub import Hub
from lorgnette.app.serving import serve
from lorgnette.core.events import LanguageChosen
from lorgnette.core.types import AR, CHINESE, ENGLISH
from lorgnette.devices.caller import Caller
from lorgnette.devices.memory import memory_link
from lorgnette.link.connection import EndOfLink
from lorgnette.link.limits import LIMITS
from lorgnette.link.media import Microphone, encode
from lorgnette.link.messages import Bye, Hello, Touched, Typed
from lorgnette.skills import Reply, Skill, Turn
from lorgnette.skills.catalogue import Catalogue
from lorgnette.testing.stage import Stage, act, stage_engines

HELLO = Hello(1, AR, ENGLISH)


def text(message):
    return msgspec.json.encode(message).decode()


def play():
    skill = Skill("play")

    @skill.action("say {words}")
    async def say(turn: Turn, words: str) -> Reply:
        """Say it."""
        return Reply(say=words)

    return skill


def hub_for(stage=None, **more):
    """A hub with perfect engines and a skill that says what it is told."""
    return Hub(Config(), Catalogue([play()]), stage_engines(stage or Stage()), **more)


async def conversation(*frames, hub=None, wait=0.1):
    """Send frames over a connection of its own: what the hub answers, None where it hung up."""
    answers = []
    hub = hub or hub_for()
    async with hub, anyio.create_task_group() as tasks:
        here, there = memory_link()
        tasks.start_soon(serve, hub, there)
        with suppress(EndOfLink):
            for frame in frames:
                await here.send(frame)
                await anyio.sleep(0.01)
        with anyio.move_on_after(wait):
            try:
                while True:
                    answers.append(read(await here.receive()))
            except EndOfLink:
                answers.append(None)
        await here.close()
    return answers


def read(frame):
    """A frame of the hub: bytes are sound."""
    return frame if isinstance(frame, bytes) else msgspec.json.decode(frame)


async def test_a_hello_is_answered_with_a_welcome():
    [welcome, *_] = await conversation(text(HELLO))

    assert welcome["type"] == "welcome"
    assert welcome["resumed"] is False
    assert len(welcome["session"]) >= 20


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        (b"", "breach"),
        (b"\0" * 40, "breach"),
        (b"x" * (LIMITS.media_bytes + 1), "too-much"),
        ("", "breach"),
        ("[" * 50_000, "breach"),
        ("x" * (LIMITS.text_length + 1), "too-much"),
        ("null", "breach"),
        ('{"type": "dance"}', "breach"),
        ('{"type": "hello"}', "breach"),
        (text(Touched("tap")), "breach"),
        (encode(Microphone(0, bytes(640))), "breach"),
        (text(Hello(2, AR, ENGLISH)), "version"),
        (text(HELLO).replace('"en"', '"xx-very-long"'), "breach"),
        (text(Bye("leaving")), "leaving"),
    ],
)
async def test_whatever_comes_first_instead_of_a_hello_is_refused(frame, code):
    answers = await conversation(frame)

    assert answers[-1] is None
    assert [answer["code"] for answer in answers[:-1]] == [code]
    assert answers[0]["type"] in ("refused", "bye")


async def test_silence_is_refused_after_a_while():
    assert await conversation(wait=LIMITS.hello_seconds - 0.1) == []
    refused, end = await conversation(wait=LIMITS.hello_seconds + 0.1)
    assert (refused["type"], end) == ("refused", None)


async def test_a_second_hello_is_a_breach():
    answers = await conversation(text(HELLO), text(HELLO))

    assert answers[-2]["type"] == "bye"
    assert answers[-2]["code"] == "breach"
    assert answers[-1] is None


@pytest.mark.slow
@given(st.lists(st.binary(max_size=60) | st.text(max_size=60), max_size=3))
@settings(max_examples=40)
def test_any_frames_are_answered_or_refused(frames):
    async def main():
        for first in ([], [text(HELLO)]):
            for answer in await conversation(*first, *frames):
                assert answer is None or isinstance(answer, bytes) or "type" in answer

    trio.run(main, clock=jumping())


async def test_a_session_that_breaks_disturbs_nobody(caplog):
    """A bug in one conversation ends that one; its glasses come back for a new session."""
    stage, other = Stage(), Stage()
    stage.types("say before", at=0.5).types("say after", at=4.0)
    other.types("say hello", at=0.5).types("say goodbye", at=4.0)
    async with hub_for(stage) as hub, anyio.create_task_group() as tasks:
        tasks.start_soon(lambda: act(hub, stage, until=8))
        tasks.start_soon(lambda: act(hub, other, until=8))
        await anyio.sleep(2)
        [victim, *_] = hub.sessions.values()

        def broken(*_):
            raise ValueError("what the wearer said")

        victim.take = broken

    assert stage.ear == "beforeafter"
    assert other.ear == "hellogoodbye"
    assert "a session broke: ValueError" in caplog.text
    assert "what the wearer said" not in caplog.text


async def test_a_task_of_a_session_that_breaks_is_the_same(caplog):
    stage = Stage().types("say before", at=0.5).types("say after", at=4.0)
    async with hub_for(stage) as hub, anyio.create_task_group() as tasks:
        tasks.start_soon(lambda: act(hub, stage, until=8))
        await anyio.sleep(2)

        async def broken():
            raise KeyError("what the wearer said")

        next(iter(hub.sessions.values())).tasks.start_soon(broken)

    assert stage.ear == "beforeafter"
    assert "a session broke: KeyError" in caplog.text
    assert "what the wearer said" not in caplog.text


async def test_glasses_that_read_nothing_are_given_up_and_nobody_else_notices():
    """One wearer's glasses stop reading; the hub keeps little for them and serves the others."""
    stage = Stage().types("say a b c d e f g h", at=2.0)
    limits = msgspec.structs.replace(LIMITS, outbox_bytes=20_000)
    async with hub_for(stage, limits=limits) as hub, anyio.create_task_group() as tasks:
        here, there = memory_link(unread=4)
        tasks.start_soon(serve, hub, there)
        await here.send(text(HELLO))
        await anyio.sleep(0.1)
        [slow] = hub.sessions.values()
        await here.send(text(Typed("say " + "x" * 900)))
        tasks.start_soon(lambda: act(hub, stage, until=8))
        await anyio.sleep(12)
        assert slow.wire.over
        await here.close()

    assert stage.ear == "a b c d e f g h"


async def test_a_hub_with_too_many_sessions_says_when_to_come_back():
    limits = msgspec.structs.replace(LIMITS, connections=2)
    async with hub_for(limits=limits) as hub:
        for _ in range(4):
            await visit(hub)
        answers = await visit(hub)
        assert answers[0]["type"] == "refused"
        assert answers[0]["code"] == "too-much"
        assert answers[0]["retry_after"] > 0

        await anyio.sleep(limits.session_seconds + 1)
        assert hub.sessions == {}
        assert (await visit(hub))[0]["type"] == "welcome"


async def visit(hub, hello=HELLO):
    """Come in and go without a bye; what the hub said first."""
    async with anyio.create_task_group() as tasks:
        here, there = memory_link()
        tasks.start_soon(serve, hub, there)
        await here.send(text(hello))
        first = msgspec.json.decode(await here.receive())
        await here.close()
    return [first]


async def test_a_session_waits_a_while_and_not_for_ever():
    async with hub_for() as hub:
        [welcome] = await visit(hub)
        again = msgspec.structs.replace(HELLO, session=welcome["session"])

        await anyio.sleep(LIMITS.session_seconds - 1)
        [resumed] = await visit(hub, again)
        assert resumed["resumed"] is True
        await anyio.sleep(LIMITS.session_seconds - 1)
        assert len(hub.sessions) == 1

        await anyio.sleep(2)
        assert hub.sessions == {}
        [fresh] = await visit(hub, again)
        assert fresh["resumed"] is False
        assert fresh["session"] != welcome["session"]


async def test_glasses_that_return_in_another_language_are_answered_in_it():
    async with hub_for() as hub:
        [welcome] = await visit(hub)
        session = welcome["session"]
        hub.sessions[session].post(LanguageChosen(CHINESE))
        again = msgspec.structs.replace(HELLO, session=session)

        await visit(hub, again)
        kept = hub.sessions[session].state.language
        await visit(hub, msgspec.structs.replace(again, language=CHINESE))
        await visit(hub, again)

        assert kept == CHINESE  # said to the hub, while the glasses still say what they said
        assert hub.sessions[session].state.language == ENGLISH


async def test_a_session_belongs_to_its_wearer_even_when_its_name_is_known():
    async with hub_for() as hub:
        hub.caller_of = lambda hello, _peer: Caller(hello.token, None, owner=False)
        ann = msgspec.structs.replace(HELLO, token="ann")
        [welcome] = await visit(hub, ann)

        thief = msgspec.structs.replace(HELLO, token="bob", session=welcome["session"])
        [answer] = await visit(hub, thief)

        assert answer["resumed"] is False
        assert answer["session"] != welcome["session"]


@pytest.mark.parametrize("zone", ["America", "A" * 64, "/etc/passwd", "Mars/Base", "Asia/Tokyo"])
async def test_any_time_zone_is_let_in(zone):
    [welcome, *_] = await conversation(text(msgspec.structs.replace(HELLO, time_zone=zone)))

    assert welcome["type"] == "welcome"


async def test_a_language_nobody_knows_takes_no_memory():
    typed = [text(Typed("say hello", language)) for language in ("xx", "zzz", "fr", "de")]
    hub = hub_for()

    answers = await conversation(text(HELLO), *typed, hub=hub, wait=2)

    assert "heard" in [answer["type"] for answer in answers if isinstance(answer, dict)]
    assert set(hub.skills.grammars) <= {"en", "zh"}


async def test_a_hub_that_is_stopped_says_when_to_come_back():
    async with hub_for() as hub, anyio.create_task_group() as tasks:
        here, there = memory_link()
        tasks.start_soon(serve, hub, there)
        await here.send(text(HELLO))
        await here.receive()
        began = anyio.current_time()
        await hub.farewell()
        bye = read(await here.receive())
        await here.close()

    assert (bye["type"], bye["code"]) == ("bye", "closing")
    assert bye["retry_after"] > 0
    assert anyio.current_time() - began < 1
