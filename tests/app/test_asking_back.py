"""A command that lacks something becomes one question after the other, and is then done."""

from lorgnette.skills import Reply, Skill, Turn
from lorgnette.skills.timers import skill as timers
from lorgnette.testing.stage import Stage, converse


def mixer():
    skill = Skill("mixer")

    @skill.action("mix [{first} with {second}]")
    async def mix(turn: Turn, first: str, second: str) -> Reply:
        """Mix two things."""
        return Reply(say=f"{first} and {second}, {turn.now:%M:%S}")

    return skill


async def test_everything_that_is_missing_is_asked_for():
    stage = Stage().types("mix", at=0.0).types("milk", at=5.0).types("honey", at=10.0)

    await converse(stage, [mixer()])

    assert stage.ear.startswith("What should the first be?What should the second be?milk and honey")


async def test_the_action_happens_when_the_answer_came():
    stage = Stage().types("mix", at=0.0).types("milk", at=5.0).types("honey", at=10.0)

    await converse(stage, [mixer()])

    assert stage.ear.endswith("30:10")


async def test_a_timer_runs_from_the_answer():
    stage = Stage().types("set a timer", at=0.0).types("ten seconds", at=4.0)

    await converse(stage, [timers])

    assert "Timer set for 10 seconds." in stage.ear
