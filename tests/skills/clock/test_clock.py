from datetime import datetime
from zoneinfo import ZoneInfo

from lorgnette.core.slots import City
from lorgnette.core.types import CHINESE
from lorgnette.skills.clock import skill, tell_week, time_in, zone_of
from lorgnette.testing.turns import turn_for

KIRITIMATI = City("Kiritimati", "Pacific/Kiritimati")
HONOLULU = City("Honolulu", "Pacific/Honolulu")


async def test_elsewhere_it_may_be_another_day():
    evening = datetime(2026, 3, 4, 20, tzinfo=ZoneInfo("Europe/Berlin"))

    tomorrow = await time_in(turn_for(skill, now=evening), KIRITIMATI)
    yesterday = await time_in(turn_for(skill, language=CHINESE), HONOLULU)

    assert tomorrow.say == "It's 9 AM tomorrow in Kiritimati, 13 hours ahead."
    assert yesterday.say == "檀香山现在是昨天下午10:30，比这里慢 11 小时。"


async def test_clocks_change_in_summer():
    july = datetime(2026, 7, 4, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))

    reply = await zone_of(turn_for(skill, now=july), City("Tokyo", "Asia/Tokyo"))

    assert reply.say == "Tokyo is at UTC+9, 7 hours ahead."


async def test_the_last_days_of_a_year_may_be_in_week_one():
    silvester = datetime(2024, 12, 31, 9, tzinfo=ZoneInfo("Europe/Berlin"))

    assert (await tell_week(turn_for(skill, now=silvester))).say == "It's week 1."
