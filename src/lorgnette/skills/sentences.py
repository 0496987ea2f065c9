"""The sentences of a skill by language: what stands at the actions, and `sentences/<lang>.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from lorgnette.core.errors import ExtensionFailed
from lorgnette.core.types import ENGLISH, Language
from lorgnette.skills.skill import Skill
from lorgnette.understanding import ActionSentences


class SentencesFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """`rules` are parts used as `<name>` in templates; `actions` lists templates by action."""

    actions: Mapping[str, tuple[str, ...]] = {}
    rules: Mapping[str, str] = {}


def sentences_of(skill: Skill, language: Language) -> list[ActionSentences]:
    """Everything that can be said to a skill in one language.

    Raises ExtensionFailed, naming file and action, when the sentences cannot be used.
    """
    path = skill.folder / "sentences" / f"{language}.yaml"
    file = read_file(path)
    if stray := set(file.actions) - set(skill.actions):
        raise ExtensionFailed(f"{path.name}: {skill.name} has no action {min(stray)!r}")
    found = []
    for name, action in skill.actions.items():
        templates = file.actions.get(name, ())
        if language == ENGLISH:
            templates = (*action.sentences, *templates)
        if templates:
            found.append(
                ActionSentences(
                    action=action.name,
                    templates=templates,
                    slots=action.slots,
                    required=action.required,
                    careful=action.careful,
                    plausible=action.plausible,
                    expansions=file.rules,
                )
            )
    return found


@cache
def read_file(path: Path) -> SentencesFile:
    """One sentences file; empty when there is none."""
    if not path.is_file():
        return SentencesFile()
    try:
        return msgspec.convert(read_yaml(path) or {}, SentencesFile)
    except (msgspec.ValidationError, ValueError) as error:
        raise ExtensionFailed(f"{path}: {error}") from error


def read_yaml(path: Path) -> Any:
    """A YAML file as plain data. Raises ValueError with the line of a mistake."""
    import yaml

    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=fast_loader())  # noqa: S506 - safe
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


@cache
def fast_loader() -> Any:
    """The safe loader in C where the wheel has it, ten times as fast."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
