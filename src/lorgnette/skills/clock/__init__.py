"""What time it is, and what day, here and anywhere."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from lorgnette.core.slots import City
from lorgnette.core.slots.clock import Clocktime
from lorgnette.skills import Reply, Skill, Turn

skill = Skill("clock")


@skill.action(
    "(what time is it|what's the time|what is the time|[tell me] the time) [now]",
    "do you (know|have) (what time it is|the time)",
)
async def tell_time(turn: Turn) -> Reply:
    """Tell the time here."""
    time = clock_face(turn.now)
    return Reply(say=turn.message("time", time=time), title=turn.show(time), body=day_line(turn))


@skill.action(
    "(what time is it|what's the time|what is the time|[tell me] the time) [now|right now] in {city}",
    "what's {city} time",
)
async def time_in(turn: Turn, city: City) -> Reply:
    """Tell the time in a city."""
    there = turn.now.astimezone(ZoneInfo(city.zone))
    time = clock_face(there)
    say = turn.message("time-in", city=city, time=time, day=day_apart(turn.now, there))
    return Reply(say=say, title=turn.show(time), body=turn.show(city))
