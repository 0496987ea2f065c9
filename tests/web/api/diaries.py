"""A diary with one meeting, and a desk that gives it to everybody and notes who wanted it."""

from datetime import UTC, datetime

from lorgnette.core.errors import NotFound
from lorgnette.core.minutes import Action, Minutes, Quote
from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.types import ENGLISH
from lorgnette.engines.meetings import Hit, Mark, Meeting

NOW = datetime(2026, 3, 4, 8, 30, tzinfo=UTC)
WEEKLY = Meeting(3, "Weekly", NOW, ENGLISH, 61.0, True, {1: "Anna"}, {3: 1}, (Mark(1, 5.0, "x"),))
LINES = (Line(1, 0.0, 2.0, "Hello.", 1), Line(2, 3.0, 5.0, "We need a budget.", 1))
MINUTES = Minutes(
    "Weekly", 61.0, NOW, ("Anna",), actions=(Action((Quote(2, "We need a budget."),), "Anna"),)
)


class Diary:
    """Has one meeting, and notes what was asked of it."""

    def __init__(self, meeting=WEEKLY, sound=None):
        self.asked, self.meeting, self.sound = [], meeting, sound

    def __getattr__(self, name):
        async def change(*what):
            self.asked.append((name, *what))
            return True

        return change

    async def newest(self, *, before, limit):
        self.asked.append(("newest", before, limit))
        return [WEEKLY]

    async def people(self):
        return ["Anna", "Ben"]

    async def search(self, search, *, skip, limit):
        self.asked.append((search, skip, limit))
        return [Hit(3, "Weekly", NOW, LINES[1], "Anna", "We need a budget.", ((10, 16),))]

    async def one(self, meeting):
        if meeting != 3:
            raise NotFound("there is no such meeting")
        return self.meeting

    async def transcript(self, meeting):
        return Transcript("Weekly", 61.0, LINES)

    async def unmark(self, meeting, mark):
        return mark == 1

    async def audio(self, meeting):
        return self.sound


class Desk:
    """Gives everybody the same diary, and notes who wanted it."""

    def __init__(self, diary=None):
        self.diary, self.wearers = diary or Diary(), []

    def of(self, wearer):
        self.wearers.append(wearer)
        return self.diary

    async def minutes(self, wearer, meeting):
        self.wearers.append(wearer)
        return MINUTES

    async def export(self, wearer, meeting, ending):
        self.wearers.append(wearer)
        return f"{meeting} as {ending}".encode()
