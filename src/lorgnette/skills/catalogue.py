"""All skills of a hub: found, loaded, or set aside with a reason. None can stop the hub."""

import importlib.util
from collections.abc import Container, Iterable, Mapping
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import Any

from lorgnette.core.errors import ExtensionFailed
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.engines import Key
from lorgnette.skills.messages import Messages
from lorgnette.skills.sentences import sentences_of
from lorgnette.skills.skill import Action, Do, Skill
from lorgnette.understanding import Grammar

ENTRY_POINTS = "lorgnette.skills"

LANGUAGES = (ENGLISH, CHINESE)
"""The languages that every shipped skill knows."""

COMMON = Path(__file__).parent / "common"
"""Messages that belong to no skill in particular."""


class Catalogue:
    """The skills of a hub and what can be said to them."""

    def __init__(self, skills: Iterable[Skill], set_aside: Mapping[str, str] | None = None) -> None:
        """`set_aside` maps the names of skills that failed to the reason."""
        self.skills: dict[str, Skill] = {}
        self.set_aside = dict(set_aside or {})
        self.grammars: dict[Language, Grammar] = {}
        for skill in skills:
            self.add(skill)

    def add(self, skill: Skill) -> None:
        """Take a skill in, or set it aside when its sentences cannot be used."""
        try:
            for language in LANGUAGES:
                sentences_of(skill, language)
        except ExtensionFailed as error:
            self.set_aside[skill.name] = str(error)
            return
        self.skills[skill.name] = skill
        self.grammars.clear()
        self.__dict__.pop("actions", None)

    def rely_on(self, engines: Container[Key[Any]]) -> None:
        """Set aside the skills that need an engine which is not among these."""
        for skill in list(self.skills.values()):
            missing = [key.name for key in skill.needs if key not in engines]
            if missing:
                self.put_aside(skill.name, f"needs a {missing[0]}, and there is none")

    def put_aside(self, name: str, reason: str) -> None:
        """Do without a skill from now on."""
        self.set_aside[name] = reason
        del self.skills[name]
        self.grammars.clear()
        self.__dict__.pop("actions", None)

    @cached_property
    def actions(self) -> Mapping[str, Action]:
        """Every action by its full name."""
        return {
            action.name: action
            for skill in self.skills.values()
            for action in skill.actions.values()
        }

    def grammar(self, language: Language) -> Grammar:
        """What can be said in a language, compiled once.

        A skill whose sentences do not compile is set aside, and the others are compiled.
        """
        if language not in self.grammars:
            self.grammars[language] = self.compile(language)
        return self.grammars[language]

    def compile(self, language: Language) -> Grammar:
        """Compile all skills together; on a mistake find the skill to blame and go on without."""
        try:
            every = [
                item for skill in self.skills.values() for item in sentences_of(skill, language)
            ]
            return Grammar.compile(language, every)
        except ExtensionFailed:
            for skill in list(self.skills.values()):
                try:
                    Grammar.compile(language, sentences_of(skill, language))
                except ExtensionFailed as error:
                    self.put_aside(skill.name, str(error))
                    return self.compile(language)
            raise

    def taker(self, kind: type) -> tuple[Skill, Do] | None:
        """The skill that takes codes of a kind, and with what; None when there is none."""
        for skill in self.skills.values():
            if kind in skill.taking:
                return skill, skill.taking[kind]
        return None

    def messages(self, skill: str = "") -> Messages:
        """The messages of one skill, then those common to all."""
        if skill in self.skills:
            return Messages(self.skills[skill].folder, COMMON)
        return Messages(COMMON)


def discover() -> Catalogue:
    """Every installed skill, ours and strangers', through the same door: entry points."""
    skills, set_aside = [], {}
    for point in metadata.entry_points(group=ENTRY_POINTS):
        try:
            skills.append(checked(point.load(), point.value))
        except Exception as error:  # noqa: BLE001 - a stranger's module may raise anything
            set_aside[point.name] = f"{type(error).__name__}: {error}"
    return Catalogue(skills, set_aside)


def load_file(path: Path) -> Skill:
    """The skill in one Python file: the module's only `Skill`.

    Raises ExtensionFailed when the file cannot be run or holds no skill.
    """
    spec = importlib.util.spec_from_file_location(f"lorgnette_skill_{path.stem}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise ExtensionFailed(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise ExtensionFailed(f"{path}: {type(error).__name__}: {error}") from error
    skills = [value for value in vars(module).values() if isinstance(value, Skill)]
    if len(skills) != 1:
        raise ExtensionFailed(f"{path} must define one Skill, it defines {len(skills)}")
    return skills[0]


def checked(found: object, where: str) -> Skill:
    """What an entry point led to, if it is a skill."""
    if not isinstance(found, Skill):
        raise ExtensionFailed(f"{where} is not a Skill")
    return found
