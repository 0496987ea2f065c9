"""Whole conversations on a stage: voice in, voice and cards out."""

import anyio
import pytest

from lorgnette.app.doors.ledger import OWNER
from lorgnette.core.errors import EngineFailed
from lorgnette.core.types import EVERYDAY, Gesture, Language
from lorgnette.engines import RECOGNISER, VOICE
from lorgnette.skills import Ask, Offer, Reply, Skill, Turn
from lorgnette.testing.stage import Prompter, Speller, Stage, converse


def skills():
    """A skill that echoes, asks, offers, breaks and hangs."""
    skill = Skill("play")

    @skill.action("say {words}")
    async def say(turn: Turn, words: str) -> Reply:
        """Say it."""
        return Reply(say=words, title=words)

    @skill.action("greet me")
    async def greet(turn: Turn) -> Reply:
        """Greet."""
        return Reply(say="hello")

    @skill.action("paint it")
    async def paint(turn: Turn) -> Reply:
        """Ask for a colour."""

        async def go_on(choice: int) -> Reply:
            return Reply(say=["red it is", "green it is"][choice])

        return Reply(ask=Ask("red or green?", go_on, choices=(("red",), ("green",))))

    @skill.action("burn it")
    async def burn(turn: Turn) -> Reply:
        """Offer to burn it."""

        async def commit() -> Reply:
            done.append("burnt")
            return Reply(say="burnt")

        return Reply(offer=Offer("burn it?", commit))

    @skill.action("break")
    async def broken(turn: Turn) -> Reply:
        """Raise."""
        raise EngineFailed("broken on purpose")

    @skill.action("hang")
    async def hang(turn: Turn) -> Reply:
        """Never come back."""
        import anyio

        await anyio.sleep_forever()
        return Reply()

    done: list[str] = []
    skill.done = done
    return skill


async def test_a_command_is_answered_at_once():
    stage = Stage().says("greet me", at=0.5, until=1.5)

    await converse(stage, [skills()])

    assert stage.script == [
        "1.6 heard greet me",
        "1.6 show hello",
        "1.7 spoken",
    ]
    assert stage.ear == "hello"


async def test_whoever_speaks_has_the_floor():
    stage = (
        Stage()
        .says("say a b c d e f g h i j k l m n o p q r s t", at=0.5, until=1.5)
        .says("say over", at=3.0, until=4.0)
    )

    await converse(stage, [skills()])

    assert stage.ear.endswith("over")
    heard = stage.ear.removesuffix("over")
    assert 14 <= len(heard) <= 22
    assert [line for line in stage.script if "flush" in line or line.endswith("duck")] == [
        "3.0 duck",
        "3.2 flush",
    ]


async def test_a_cough_lets_the_answer_go_on_where_it_was():
    stage = Stage().says("say a b c d e f g h i j k l m n", at=0.5, until=1.5).coughs(at=2.5)

    await converse(stage, [skills()])

    assert stage.ear == "a b c d e f g h i j k l m n"


async def test_a_question_is_answered_by_voice():
    stage = Stage().says("paint it", at=0.5, until=1.5).says("green", at=3.5, until=4.1)

    await converse(stage, [skills()])

    assert stage.ear == "red or green?green it is"


@pytest.mark.parametrize(("answer", "burnt"), [("yes", ["burnt"]), ("no", []), ("maybe", [])])
async def test_only_a_yes_commits_an_offer(answer, burnt):
    skill = skills()
    stage = Stage().types("burn it", at=0.0).types(answer, at=2.0).types("yes", at=4.0)

    await converse(stage, [skill])

    assert skill.done == burnt


@pytest.mark.parametrize("command", ["break", "hang"])
async def test_what_fails_is_told_within_three_seconds_and_the_next_turn_works(command):
    stage = Stage().types(command, at=0.0).types("say well", at=5.0)

    await converse(stage, [skills()])

    told = next(line for line in stage.script if "show" in line)
    assert float(told.split()[0]) < 3.0
    assert stage.ear.endswith("well")


