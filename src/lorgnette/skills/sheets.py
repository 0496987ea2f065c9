"""What a wearer may read about skills: names, what they do, and sentences to try."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from lorgnette.core.errors import ExtensionFailed
from lorgnette.core.slots import Context
from lorgnette.core.types import Language
from lorgnette.skills.messages import Messages
from lorgnette.skills.sentences import read_yaml, sentences_of
from lorgnette.skills.skill import Action, Skill
from lorgnette.understanding.sample import Sample, Sampler
from lorgnette.understanding.sentences import ActionSentences

MOST = 2
"""Examples of an action."""

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
"""When the sentences are said that are made of templates; only what they contain depends on it."""


def title_of(skill: Skill, language: Language, action: Action | None = None) -> str:
    """What a skill or an action is called; where it does not say, its name in plain words."""
    name = "skill-title" if action is None else f"title-{action.do.__name__}"
    plain = skill.name if action is None else action.do.__name__
    return told(skill, name, language) or plain.replace("_", " ").replace("-", " ").capitalize()


def about(skill: Skill, language: Language, action: Action | None = None) -> str:
    """What a skill or an action does, in a sentence; else what an action's docstring says."""
    if action is None:
        return told(skill, "skill-about", language)
    return told(skill, f"about-{action.do.__name__}", language) or action.summary


def told(skill: Skill, name: str, language: Language) -> str:
    """A message of the skill's own; empty when there is none, or it cannot be used."""
    try:
        return Messages(skill.folder).find(name, language, {}) or ""
    except ExtensionFailed:
        return ""


def sentences_by_action(skill: Skill, language: Language) -> dict[str, ActionSentences]:
    """What can be said to a skill, by the full names of its actions."""
    return {each.action: each for each in sentences_of(skill, language)}


def examples(skill: Skill, said: ActionSentences, language: Language) -> Sequence[str]:
    """Sentences to try: the skill's own examples, or some made of its templates."""
    name = said.action.rpartition(".")[2]
    own = [
        str(each["say"])
        for each in examples_in(skill.folder / "examples" / f"{language}.yaml")
        if each.get("action") == name and each.get("say") and not each.get("missing")
    ]
    return own[:MOST] or [made.text for made in islice(samples(said, language), MOST)]


def samples(said: ActionSentences, language: Language) -> Iterator[Sample]:
    """Sentences made of templates, one of each."""
    return Sampler(Context(language, NOON)).samples(said, most=1)


@cache
def examples_in(path: Path) -> Sequence[dict[str, Any]]:
    """The examples in a file of a skill; none when there is no such file, or it holds none."""
    try:
        return msgspec.convert(read_yaml(path) or [], list[dict[str, Any]])
    except (OSError, ValueError):
        return []
