"""What can be said is told in both languages, with sentences to try."""

import pytest
from house import house
from test_session import skills

from lorgnette.core.readings import Intent
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.skills import notes
from lorgnette.skills.catalogue import discover
from lorgnette.testing.turns import reading_of


@pytest.mark.slow
async def test_every_shipped_action_is_told_and_its_examples_are_understood():
    catalogue = discover()
    async with house(*catalogue.skills.values()) as home:
        found = await home.desk.skills.list()

    working = [skill for skill in found if skill.works]
    assert {skill.name for skill in working} <= set(catalogue.skills)
    for skill in working:
        assert set(skill.title) == set(skill.says) == {"en", "zh"}
        for action in skill.actions:
            for language in (ENGLISH, CHINESE):
                assert action.title[language]
                assert action.says[language]
                assert action.sentences[language]
                assert action.examples[language]
                for text in action.examples[language]:
                    reading = reading_of(catalogue, text, language=Language(language))
                    assert isinstance(reading, Intent), text
                    assert reading.action == f"{skill.name}.{action.name}", text


async def test_words_are_those_of_the_skill():
    async with house(notes.skill) as home:
        [skill] = await home.desk.skills.list()

    take = next(action for action in skill.actions if action.name == "take")
    assert skill.title == {"en": "Notes", "zh": "笔记"}
    assert take.title == {"en": "Take a note", "zh": "记笔记"}
    assert take.examples["en"][0] == "take a note buy milk and bread"
    assert "new note" in take.sentences["en"]


async def test_a_strangers_skill_is_told_in_its_own_plain_words():
    async with house(skills()) as home:
        [skill] = await home.desk.skills.list()

    say = next(action for action in skill.actions if action.name == "say")
    assert skill.title == {"en": "Play", "zh": "Play"}
    assert skill.says == {"en": "", "zh": ""}
    assert say.says == {"en": "Say it.", "zh": "Say it."}
    assert say.sentences == {"en": ("say {words}",), "zh": ()}
    assert say.examples == {"en": ["say milk"], "zh": ()}


async def test_a_skill_that_does_not_work_says_why():
    async with house(skills()) as home:
        assert len(await home.desk.skills.list()) == 1
        home.hub.skills.put_aside("play", "needs a piano")
        [skill] = await home.desk.skills.list()

    assert (skill.name, skill.works, skill.why) == ("play", False, "needs a piano")
    assert skill.title["zh"] == "play"