async def test_a_voice_that_breaks_is_signed_and_the_next_turn_works():
    class Broken(Speller):
        async def speak(self, text, /, language):
            if text == "one":
                raise EngineFailed("no voice")
            async for sound in super().speak(text, language):
                yield sound

    stage = Stage().types("say one", at=0.0).types("say two", at=2.0)

    await converse(stage, [skills()], {VOICE: Broken()})

    assert "0.0 earcon error" in stage.script
    assert stage.ear == "two"


async def test_a_recogniser_that_hangs_is_told_and_the_next_utterance_works():
    class Slow(Prompter):
        @property
        def delay(self):
            self.calls += 1
            return 60.0 if self.calls <= 2 else 0.0

        @delay.setter
        def delay(self, value):
            self.calls = 0

    stage = Stage().says("say one", at=0.5, until=1.5).says("say two", at=9.5, until=10.5)

    await converse(stage, [skills()], {RECOGNISER: Slow(stage.lines)})

    assert stage.ear.startswith("I couldn't hear you just now.")
    assert stage.ear.endswith("two")


async def test_without_a_display_everything_is_speech():
    stage = Stage(EVERYDAY).types("say hello", at=0.0)

    await converse(stage, [skills()])

    assert stage.ear == "hello"
    assert not [line for line in stage.script if "show" in line]


async def test_an_utterance_that_begins_anew_does_not_deafen():
    stage = Stage().says("say one", at=0.5, until=1.5).presses(at=1.0, until=2.0)

    await converse(stage, [skills()])

    assert stage.ear == "one"


async def test_touch_stops_the_answer():
    stage = Stage().types("say a b c d e f g h i j k l m n", at=0.0).touches(Gesture.TAP, at=0.5)

    await converse(stage, [skills()])

    assert len(stage.ear) < 10


async def test_push_to_talk_is_one_utterance():
    stage = Stage().presses(at=0.5, until=3.0).says("say", at=0.6, until=1.0)
    stage.says("hello", at=2.2, until=2.8)

    await converse(stage, [skills()])

    assert "heard say hello" in stage.script[0]


async def test_unknown_words_get_an_honest_answer():
    stage = Stage().types("please juggle", at=0.0)

    await converse(stage, [skills()])

    assert stage.ear == "I can't do that yet."


class Hoarse:
    """A voice that fails."""

    async def speak(self, text, /, language):
        raise EngineFailed("hoarse")
        yield b""

    async def warm_up(self):
        """Nothing."""


@pytest.mark.parametrize("engines", [{}, {VOICE: Hoarse()}])
async def test_who_cannot_hear_reads_every_sentence_that_is_said(engines):
    stage = Stage(EVERYDAY).types("please juggle", at=0.0)

    await converse(stage, [skills()], engines)

    assert stage.read == ["I can't do that yet."]


async def test_a_deed_that_takes_longer_is_told_when_it_is_done_without_cutting_in():
    skill = Skill("slow")

    @skill.action("ship it")
    async def ship(turn: Turn) -> Reply:
        """Offer to ship it."""

        async def commit() -> Reply:
            await anyio.sleep(3.5)
            return Reply(say="shipped")

        return Reply(offer=Offer("ship it?", commit))

    stage = Stage().types("ship it", at=0.0).types("yes", at=2.0)
    hub = await converse(stage, [skill], until=15.0)

    longer = "That takes longer. I'll tell you when it's done."
    assert stage.ear == f"ship it?{longer}shipped"
    [told, shipped] = [one.heard for one in hub.histories[OWNER]][-2:]
    assert (told, shipped) == (longer, "shipped")


async def test_what_leads_a_foreign_phrase_is_said_in_the_wearers_own_language():
    skill = Skill("foreign")

    @skill.action("order")
    async def order(turn: Turn) -> Reply:
        """Order in Spanish."""
        return Reply(lead="Roughly:", say="la cuenta", speak_in=Language("es"))

    stage = Stage().types("order", at=0.0)
    hub = await converse(stage, [skill])

    assert stage.read == ["Roughly:", "la cuenta"]
    assert stage.spoken_in == ["en", "es"]
    assert hub.histories[OWNER][-1].heard == "Roughly: la cuenta"
