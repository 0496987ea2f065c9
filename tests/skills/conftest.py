"""The shipped skills, found as the hub finds them."""

import pytest

from lorgnette.skills.catalogue import COMMON, LANGUAGES, Catalogue, discover

CATALOGUE = discover()
SHIPPED = [skill for skill in CATALOGUE.skills.values() if "lorgnette/skills" in str(skill.folder)]


@pytest.fixture
def catalogue():
    return CATALOGUE


@pytest.fixture(scope="session")
def grammars():
    """What can be said to each skill alone, by language and name."""
    return {
        language: {skill.name: Catalogue([skill]).grammar(language) for skill in SHIPPED}
        for language in LANGUAGES
    }


def pytest_generate_tests(metafunc):
    """A test that asks for one of these runs for every one there is."""
    names = metafunc.fixturenames
    if "folder" in names:
        folders = [*(skill.folder for skill in SHIPPED), COMMON]
        metafunc.parametrize("folder", folders, ids=lambda folder: folder.name)
    if "skill" in names:
        metafunc.parametrize("skill", SHIPPED, ids=lambda skill: skill.name)
    if "language" in names:
        metafunc.parametrize("language", LANGUAGES)
