"""A wearer draws breath after what already is a command, and goes on."""

from lorgnette.skills import Offer, Reply, Skill, Turn
from lorgnette.skills.notes import skill as notes
from lorgnette.skills.timers import skill as timers
from lorgnette.testing.stage import Stage, converse


def bar():
    """A skill that pours at once, and sells after a yes."""
    skill = Skill("bar")
    skill.done = []

    @skill.action("pour [me] [a] tea [with milk]")
    async def pour(turn: Turn) -> Reply:
        """Pour."""
        skill.done.append(turn.text)
        return Reply(say="here you are, as you like it")

    @skill.action("sell me [a] tea [with milk]")
    async def sell(turn: Turn) -> Reply:
        """Sell."""
        asked = turn.text

        async def commit() -> Reply:
            skill.done.append(asked)
            return Reply(say="sold")

        return Reply(offer=Offer(f"{asked}?", commit))

    return skill


def breath(first: str, then: str, *, pause: float = 0.5) -> Stage:
    """Somebody says something, draws breath, and goes on."""
    begins = 1.5 + pause
    return Stage().says(first, at=0.5, until=1.5).says(then, at=begins, until=begins + 1)


def heard(stage: Stage) -> list[str]:
    return [line.partition(" heard ")[2] for line in stage.script if " heard " in line]


async def test_both_are_one_command():
    stage, skill = breath("pour me a tea", "with milk"), bar()

    await converse(stage, [skill])

    assert heard(stage) == ["pour me a tea", "pour me a tea with milk"]
    assert skill.done == ["pour me a tea", "pour me a tea with milk"]
    assert "yet" not in stage.ear


async def test_what_is_offered_is_the_whole():
    stage, skill = breath("sell me a tea", "with milk").types("yes", at=8.0), bar()

    await converse(stage, [skill])

    assert skill.done == ["sell me a tea with milk"]


async def test_a_timer_of_the_beginning_alone_was_not_meant():
    stage = breath("set a timer for ten minutes", "and thirty seconds")
    stage.types("how much time is left", at=10.0)

    await converse(stage, [timers])

    assert stage.ear.endswith("Timer set for 10 minutes 30 seconds.10 minutes 23 seconds left.")


async def test_a_note_has_all_that_was_dictated():
    stage = breath("take a note buy milk", "and bread", pause=0.85).types("read my notes", at=9.0)

    await converse(stage, [notes])

    assert stage.ear.endswith("Noted.One note: buy milk and bread")


async def test_a_command_of_its_own_is_no_rest_of_another():
    stage, skill = breath("pour me a tea", "sell me a tea"), bar()

    await converse(stage, [skill])

    assert heard(stage) == ["pour me a tea", "sell me a tea"]


async def test_whoever_goes_on_later_begins_anew():
    stage, skill = breath("pour me a tea", "with milk", pause=3.0), bar()

    await converse(stage, [skill])

    assert skill.done == ["pour me a tea"]
    assert heard(stage) == ["pour me a tea", "with milk"]
