"""Turns for the tests of skills: a store that forgets, a clock that stands still, no network.

    turn = turn_for(skill)
    reply = await take(turn, "buy milk")
    assert words_of(reply) == "Noted."

Sentences are read as by the hub: `reading_of(skill, "take a note")`.
"""

import weakref
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from lorgnette.core.readings import Reading
from lorgnette.core.replies import Reply
from lorgnette.core.slots import Context
from lorgnette.core.types import ENGLISH, Epoch, Language, Wearer
from lorgnette.engines import MEETINGS, RECORDS, Key
from lorgnette.skills.catalogue import Catalogue
from lorgnette.skills.skill import Skill
from lorgnette.skills.turn import Turn
from lorgnette.store.meetings import SQLiteMeetings
from lorgnette.store.sqlite import SQLite

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
"""When tests happen: a Wednesday morning."""


class FixedClock:
    """A clock that shows `time` until somebody sets it."""

    def __init__(self, time: datetime = NOW) -> None:
        """`time`: aware of its zone."""
        self.time = time

    def now(self) -> datetime:
        """The time it shows."""
        return self.time


def turn_for(
    skill: Skill,
    *,
    language: Language = ENGLISH,
    now: datetime = NOW,
    engines: Mapping[Key[Any], Any] | None = None,
    skills: Catalogue | None = None,
    **more: Any,
) -> Turn:
    """A turn as the actions of a skill see it.

    `engines` are those they may ask for; without RECORDS among them there is an empty store
    in memory, for meetings as well. `skills` are all that are installed, this one alone by
    default. `more` are other fields of `Turn`: `profile`, `glasses`, `history`, `text`, `wearer`.
    """
    known = Catalogue([skill]) if skills is None else skills
    found = dict(engines or {})
    if RECORDS not in found:
        found[RECORDS] = store_in_memory(now)
    if MEETINGS not in found and isinstance(found[RECORDS], SQLite):
        found[MEETINGS] = SQLiteMeetings(found[RECORDS])
    fields = {"epoch": Epoch(1), "wearer": Wearer("tester"), **more}
    return Turn(
        language=language,
        now=now,
        engines=found,
        messages=known.messages(skill.name),
        skills=known,
        **fields,
    )


def store_in_memory(now: datetime = NOW) -> SQLite:
    """An empty store that forgets; it closes itself when nobody uses it any more."""
    store = SQLite(":memory:", FixedClock(now))
    weakref.finalize(store, store.connection.close)
    return store


def reading_of(
    skills: Skill | Catalogue, sentence: str, *, language: Language = ENGLISH, now: datetime = NOW
) -> Reading:
    """What a sentence means when these skills are the only ones."""
    catalogue = Catalogue([skills]) if isinstance(skills, Skill) else skills
    return catalogue.grammar(language).read(sentence, Context(language, now))


def words_of(reply: Reply) -> str:
    """Everything a reply says: its answer, then its question or its offer."""
    asked = (reply.offer.text if reply.offer else "", reply.ask.text if reply.ask else "")
    return " ".join(part for part in (reply.say, *asked) if part)
