"""Every turn is kept as it was for the wearer: what was heard, understood, and how it ended."""

from datetime import timedelta

import pytest
from house import OWNER, Shelf, house
from test_session import skills

from lorgnette.core.types import CHINESE, EVERYDAY, Gesture
from lorgnette.engines import VOICE
from lorgnette.skills import timers
from lorgnette.testing.stage import START, Stage


def only(turns):
    """The only turn there is."""
    [turn] = turns
    return turn


async def test_a_turn_tells_what_was_heard_understood_and_said():
    stage = Stage(profile=EVERYDAY).says("say well done", at=0.5, until=1.5)
    async with house(skills(), stage=stage) as home:
        await home.plays(stage)
        turn = only(await home.turns())

    assert turn.at == START + timedelta(seconds=1.98)  # the sample that ended it
    assert (turn.heard, turn.typed, turn.language) == ("say well done", False, "en")
    assert (turn.skill, turn.action, turn.slots) == ("play", "say", {"words": "well done"})
    assert (turn.said, turn.outcome, turn.device) == ("well done", "answered", "everyday")


async def test_slots_are_as_the_wearer_writes_them():
    stage = Stage(language=CHINESE).types("设一个十分钟的计时器", at=0.0)
    async with house(timers.skill, stage=stage) as home:
        await home.plays(stage)
        turn = only(await home.turns())

    assert turn.typed
    assert turn.language == "zh"
    assert turn.slots == {"duration": "10 分钟"}


async def test_what_was_interrupted_is_kept_as_far_as_it_was_heard():
    letters = "A b c d e f. G h i j k l. M n o p q r s t u v w x y z"
    stage = Stage().types(f"say {letters}", at=0.0).says("say over", at=1.8, until=2.8)
    async with house(skills(), stage=stage) as home:
        await home.plays(stage)
        over, cut = await home.turns()

    assert cut.outcome == "interrupted"
    assert cut.said
    assert letters.startswith(cut.said)
    assert (over.said, over.outcome) == ("over", "answered")


@pytest.mark.parametrize("way", ["says", "types", "touches"])
async def test_what_was_stopped_says_so(way):
    stage = Stage().types("say a b c d e f g h i j k l m n o p", at=0.0)
    match way:
        case "says":
            stage.says("stop", at=1.5, until=2.0)
        case "types":
            stage.types("stop", at=1.5)
        case "touches":
            stage.touches(Gesture.TAP, at=1.5)
    async with house(skills(), stage=stage) as home:
        await home.plays(stage)
        *stop, turn = await home.turns()

    if way == "says":  # the voice itself ended the answer before the word was known
        assert turn.outcome in ("stopped", "interrupted")
    else:
        assert turn.outcome == "stopped"
    assert [(each.action, each.said) for each in stop] == (
        [] if way == "touches" else [("stop", "")]
    )


async def test_what_was_given_up_before_an_answer_is_unanswered():
    async with house(skills()) as home:
        await home.hears("hang", "greet me")
        greet, hang = await home.turns()

    assert (hang.outcome, hang.said, hang.action) == ("unanswered", "", "hang")
    assert greet.outcome == "answered"


async def test_what_failed_says_so():
    async with house(skills()) as home:
        await home.hears("break")
        turn = only(await home.turns())

    assert turn.outcome == "failed"
    assert turn.said


async def test_what_nobody_understood_is_answered_without_a_skill():
    async with house(skills()) as home:
        await home.hears("sing")
        turn = only(await home.turns())

    assert (turn.skill, turn.action, turn.outcome) == ("", "", "answered")
    assert turn.said


async def test_answers_are_about_what_was_asked():
    async with house(skills()) as home:
        await home.hears("paint it", "green", "burn it", "yes")
        yes, burn, green, paint = await home.turns()

    assert (paint.action, paint.said) == ("paint", "red or green?")
    assert (green.heard, green.action, green.said) == ("green", "paint", "green it is")
    assert (burn.action, burn.said) == ("burn", "burn it?")
    assert (yes.heard, yes.action, yes.said) == ("yes", "burn", "burnt")


async def test_a_slot_that_is_missing_is_about_the_action():
    async with house(timers.skill) as home:
        await home.hears("set a timer", "ten minutes")
        answer, question = await home.turns()

    assert (question.skill, question.action, question.slots) == ("timers", "set_timer", {})
    assert (answer.action, answer.slots) == ("set_timer", {"duration": "10 minutes"})


async def test_without_a_voice_what_was_shown_counts_as_said():
    async with house(skills(), engines={VOICE: None}) as home:
        del home.hub.engines.found[VOICE]
        await home.hears("greet me")
        turn = only(await home.turns())

    assert (turn.said, turn.outcome) == ("hello", "answered")


async def test_what_a_notice_follows_at_once_was_answered_not_interrupted():
    async with house(skills(), timers.skill) as home:
        await home.hears("set a timer for one second", "say a b c d e f g h i j", until=8.0)
        turn, _ = await home.turns()

    assert (turn.said, turn.outcome) == ("a b c d e f g h i j", "answered")


async def test_a_turn_cut_by_the_end_of_the_hub_is_kept():
    store = Shelf()
    async with house(skills(), store=store) as home:
        await home.hears("hang", until=0.5)
    async with house(skills(), store=store) as home:
        turn = only(await home.turns(OWNER))
    store.connection.close()

    assert (turn.heard, turn.outcome) == ("hang", "unanswered")
