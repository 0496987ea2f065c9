"""The skills of the hub, as a wearer may read about them."""

from collections.abc import Callable, Sequence

import anyio.to_thread

from lorgnette.core.types import Language
from lorgnette.skills import sheets
from lorgnette.skills.catalogue import LANGUAGES, Catalogue
from lorgnette.skills.skill import Action, Skill
from lorgnette.web.api.skills import ActionSheet, InEach, SkillSheet


class Sheets:
    """Implements `web.api.skills.Skills`. Reading all sentences takes a while, so it is kept."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.known: tuple[tuple[str, ...], Sequence[SkillSheet]] = ((), ())

    async def list(self) -> Sequence[SkillSheet]:
        """See `Skills`."""
        names = (*self.catalogue.skills, "", *self.catalogue.set_aside)
        if self.known[0] != names:
            skills = list(self.catalogue.skills.values())
            written = await anyio.to_thread.run_sync(lambda: [sheet(each) for each in skills])
            aside = [
                SkillSheet(name, works=False, why=why, title=untitled(name), says={}, actions=())
                for name, why in self.catalogue.set_aside.items()
            ]
            self.known = (names, [*written, *aside])
        return self.known[1]


def sheet(skill: Skill) -> SkillSheet:
    """What there is to read about a skill."""
    return SkillSheet(
        name=skill.name,
        works=True,
        why="",
        title=in_each(lambda language: sheets.title_of(skill, language)),
        says=in_each(lambda language: sheets.about(skill, language)),
        actions=[action_sheet(skill, action) for action in skill.actions.values()],
    )


def action_sheet(skill: Skill, action: Action) -> ActionSheet:
    """What there is to read about an action."""
    said = {
        language: sheets.sentences_by_action(skill, language).get(action.name)
        for language in LANGUAGES
    }
    return ActionSheet(
        name=action.do.__name__,
        title=in_each(lambda language: sheets.title_of(skill, language, action)),
        says=in_each(lambda language: sheets.about(skill, language, action)),
        sentences={name: each.templates if each else () for name, each in said.items()},
        examples={
            name: sheets.examples(skill, each, name) if each else () for name, each in said.items()
        },
    )


def in_each(text: Callable[[Language], str]) -> InEach:
    """A text in each language."""
    return {language: text(language) for language in LANGUAGES}


def untitled(name: str) -> InEach:
    """The name of a skill of which nothing else is known."""
    return in_each(lambda _language: name)
