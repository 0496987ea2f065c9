"""Engines that raise, hang or talk nonsense: the wearer is told, and the next turn works."""

from contextlib import aclosing, asynccontextmanager

import anyio
import pytest

from lorgnette.app.clocks import SteppedClock
from lorgnette.core.errors import EngineFailed, MissingPart, StoreFailed, UnsupportedLanguage
from lorgnette.core.types import EVERYDAY
from lorgnette.engines import RECOGNISER, RECORDS, VOICE, VOICE_ACTIVITY
from lorgnette.skills import Offer, Reply, Skill, Turn
from lorgnette.store.sqlite import SQLite
from lorgnette.testing.stage import LETTER, START, LoudIsSpeech, Prompter, Speller, Stage, converse

PATIENCE = 3.0
"""Seconds within which a wearer is told."""

ERRORS = [
    EngineFailed("died"),
    MissingPart("not installed"),
    UnsupportedLanguage("en"),
    ValueError("what the wearer said"),
    KeyError("what the wearer said"),
    OSError(28, "No space left on device"),
    ExceptionGroup("tasks", [RuntimeError("what the wearer said")]),
    TimeoutError(),
]


def name(value):
    """What a case is called."""
    return type(value).__name__ if isinstance(value, Exception) else str(value)


def play(error=None):
    skill = Skill("play")
    skill.done = []

    @skill.action("say {words}")
    async def say(turn: Turn, words: str) -> Reply:
        """Say it."""
        return Reply(say=words)

    @skill.action("break it")
    async def broken(turn: Turn) -> Reply:
        """Raise."""
        raise error

    @skill.action("pay slowly")
    async def pay_slowly(turn: Turn) -> Reply:
        """Take long after the yes."""

        async def commit() -> Reply:
            await anyio.sleep(8)
            skill.done.append("paid")
            return Reply(say="paid")

        return Reply(offer=Offer("pay?", commit))

    @skill.action("pay never")
    async def pay_never(turn: Turn) -> Reply:
        """Hang after the yes."""

        async def commit() -> Reply:
            await anyio.sleep_forever()

        return Reply(offer=Offer("pay?", commit))

    @skill.action("pay badly")
    async def pay_badly(turn: Turn) -> Reply:
        """Break after the yes."""

        async def commit() -> Reply:
            await anyio.sleep(5)
            raise EngineFailed("declined")

        return Reply(offer=Offer("pay?", commit))

    return skill


def told(stage, after=0.0):
    """Seconds after `after` at which the wearer saw or heard something."""
    signs = ("show", "earcon", "spoken")
    times = [float(line.split()[0]) for line in stage.script if line.split()[1] in signs]
    return min(time - after for time in times if time >= after)


@pytest.mark.parametrize("error", ERRORS, ids=name)
async def test_an_action_that_raises(error, caplog):
    stage = Stage().types("break it", at=0.5).types("say well", at=5)

    await converse(stage, [play(error)], until=6)

    assert told(stage, 0.5) < PATIENCE
    assert stage.ear.endswith("well")
    assert "what the wearer said" not in caplog.text


@pytest.mark.parametrize(
    ("error", "chunks"), [*((error, 0) for error in ERRORS), (ERRORS[0], 3)], ids=name
)
async def test_a_voice_that_raises(error, chunks, caplog):
    class Broken(Speller):
        async def speak(self, text, /, language):
            for count, letter in enumerate(text):
                if text == "abcdefgh" and count >= chunks:
                    raise error
                yield ord(letter).to_bytes(2, "little") * LETTER

    stage = Stage(EVERYDAY).types("say abcdefgh", at=0.5).types("say well", at=2)

    await converse(stage, [play()], {VOICE: Broken()}, until=3.5)

    assert told(stage, 0.5) < PATIENCE
    assert any("earcon error" in line for line in stage.script)
    assert stage.ear.endswith("well")
    assert "what the wearer said" not in caplog.text


async def test_a_voice_that_hangs():
    class Hanging(Speller):
        async def speak(self, text, /, language):
            if text == "one":
                await anyio.sleep_forever()
            async with aclosing(super().speak(text, language)) as sounds:
                async for sound in sounds:
                    yield sound

    stage = Stage(EVERYDAY).types("say one", at=0.5).types("say two", at=5)

    await converse(stage, [play()], {VOICE: Hanging()})

    assert told(stage, 0.5) < PATIENCE
    assert stage.ear == "two"


