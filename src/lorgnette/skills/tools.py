"""Actions as a language model sees them: the same names, docstrings and slots as for a wearer."""

import types
import typing
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from lorgnette.core.errors import NotUnderstood
from lorgnette.core.slots import Context, FreeText, slot_for
from lorgnette.core.words import split
from lorgnette.engines import Tool
from lorgnette.skills.skill import Action

SEPARATOR = "__"
"""Between skill and action in a tool's name: tools may not hold full stops."""


def tool_of(action: Action) -> Tool:
    """The tool that stands for an action."""
    properties = {name: schema_of(kind) for name, kind in action.kinds.items()}
    parameters = {
        "type": "object",
        "properties": properties,
        "required": sorted(action.required),
        "additionalProperties": False,
    }
    return Tool(action.name.replace(".", SEPARATOR), action.summary, parameters)


def schema_of(kind: Any) -> Mapping[str, Any]:
    """The JSON schema of a slot; what is not a number or a choice is said in words."""
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return schema_of(next(each for each in typing.get_args(kind) if each is not type(None)))
    if origin is typing.Literal:
        return {"type": "string", "enum": list(typing.get_args(kind))}
    if kind is int:
        return {"type": "integer"}
    if kind is float:
        return {"type": "number"}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"type": "string", "enum": [str(each) for each in kind]}
    return {"type": "string", "description": f"{slot_for(kind).name}, as one would say it"}


def slots_from(action: Action, arguments: Mapping[str, Any], context: Context) -> dict[str, Any]:
    """The slots in a model's arguments, read as if a person had said them.

    Raises NotUnderstood for an argument that does not exist, is missing or makes no sense.
    """
    if set(arguments) - set(action.slots) or action.required - set(arguments):
        raise NotUnderstood(f"{action.name} takes {', '.join(action.slots) or 'nothing'}")
    slots = {}
    for name, given in arguments.items():
        if given is None and name not in action.required:
            continue
        words = split(str(given)[:1000], context.language)
        slot = action.slots[name]
        for used, value in slot.read(words, context):
            if used == len(words):
                slots[name] = slot.spelled(str(given)) if isinstance(slot, FreeText) else value
                break
        else:
            raise NotUnderstood(f"{name}: {given!r} makes no sense")
    return slots
