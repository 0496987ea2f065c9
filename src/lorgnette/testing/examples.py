"""Examples of what can be said to a skill: `examples/<lang>.yaml`, the tests of its sentences.

    - say: set a timer for ten seconds
      action: set_timer
      slots: {duration: 10 seconds}
      answer: Timer set for 10 seconds.
    - {say: set a timer, action: set_timer, missing: duration, answer: "For how long?"}

Slots are written as they are shown to the wearer; `missing` names the one that is asked for.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from lorgnette.core.errors import ExtensionFailed, NotUnderstood
from lorgnette.core.readings import Intent, Missing, Reading
from lorgnette.core.types import Language
from lorgnette.engines import Key
from lorgnette.skills.catalogue import Catalogue
from lorgnette.skills.sentences import read_yaml
from lorgnette.skills.skill import Skill
from lorgnette.testing.turns import reading_of, turn_for, words_of


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence, the action it means with its slots, and what the action answers.

    Empty: `answer` is not compared, nothing is `missing`.
    """

    say: str
    action: str
    slots: Mapping[str, str] = {}
    answer: str = ""
    missing: str = ""


def examples_of(skill: Skill, language: Language) -> list[Example]:
    """The examples of a skill.

    Raises ExtensionFailed, naming the file, when they are no examples.
    """
    path = skill.folder / "examples" / f"{language}.yaml"
    if not path.is_file():
        return []
    try:
        return msgspec.convert(read_yaml(path) or [], list[Example])
    except (msgspec.ValidationError, ValueError) as error:
        raise ExtensionFailed(f"{path}: {error}") from error


def mistake_in(reading: Reading, example: Example, skill: Skill, language: Language) -> str:
    """What is wrong with the reading of an example; empty when it is right."""
    intent = reading.intent if isinstance(reading, Missing) else reading
    if not isinstance(intent, Intent):
        return f"is read as {type(reading).__name__}"
    if intent.mended:
        return f"is read only as «{intent.mended}»"
    action = skill.actions[example.action]
    if intent.action != action.name:
        return f"is read as {intent.action}"
    missing = reading.slot if isinstance(reading, Missing) else ""
    if missing != example.missing:
        return f"lacks {missing or 'nothing'}, not {example.missing or 'nothing'}"
    shown = {name: action.slots[name].show(value, language) for name, value in intent.slots.items()}
    if shown != dict(example.slots):
        return f"has the slots {shown}"
    return ""


async def answer_to(
    example: Example,
    skill: Skill,
    language: Language,
    *,
    skills: Catalogue | None = None,
    engines: Mapping[Key[Any], Any] | None = None,
) -> str:
    """What the wearer hears after an example, with nothing in the store.

    `skills` are all that are installed, this one alone by default. Raises NotUnderstood when the
    example is none.
    """
    reading = reading_of(skills or skill, example.say, language=language)
    turn = turn_for(skill, language=language, skills=skills, engines=engines, text=example.say)
    if isinstance(reading, Missing):
        return turn.message(f"ask-{reading.slot}")
    if not isinstance(reading, Intent):
        raise NotUnderstood(f"{example.say!r} is no action")
    return words_of(await skill.actions[example.action].do(turn, **reading.slots))
