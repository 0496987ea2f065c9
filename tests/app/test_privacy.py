"""What the wearer says, types and hears never gets into a log, whatever goes wrong."""

import logging
from contextlib import aclosing

import anyio
import pytest

from lorgnette.app.config import Config
from lorgnette.app.hub import Hub
from lorgnette.app.tracing import cause_of, trace_of
from lorgnette.core.errors import EngineFailed, NotUnderstood, StoreFailed
from lorgnette.engines import RECOGNISER, THINKER, VOICE, Call, Words
from lorgnette.skills import Offer, Reply, Skill, Turn
from lorgnette.skills.catalogue import Catalogue
from lorgnette.testing.bad_network import BadNetwork
from lorgnette.testing.stage import Prompter, Speller, Stage, act, stage_engines
from lorgnette.testing.thinkers import ScriptedThinker

SECRET = "xylophone"


def play():
    """A skill that blurts the wearer's words out in every error there is."""
    skill = Skill("play")

    @skill.action("say {words}")
    async def say(turn: Turn, words: str) -> Reply:
        """Say it."""
        return Reply(say=words, title=words)

    @skill.action("fail with {words}")
    async def fail(turn: Turn, words: str) -> Reply:
        """Raise."""
        if "one" in words:
            raise EngineFailed(words)
        if "two" in words:
            raise NotUnderstood(words)
        if "three" in words:
            async with anyio.create_task_group():
                raise ValueError(words)
        try:
            int(words)
        except ValueError as error:
            raise RuntimeError(words) from error
        return Reply()

    @skill.action("offer {words}")
    async def offer(turn: Turn, words: str) -> Reply:
        """Offer, and fail."""

        async def commit() -> Reply:
            raise KeyError(words)

        return Reply(offer=Offer(f"{words}?", commit))

    return skill


class BadVoice(Speller):
    async def speak(self, text, /, language):
        if "loud" in text:
            raise ValueError(text)
        async with aclosing(super().speak(text, language)) as sounds:
            async for sound in sounds:
                yield sound


class BadEar(Prompter):
    async def warm_up(self):
        raise ValueError(SECRET)


@pytest.mark.slow
async def test_no_word_of_the_wearer_is_logged(caplog):
    caplog.set_level(logging.DEBUG)
    stage = Stage()
    stage.says(f"say {SECRET}", at=0.5, until=1.5)
    for number, sentence in enumerate(
        [
            f"fail with {SECRET} one",
            f"fail with {SECRET} two",
            f"fail with {SECRET} three",
            f"fail with {SECRET} four",
            f"say loud {SECRET}",
            f"offer {SECRET}",
            "yes",
            f"nobody understands {SECRET}",
        ]
    ):
        stage.types(sentence, at=4 + 3.5 * number)
    answers = [Words(f"{SECRET}. "), Call("1", "play__fail", {"words": SECRET})]
    thinker = ScriptedThinker(answers, [Words("Well. "), EngineFailed(SECRET)])
    engines = stage_engines(
        stage, {VOICE: BadVoice(), THINKER: thinker, RECOGNISER: BadEar(stage.lines)}
    )
    async with Hub(Config(), Catalogue([play()]), engines) as hub:
        await hub.warm_up()
        engines.found[RECOGNISER] = BadEar(stage.lines)
        through = BadNetwork(cuts={150, 900}).between
        await act(hub, stage, through=through, until=36)

    assert SECRET in stage.ear + str(stage.script)
    assert len(caplog.records) >= 5
    for record in caplog.records:
        assert SECRET not in record.getMessage()
        assert SECRET not in logging.Formatter().format(record)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ValueError(SECRET), "ValueError"),
        (EngineFailed(SECRET), "EngineFailed"),
        (StoreFailed("the disk is full"), "StoreFailed: the disk is full"),
        (ExceptionGroup(SECRET, [ValueError(SECRET), KeyError(SECRET)]), "ValueError; KeyError"),
    ],
)
def test_of_an_error_only_its_type_and_place_are_told(error, told):
    assert trace_of(error) == told


def test_the_place_of_an_error_is_told_from_the_inside():
    try:
        int(SECRET)
    except ValueError as error:
        told = trace_of(error)

    assert told.startswith("ValueError < ")
    assert "test_privacy.py" in told
    assert SECRET not in told


def test_the_cause_is_found_in_groups():
    inner = KeyError()

    assert cause_of(ExceptionGroup("", [ExceptionGroup("", [inner]), ValueError()])) is inner