@pytest.mark.parametrize(
    ("error", "where"),
    [*((error, "transcript") for error in ERRORS), (ERRORS[0], "open"), (ERRORS[0], "hear")],
    ids=name,
)
async def test_a_recogniser_that_raises(error, where, caplog):
    class Broken(Prompter):
        opened = 0

        def open(self, language, vocabulary=None):
            self.opened += 1
            if self.opened > 1:
                return super().open(language, vocabulary)
            if where == "open":
                raise error
            return self.broken(language)

        def broken(self, language):
            @asynccontextmanager
            async def opening():
                async with super(Broken, self).open(language) as hearing:
                    setattr(hearing, where, fail)
                    yield hearing

            async def fail(*_):
                raise error

            return opening()

    stage = Stage().says("say one", at=0.5, until=1.5).says("say two", at=6.0, until=6.6)

    await converse(stage, [play()], {RECOGNISER: Broken(stage.lines)}, until=8)

    assert told(stage, 1.0) < PATIENCE
    assert "hear" in stage.ear or "understand" in stage.ear
    assert stage.ear.endswith("two")
    assert "what the wearer said" not in caplog.text


@pytest.mark.parametrize("answer", ["", 3, b"bytes"])
async def test_a_recogniser_that_answers_nonsense(answer):
    class Nonsense(Prompter):
        opened = 0

        def open(self, language, vocabulary=None):
            self.opened += 1
            if self.opened > 1:
                return super().open(language, vocabulary)

            @asynccontextmanager
            async def opening():
                async with super(Nonsense, self).open(language) as hearing:

                    async def transcript():
                        return answer

                    hearing.transcript = transcript
                    yield hearing

            return opening()

    stage = Stage().says("say one", at=0.5, until=1.5).says("say two", at=6.0, until=6.6)

    await converse(stage, [play()], {RECOGNISER: Nonsense(stage.lines)}, until=8)

    assert told(stage, 1.0) < PATIENCE
    assert stage.ear.endswith("two")


async def test_ears_that_break_are_made_anew(caplog):
    class Breaking(LoudIsSpeech):
        made = 0

        def open(self):
            self.made += 1
            return Breaks() if self.made <= 2 else LoudIsSpeech()

    class Breaks(LoudIsSpeech):
        def hear(self, sound, /):
            if super().hear(sound):
                raise ZeroDivisionError("what the wearer said")
            return 0.0

    stage = Stage().says("say one", at=0.5, until=1.5).says("say two", at=9.0, until=10.0)

    await converse(stage, [play()], {VOICE_ACTIVITY: Breaking()})

    assert told(stage, 0.5) < PATIENCE
    assert stage.ear.endswith("two")
    assert "ZeroDivisionError" in caplog.text
    assert "what the wearer said" not in caplog.text


class FullDisk(SQLite):
    """A store on a full disk."""

    async def work(self, task):
        raise StoreFailed("the store cannot be written or read: database or disk is full")


async def test_a_full_disk_is_told_and_the_next_turn_works(caplog):
    skill = play()

    @skill.action("keep it")
    async def keep(turn: Turn) -> Reply:
        """Keep."""
        from lorgnette.core.alarms import Alarm

        await turn.shelf(Alarm).add(Alarm("timer", turn.language, "a", "b"))
        return Reply(say="kept")

    stage = Stage().types("keep it", at=0.5).types("say well", at=7)

    await converse(stage, [skill], {RECORDS: FullDisk(":memory:", SteppedClock(START))})

    assert stage.ear == "I couldn't save or read that: the disk may be full.well"
    assert "disk is full" in caplog.text


async def test_a_deed_that_takes_long_is_told_when_it_is_done():
    skill = play()
    stage = Stage().types("pay slowly", at=0.5).types("yes", at=2.0).types("say well", at=8.5)

    await converse(stage, [skill], until=15)

    assert skill.done == ["paid"]
    assert told(stage, 2.1) < PATIENCE
    assert stage.ear.endswith("wellpaid")
    assert "I'll tell you" in stage.ear


async def test_a_deed_that_hangs_is_given_up_and_told():
    stage = Stage().types("pay never", at=0.5).types("yes", at=2.0).types("say well", at=8.5)

    await converse(stage, [play()], until=30)

    assert "well" in stage.ear
    assert stage.ear.endswith("That took too long. Please try again.")


async def test_a_deed_that_fails_is_told():
    stage = Stage().types("pay badly", at=0.5).types("yes", at=2.0)

    await converse(stage, [play()], until=20)

    assert stage.ear.endswith("Something I need for that is not working. Please try again.")


async def test_a_deed_is_done_though_the_wearer_takes_the_glasses_off():
    skill = play()
    stage = Stage().types("pay slowly", at=0.5).types("yes", at=2.0)

    await converse(stage, [skill], until=3)

    assert skill.done == ["paid"]
