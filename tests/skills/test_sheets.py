"""What a wearer may read about a skill, even of one that says nothing about itself."""

import pytest

from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.skills import Reply, Skill, Turn
from lorgnette.skills.sheets import about, examples, sentences_by_action, title_of


@pytest.fixture
def brew(tmp_path):
    """A stranger's skill."""
    skill = Skill("coffee-machine", folder=tmp_path)

    @skill.action("brew a coffee", "(make|brew) [me] {drink}")
    async def brew_one(turn: Turn, drink: str = "") -> Reply:
        """Brew a coffee.

        Or tea.
        """
        return Reply(say=drink)

    return skill


def write(skill, folder, name, text):
    """Give a skill a file."""
    (skill.folder / folder).mkdir(exist_ok=True)
    (skill.folder / folder / name).write_text(text, encoding="utf-8")


def test_without_messages_names_and_docstrings_tell(brew):
    [action] = brew.actions.values()

    assert title_of(brew, CHINESE) == "Coffee machine"
    assert title_of(brew, ENGLISH, action) == "Brew one"
    assert about(brew, ENGLISH) == ""
    assert about(brew, CHINESE, action) == "Brew a coffee."


def test_messages_tell_better(brew):
    [action] = brew.actions.values()
    write(brew, "messages", "en.ftl", "skill-title = Coffee\ntitle-brew_one = Brew\n")
    write(brew, "messages", "zh.ftl", "skill-title = 咖啡\nabout-brew_one = 煮一杯咖啡。\n")

    assert title_of(brew, ENGLISH) == "Coffee"
    assert title_of(brew, CHINESE) == "咖啡"
    assert title_of(brew, CHINESE, action) == "Brew"
    assert about(brew, CHINESE, action) == "煮一杯咖啡。"


def test_a_message_that_needs_values_is_no_title(brew):
    write(brew, "messages", "en.ftl", "skill-title = { $cups } cups\n")

    assert title_of(brew, ENGLISH) == "Coffee machine"


def test_without_examples_templates_are_said(brew):
    said = sentences_by_action(brew, ENGLISH)["coffee-machine.brew_one"]

    assert examples(brew, said, ENGLISH)[0] == "brew a coffee"
    assert len(examples(brew, said, ENGLISH)) == 2


def test_examples_of_the_skill_come_first_and_those_that_lack_something_are_none(brew):
    said = sentences_by_action(brew, ENGLISH)["coffee-machine.brew_one"]
    write(
        brew,
        "examples",
        "en.yaml",
        "- {say: make me, action: brew_one, missing: drink}\n"
        "- {say: make me tea, action: brew_one}\n"
        "- {say: fly, action: other}\n",
    )

    assert examples(brew, said, ENGLISH) == ["make me tea"]


@pytest.mark.parametrize("text", ["- 1\n", "{", "a: b\n", "- {action: brew_one}\n"])
def test_a_broken_file_of_examples_breaks_nothing(brew, text):
    said = sentences_by_action(brew, ENGLISH)["coffee-machine.brew_one"]
    write(brew, "examples", "en.yaml", text)

    assert examples(brew, said, ENGLISH)[0] == "brew a coffee"
