"""What time it is, and what day, here and anywhere."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from lorgnette.core.slots import City, Clocktime
from lorgnette.skills import Reply, Skill, Turn
from lorgnette.skills.clock.occasions import Occasion

skill = Skill("clock")


@skill.action(
    "what time is it [here|currently]",
    "<tell> the [current|exact|local] time [here]",
    "[the] current time",
    "(time now|how late is it|what's the hour|what is the hour)",
    "<know> what time it is [here]",
    "do you have the time",
)
async def tell_time(turn: Turn) -> Reply:
    """Tell the time here."""
    time = turn.show(clock_face(turn.now))
    return Reply(say=turn.message("time", time=time), title=time, body=turn.show(turn.now.date()))


@skill.action(
    "what time is it [right now|now|currently] in {city}",
    "<tell> the [current|local] time [right now|now] in {city}",
    "[the|current] time in {city}",
    "<know> what time it is [right now|now] in {city}",
)
async def time_in(turn: Turn, city: City) -> Reply:
    """Tell the time in a city or a country, and how far it is from the time here."""
    there = turn.now.astimezone(ZoneInfo(city.zone))
    time = turn.show(clock_face(there))
    ahead = offset(there) - offset(turn.now)
    say = turn.message(
        "time-there",
        city=city,
        time=time,
        day=when((there.date() - turn.now.date()).days),
        side=side_of(ahead),
        difference=abs(ahead),
    )
    return Reply(say=say, title=time, body=f"{turn.show(city)}\n{turn.show(there.date())}")


@skill.action(
    "what time zone is {city} [in]",
    "[<tell>|<know>] what (time zone|timezone) {city} is in",
    "what timezone is {city} [in]",
    "what (time zone|timezone) (do they use|is it|are they) in {city}",
    "(what's|what is) the (time zone|timezone) (in|of) {city}",
    "(what's|what is) the time difference (to|with|between here and) {city}",
    "how (far|many hours) (ahead|behind) is {city}",
)
async def zone_of(turn: Turn, city: City) -> Reply:
    """Tell the time zone of a city, and how far it is from the time here."""
    there = offset(turn.now.astimezone(ZoneInfo(city.zone)))
    ahead = there - offset(turn.now)
    zone = f"UTC{'−' if there < timedelta(0) else '+'}{hours_and_minutes(abs(there))}"
    say = turn.message("zone", city=city, zone=zone, side=side_of(ahead), difference=abs(ahead))
    return Reply(say=say, title=zone, body=turn.show(city))


@skill.action(
    "what day [of the week|of the month] is (it|today) [today]",
    "<tell> [the|today's] (date|day) [today|of today]",
    "what date is (it|today) [today]",
    "<know> what (day|date) it is [today]",
    "(what's|what is) today",
    "today's date",
    "what (month|year) is (it|this)",
)
async def tell_date(turn: Turn) -> Reply:
    """Tell the date of today."""
    today = turn.show(turn.now.date())
    say = turn.message("today", date=today, year=str(turn.now.year))
    return Reply(say=say, title=today, body=str(turn.now.year))


@skill.action(
    "(what|which) (day|date|weekday) [of the week] (is|was|will be) {occasion}",
    "<tell> the date [of|on|for] {occasion}",
    "what will (the|be the) (date|day) be {occasion}",
    "(what|which) (day|date|weekday) [of the week] (does|will) {occasion} fall on",
    "when (is|was) {occasion}",
    "when's {occasion}",
)
async def day_of(turn: Turn, occasion: Occasion) -> Reply:
    """Tell which date or weekday a day is."""
    return about(turn, occasion, "named" if occasion.holiday else "dated")


@skill.action(
    "how many (days|more days|days left) (until|till|to|before) {occasion}",
    "how many days (is it|are there|are left) (until|till|to|before) {occasion}",
    "how many days do (we|I) have [left] (until|till|to|before) {occasion}",
    "how long (is it|until|till) [until|till|to] {occasion}",
    "days (until|till) {occasion}",
    "how far (away|off) is {occasion}",
)
async def days_until(turn: Turn, occasion: Occasion) -> Reply:
    """Tell how many days there are until a day."""
    return about(turn, occasion, "counted")


@skill.action(
    "(what|which) week [number] (is it|is this|are we in)",
    "(what|which) week of the year (is it|is this|are we in)",
    "(what's|what is) the [current] week number",
    "<tell> the week number",
)
async def tell_week(turn: Turn) -> Reply:
    """Tell the number of the week, as ISO 8601 counts them."""
    week = turn.now.isocalendar().week
    say = turn.message("week", number=week)
    return Reply(say=say, title=say, body=turn.show(turn.now.date()))


def about(turn: Turn, occasion: Occasion, message: str) -> Reply:
    """A day with its date and how far it is: «named», «dated» or «counted»."""
    days = (occasion.day - turn.now.date()).days
    date_shown = turn.show(occasion.day)
    say = turn.message(message, name=occasion, date=date_shown, days=abs(days), when=when(days))
    name = [turn.show(occasion)] if occasion.holiday else []
    away = turn.message("away", days=abs(days), when=when(days))
    return Reply(say=say, title=date_shown, body="\n".join([*name, away]))


def when(days: int) -> str:
    """How a day lies to today, as Fluent chooses by it."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    return near.get(days) or ("future" if days > 0 else "past")


def side_of(ahead: timedelta) -> str:
    """Whether clocks elsewhere are ahead of those here, as Fluent chooses by it."""
    return "same" if not ahead else "ahead" if ahead > timedelta(0) else "behind"


def offset(moment: datetime) -> timedelta:
    """How far the clocks of a moment's zone are ahead of UTC."""
    return moment.utcoffset() or timedelta(0)


def hours_and_minutes(span: timedelta) -> str:
    """`8`, `5:30`."""
    hours, minutes = divmod(span // timedelta(minutes=1), 60)
    return f"{hours}:{minutes:02}" if minutes else str(hours)


def clock_face(moment: datetime) -> Clocktime:
    """The time of day a clock shows, without seconds."""
    return Clocktime(moment.hour, moment.minute)
