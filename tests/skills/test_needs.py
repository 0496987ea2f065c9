"""A skill without the engine it needs is set aside, and says which."""

from lorgnette.engines import TRANSLATOR, VOICE
from lorgnette.skills import Reply, Skill, Turn
from lorgnette.skills.catalogue import Catalogue


def skill(name, *needs):
    made = Skill(name, needs=needs)

    @made.action(f"do {name}")
    async def act(turn: Turn) -> Reply:
        """Do it."""
        return Reply(say="done")

    return made


def test_a_skill_without_its_engine_is_set_aside():
    skills = Catalogue([skill("plain"), skill("foreign", TRANSLATOR)])

    skills.rely_on({VOICE})

    assert list(skills.skills) == ["plain"]
    assert list(skills.actions) == ["plain.act"]
    assert skills.set_aside == {"foreign": "needs a translator, and there is none"}


def test_a_skill_with_its_engine_stays():
    skills = Catalogue([skill("foreign", TRANSLATOR)])

    skills.rely_on({TRANSLATOR})

    assert list(skills.skills) == ["foreign"]
