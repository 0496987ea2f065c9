"""The timeline: every wearer sees their own turns as they happen, and nobody else's."""

import json

import anyio
import pytest
from house import ANN, OWNER, house
from test_session import skills

from lorgnette.app.desk.watching import MOST_READERS, MOST_UNREAD, QUIET
from lorgnette.core.errors import EngineFailed, TooMuch
from lorgnette.engines import TRANSLATOR, Translation
from lorgnette.skills import translate
from lorgnette.testing.stage import Stage


class Timeline:
    """What a reader of a timeline has read."""

    def __init__(self, home, wearer=OWNER):
        self.home, self.wearer, self.lines, self.over = home, wearer, [], False

    async def read(self):
        """Read to the end."""
        stream = self.home.desk.timeline.watch(self.wearer)
        async for line in stream:
            assert line.endswith(b"\n")
            self.lines.append(json.loads(line))
        self.over = True

    def of(self, kind):
        """The lines of one type."""
        return [line for line in self.lines if line["type"] == kind]


async def test_a_turn_is_told_as_it_happens_with_its_epoch_and_session():
    stage = Stage().says("greet me", at=0.5, until=1.5)
    async with house(skills(), stage=stage) as home:
        timeline = Timeline(home)
        home.hub.tasks.start_soon(timeline.read)
        await home.plays(stage)

    kinds = [line["type"] for line in timeline.lines]
    assert kinds[0] == "watching"
    expected = ["speech_started", "partial", "heard", "intent", "card", "say", "sound", "done"]
    assert [kind for kind in dict.fromkeys(kinds) if kind in expected] == expected
    [intent] = timeline.of("intent")
    assert (intent["skill"], intent["action"]) == ("play", "greet")
    assert intent["epoch"] == 1
    assert {line["session"] for line in timeline.lines[1:] if "session" in line} == {1}
    assert timeline.of("heard")[0]["at"] == pytest.approx(1.6, abs=0.1)


async def test_engines_are_told_with_their_times():
    stage = Stage().says("greet me", at=0.5, until=1.5)
    async with house(skills(), stage=stage) as home:
        timeline = Timeline(home)
        home.hub.tasks.start_soon(timeline.read)
        await home.plays(stage)

    engines = {line["engine"] for line in timeline.of("engine")}
    assert engines == {"recogniser", "voice"}
    voice = next(line for line in timeline.of("engine") if line["engine"] == "voice")
    assert (voice["provider"], voice["ok"]) == ("stage", True)
    assert voice["first"] <= voice["seconds"]


async def test_an_engine_that_fails_says_so():
    class Broken:
        async def translate(self, text, /, *, source, target):
            await anyio.sleep(1.0)
            if text:
                raise EngineFailed("broken")
            return Translation(text)

    async with house(translate.skill, engines={TRANSLATOR: Broken()}) as home:
        timeline = Timeline(home)
        home.hub.tasks.start_soon(timeline.read)
        await home.hears("translate good morning to french")

    [line] = [line for line in timeline.of("engine") if line["engine"] == "translator"]
    assert (line["ok"], line["seconds"], line["first"]) == (False, 1.0, None)
    assert "broken" not in json.dumps(timeline.lines)


async def test_nobody_sees_another_wearers_turns():
    async with house(skills()) as home:
        token = await home.pairs(ANN, "Ann's glasses")
        hers, mine = Timeline(home, ANN), Timeline(home, OWNER)
        home.hub.tasks.start_soon(hers.read)
        home.hub.tasks.start_soon(mine.read)
        await home.hears("say hers", token=token)
        await home.hears("say mine")

    assert [line["text"] for line in hers.of("heard")] == ["say hers"]
    assert [line["text"] for line in mine.of("heard")] == ["say mine"]
    assert {line.get("session") for line in hers.lines} == {None, 1}
    assert {line.get("session") for line in mine.lines} == {None, 2}


async def test_a_slow_reader_loses_the_oldest_and_is_told():
    async with house(skills()) as home:
        stream = home.desk.timeline.watch(OWNER)
        assert json.loads(await anext(stream))["type"] == "watching"
        for number in range(MOST_UNREAD + 10):
            for watcher in home.hub.audiences.of(OWNER):
                watcher(moment(number))
        lost, first = json.loads(await anext(stream)), json.loads(await anext(stream))
        await stream.aclose()

    assert (lost["type"], lost["moments"]) == ("lost", 10)
    assert first["number"] == 10


def moment(number):
    """A moment with a number."""
    from lorgnette.app.session.timeline import Moment

    return Moment(0.0, "say", {"number": number})


async def test_silence_is_told_now_and_then():
    async with house(skills()) as home:
        timeline = Timeline(home)
        home.hub.tasks.start_soon(timeline.read)
        await anyio.sleep(3 * QUIET + 1)

    assert [line["at"] for line in timeline.of("quiet")] == [QUIET, 2 * QUIET, 3 * QUIET]


async def test_it_ends_when_the_hub_says_farewell():
    async with house(skills()) as home:
        timeline = Timeline(home)
        home.hub.tasks.start_soon(timeline.read)
        await anyio.sleep(1)
        await home.hub.farewell()
        await anyio.sleep(0.1)

        assert timeline.over
        assert home.hub.audiences.readers == []


async def test_only_so_many_may_read_and_whoever_leaves_makes_room():
    async with house(skills()) as home:
        streams = [home.desk.timeline.watch(OWNER) for _ in range(MOST_READERS)]
        for stream in streams:
            await anext(stream)
        with pytest.raises(TooMuch):
            await anext(home.desk.timeline.watch(OWNER))
        other = home.desk.timeline.watch(ANN)
        await anext(other)
        for stream in (*streams, other):
            await stream.aclose()
        again = home.desk.timeline.watch(OWNER)
        assert json.loads(await anext(again))["type"] == "watching"
        await again.aclose()
