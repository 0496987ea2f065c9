import pytest

from lorgnette.core.conversation import Exchange
from lorgnette.core.types import CHINESE, ENGLISH, EVERYDAY, Language
from lorgnette.skills import Adjustment, Glasses
from lorgnette.skills.device import (
    battery,
    brighter,
    help_me,
    louder,
    quieter,
    repeat,
    set_volume,
    skill,
    speak_language,
)
from lorgnette.testing.turns import turn_for


@pytest.mark.parametrize(
    ("action", "volume", "becomes"), [(louder, 40, 55), (louder, 95, 100), (quieter, 10, 0)]
)
async def test_volume_changes_within_its_bounds(action, volume, becomes):
    reply = await action(turn_for(skill, glasses=Glasses(volume=volume)))

    assert reply.adjust == (Adjustment("volume", becomes),)
    assert reply.card.fraction == becomes / 100


async def test_a_level_beyond_the_bounds_is_the_bound():
    assert (await set_volume(turn_for(skill), 250.0)).adjust == (Adjustment("volume", 100),)


async def test_glasses_without_a_lens_have_no_brightness():
    reply = await brighter(turn_for(skill, profile=EVERYDAY))

    assert reply.say == "These glasses have no display."
    assert reply.adjust == ()


async def test_the_battery_tells_whether_it_is_charging():
    full = await battery(turn_for(skill, glasses=Glasses(battery=72, charging=True)))
    empty = await battery(turn_for(skill, glasses=Glasses(battery=5)))

    assert (full.say, empty.say) == ("72 percent, charging.", "5 percent left.")
    assert full.card.fraction == 0.72
    assert full.card.label == ""


async def test_the_new_language_answers():
    reply = await speak_language(turn_for(skill), CHINESE)

    assert (reply.say, reply.speak_in) == ("好的，现在我说中文。", CHINESE)
    assert reply.adjust == (Adjustment("language", CHINESE),)


async def test_what_was_heard_last_is_repeated_in_its_language():
    history = (
        Exchange("how do you say good night in French", "Bonne nuit.", Language("fr")),
        Exchange("hello", "", ENGLISH),
    )

    reply = await repeat(turn_for(skill, history=history))

    assert (reply.say, reply.speak_in) == ("Bonne nuit.", "fr")


async def test_help_is_made_of_the_hints_of_every_skill(catalogue):
    reply = await help_me(turn_for(skill, skills=catalogue))

    hints = [line.text for line in reply.card.items]
    assert len(hints) == len(catalogue.skills)
    assert "what time is it in Tokyo" in hints
    assert reply.say.startswith("You can say, for example: ")
