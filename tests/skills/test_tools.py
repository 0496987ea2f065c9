"""Actions as a language model sees and calls them."""

from datetime import timedelta

import pytest

from lorgnette.core.errors import NotUnderstood
from lorgnette.core.slots import Context
from lorgnette.core.types import ENGLISH
from lorgnette.skills.tools import slots_from, tool_of
from lorgnette.testing.turns import NOW

CONTEXT = Context(ENGLISH, NOW)


def test_an_action_is_a_tool(catalogue):
    tool = tool_of(catalogue.actions["timers.set_timer"])

    assert tool.name == "timers__set_timer"
    assert tool.description == "Set a timer that rings after a duration."
    assert tool.parameters == {
        "type": "object",
        "properties": {
            "duration": {"type": "string", "description": "duration, as one would say it"},
            "label": {"type": "string", "description": "text, as one would say it"},
        },
        "required": ["duration"],
        "additionalProperties": False,
    }


def test_every_action_is_a_tool_with_a_name_of_its_own(catalogue):
    tools = [tool_of(action) for action in catalogue.actions.values()]

    assert len({tool.name for tool in tools}) == len(tools)
    assert all(tool.description for tool in tools)


def test_arguments_are_read_as_if_a_person_had_said_them(catalogue):
    translate = catalogue.actions["translate.translate"]
    timer = catalogue.actions["timers.set_timer"]

    assert slots_from(translate, {"phrase": "Hello, Ann!", "language": "Japanese"}, CONTEXT) == {
        "phrase": "Hello, Ann!",
        "language": "ja",
    }
    assert slots_from(timer, {"duration": "90 seconds", "label": None}, CONTEXT) == {
        "duration": timedelta(seconds=90)
    }


@pytest.mark.parametrize(
    "arguments",
    [{}, {"duration": "purple"}, {"duration": "5 minutes", "volume": 3}, {"label": "eggs"}],
)
def test_arguments_that_make_no_sense_are_not_understood(catalogue, arguments):
    with pytest.raises(NotUnderstood):
        slots_from(catalogue.actions["timers.set_timer"], arguments, CONTEXT)
