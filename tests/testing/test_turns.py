"""Turns and examples for the authors of skills, on a skill of three lines."""

from datetime import timedelta

import msgspec
import pytest

from lorgnette.core.errors import ExtensionFailed, NotUnderstood
from lorgnette.core.readings import Intent, Missing, Unknown
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.skills import Ask, Offer, Reply, Skill, Turn
from lorgnette.testing.examples import Example, answer_to, examples_of, mistake_in
from lorgnette.testing.turns import NOW, reading_of, turn_for, words_of

EXAMPLES = """
- {say: brew a cup, action: brew, answer: "Brewing at 9:30."}
- {say: brew a large cup, action: brew, slots: {size: large}}
- {say: brew two cups, action: brew}
"""


class Cup(msgspec.Struct):
    size: str


@pytest.fixture
def skill(tmp_path):
    """A kettle, in a folder with messages and examples."""
    kettle = Skill("kettle", folder=tmp_path)

    @kettle.action("brew a [{size}] cup")
    async def brew(turn: Turn, size: str = "small") -> Reply:
        """Brew a cup."""
        await turn.shelf(Cup).add(Cup(size), due=turn.now + timedelta(minutes=3))
        return Reply(say=turn.message("brewing", time=f"{turn.now:%-H:%M}"))

    for folder in ("messages", "examples"):
        (tmp_path / folder).mkdir()
    (tmp_path / "messages" / "en.ftl").write_text("brewing = Brewing at { $time }.\n")
    (tmp_path / "examples" / "en.yaml").write_text(EXAMPLES)
    return kettle


async def test_an_action_runs_with_a_store_a_clock_and_messages(skill):
    turn = turn_for(skill)

    reply = await skill.actions["brew"].do(turn, "large")

    assert reply.say == "Brewing at 9:30."
    [kept] = await turn.shelf(Cup).all()
    assert (kept.item.size, kept.created, kept.due) == ("large", NOW, NOW + timedelta(minutes=3))


async def test_two_turns_share_nothing(skill):
    await skill.actions["brew"].do(turn_for(skill))

    assert await turn_for(skill).shelf(Cup).all() == []


def test_a_sentence_is_read_as_by_the_hub(skill):
    reading = reading_of(skill, "brew a strong cup")

    assert reading == Intent("kettle.brew", {"size": "strong"})
    assert reading_of(skill, "brew a strong cup", language=CHINESE) == Unknown()


async def test_words_are_the_answer_and_the_question():
    async def nothing(*_):
        return Reply()

    assert words_of(Reply(say="Well.", ask=Ask("How many?", nothing))) == "Well. How many?"
    assert words_of(Reply(offer=Offer("Sure?", nothing))) == "Sure?"


async def test_examples_are_checked(skill):
    cup, large, two = examples_of(skill, ENGLISH)
    mistakes = [
        mistake_in(reading_of(skill, each.say), each, skill, ENGLISH) for each in (cup, large, two)
    ]

    assert mistakes == ["", "", "is read as Unknown"]
    assert await answer_to(cup, skill, ENGLISH) == cup.answer
    with pytest.raises(NotUnderstood):
        await answer_to(two, skill, ENGLISH)


@pytest.mark.parametrize(
    ("example", "mistake"),
    [
        (Example("brew a large cup", "brew"), "has the slots {'size': 'large'}"),
        (Example("brew a cup", "brew", missing="size"), "lacks nothing, not size"),
        (Example("blew a cup", "brew"), "is read only as «brew a cup»"),
    ],
)
def test_mistakes_are_named(skill, example, mistake):
    assert mistake_in(reading_of(skill, example.say), example, skill, ENGLISH) == mistake


def test_a_question_is_no_action(skill):
    reading = Missing(Intent("kettle.pour"), "size")

    assert mistake_in(reading, Example("pour", "brew"), skill, ENGLISH) == "is read as kettle.pour"


@pytest.mark.parametrize("text", ["- {say: brew}", "- [", "{}: 1", "say: brew"])
def test_a_file_that_holds_no_examples_is_named(skill, text):
    (skill.folder / "examples" / "en.yaml").write_text(text)

    with pytest.raises(ExtensionFailed, match=r"en\.yaml"):
        examples_of(skill, ENGLISH)
