"""The hub: all sessions, what they share, and who is told when something is due."""

import gc
import itertools
import logging
import secrets
from collections.abc import Callable
from datetime import tzinfo
from types import TracebackType
from typing import Any, Self

import anyio
import anyio.abc
import anyio.to_thread

from lorgnette.app.agenda import Agenda
from lorgnette.app.clocks import SystemClock, zone
from lorgnette.app.composition import Engines
from lorgnette.app.config import Config
from lorgnette.app.desk.keeper import Keeper
from lorgnette.app.desk.opposite import Boards
from lorgnette.app.desk.recent import Recents
from lorgnette.app.desk.watching import Audiences
from lorgnette.app.doors.doors import Doors
from lorgnette.app.doors.ledger import Ledger
from lorgnette.app.gauge import Gauge
from lorgnette.app.guests import Lobby
from lorgnette.app.journal import Journal
from lorgnette.app.listening import Listening
from lorgnette.app.photographs import place_photos, read_photos
from lorgnette.app.session.session import Session
from lorgnette.app.session.timeline import Watcher
from lorgnette.app.tidying import tidy_daily, tidy_journeys_daily, tidy_photos_daily
from lorgnette.app.tracing import report
from lorgnette.core import events as on
from lorgnette.core.activities import Traits
from lorgnette.core.clock import Clock
from lorgnette.core.conversation import Exchange
from lorgnette.core.errors import ConfigurationError, StoreFailed, TooMuch
from lorgnette.core.questions import Question
from lorgnette.core.types import Language, Wearer
from lorgnette.devices.caller import Caller
from lorgnette.devices.peer import HERE, Peer
from lorgnette.engines import (
    JOURNEYS,
    MEETINGS,
    PHOTOS,
    PLACES,
    RECORDS,
    Meetings,
    Photos,
    Records,
    Vocabulary,
)
from lorgnette.link.codes import Code
from lorgnette.link.hub_link import HubLink
from lorgnette.link.limits import LIMITS, Limits
from lorgnette.link.messages import Bye, Hello
from lorgnette.senses.ears import Ears
from lorgnette.senses.endpoint import Pace
from lorgnette.skills.catalogue import LANGUAGES, Catalogue
from lorgnette.understanding import Grammar, SpokenVocabulary, wordings

log = logging.getLogger(__name__)

SESSIONS = 2
"""Sessions for each connection that may be open: some wait for their glasses to return."""

OF_ONE = 8
"""Sessions of one paired pair of glasses: several tabs, and some that wait."""

RETURN = 1.0
"""Seconds until glasses come back whose session the hub ended."""


QUESTIONS = 32
"""Vocabularies that are kept: one for each language, and some for open questions."""


class Hub:
    """Runs while it is entered: `async with Hub(…) as hub: await hub.serve(connection)`."""

    def __init__(
        self,
        config: Config,
        skills: Catalogue,
        engines: Engines,
        *,
        clock: Clock | None = None,
        limits: Limits = LIMITS,
    ) -> None:
        self.config = config
        self.skills = skills
        self.engines = engines
        skills.rely_on(engines.found)
        self.clock = clock or SystemClock()
        self.limits = limits
        self.zone = zone(config.hub.time_zone)
        self.sessions: dict[str, Session] = {}
        self.watchers: list[Watcher] = []
        self.gauge = Gauge()
        self.listening = Listening(config.ears, engines)
        self.vocabularies: dict[Any, tuple[Grammar, Vocabulary]] = {}
        records = engines.found.get(RECORDS)
        self.keeper = Keeper(records, self.clock, skills)
        self.paces: dict[Wearer, Pace] = self.keeper.paces
        self.histories: dict[Wearer, tuple[Exchange, ...]] = self.keeper.histories
        self.recents = Recents()
        self.audiences = Audiences()
        self.boards = Boards()
        self.numbers = itertools.count(1)
        self.make_journal: Callable[[Session], Journal | None] = lambda _session: None
        self.agenda: Agenda | None = None
        self.doors = Doors(records and Ledger(records, self.clock), self.dismiss)
        self.lobby = Lobby(self.doors, self.clock)
        self.tasks: anyio.abc.TaskGroup

    async def __aenter__(self) -> Self:
        self.listening.try_out()
        await self.keeper.restore()
        await self.doors.try_to_refresh()
        self.tasks = anyio.create_task_group()
        await self.tasks.__aenter__()
        self.tasks.start_soon(self.keeper.run)
        if RECORDS in self.engines.found:
            self.agenda = Agenda(self.engines.found[RECORDS], self.clock, self)
            self.tasks.start_soon(self.agenda.run)
            self.tasks.start_soon(self.doors.run)
        if MEETINGS in self.engines.found:
            days = self.config.meetings.keep_audio_days
            self.tasks.start_soon(tidy_daily, self.engines.found[MEETINGS], self.clock, days)
        if PHOTOS in self.engines.found:
            self.tasks.start_soon(tidy_photos_daily, self.photos)
            self.tasks.start_soon(read_photos, self.photos, self.engines.found)
            self.tasks.start_soon(place_photos, self.photos, self.engines.staying(PLACES))
        if JOURNEYS in self.engines.found:
            journeys, days = self.engines.found[JOURNEYS], self.config.journeys.days
            self.tasks.start_soon(tidy_journeys_daily, journeys, self.clock, days)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool | None:
        self.tasks.cancel_scope.cancel()
        try:
            return await self.tasks.__aexit__(kind, error, trace)
        finally:
            with anyio.CancelScope(shield=True):
                await self.keeper.finish()
                await self.engines.aclose()

    async def warm_up(self) -> None:
        """Load what the first turn would otherwise wait for.

        What is loaded then stays: it is taken out of the garbage collector's rounds, each of
        which would otherwise hold up an answer by 25 ms.
        """
        await anyio.to_thread.run_sync(self.read_sentences)
        await self.engines.warm_up()
        gc.collect()
        gc.freeze()

    def read_sentences(self) -> None:
        """Compile what can be said, and load what can be answered, in every language."""
        for language in LANGUAGES:
            self.skills.grammar(language).warm_up()
            for skill in ("", *self.skills.skills):
                self.skills.messages(skill).find("yes", language, {})

    @property
    def records(self) -> Records:
        """What is remembered. Raises StoreFailed when there is no store."""
        records: Records | None = self.engines.found.get(RECORDS)
        if records is None:
            raise StoreFailed("there is no store")
        return records

    @property
    def meetings(self) -> Meetings:
        """What is kept of meetings. Raises StoreFailed when there is no store."""
        meetings: Meetings | None = self.engines.found.get(MEETINGS)
        if meetings is None:
            raise StoreFailed("there is no store")
        return meetings

    @property
    def photos(self) -> Photos:
        """What is kept of photos. Raises StoreFailed when there is no store."""
        photos: Photos | None = self.engines.found.get(PHOTOS)
        if photos is None:
            raise StoreFailed("there is no store for photos")
        return photos

    def caller_of(self, hello: Hello, peer: Peer) -> Caller:
        """Whose glasses these are, and which. Raises NotPaired, or TooMuch after many of those."""
        return self.doors.admit(hello.token, peer, hello.profile)

    def session_of(self, hello: Hello, peer: Peer = HERE) -> Session:
        """The session that a hello goes on with, or a new one. Only the glasses that began it can.

        Raises TooMuch when it is full, and as `caller_of`.
        """
        caller = self.caller_of(hello, peer)
        known = self.sessions.get(hello.session or "")
        if known is not None and known.caller == caller and not known.wire.over:
            return known
        number = caller.glasses
        same = (each for each in self.sessions.values() if each.caller.glasses == number)
        if number is not None and len([*same]) >= OF_ONE:
            raise TooMuch("these glasses have as many sessions as they can", retry_after=RETURN)
        if len(self.sessions) >= SESSIONS * self.limits.connections:
            raise TooMuch("the hub has as many sessions as it can", retry_after=RETURN)
        words = tuple(self.config.ears.wake_words)
        wire = HubLink(secrets.token_urlsafe(18), self.limits, words)
        session = Session(self, wire, caller, hello)
        self.sessions[wire.session] = session
        self.tasks.start_soon(self.live, session)
        return session

    async def farewell(self) -> None:
        """The hub is being stopped: tell all glasses, and give them a moment to hear it."""
        self.audiences.close()
        self.boards.close()
        here = list(self.sessions.values())
        for session in here:
            session.send(Bye(Code.CLOSING, "the hub is being stopped", RETURN))
        with anyio.move_on_after(RETURN, shield=True):
            for session in here:
                await session.alone.wait()

    async def live(self, session: Session) -> None:
        """Run a session to its end; a bug in it must not disturb the others."""
        try:
            await session.run()
        except Exception as error:  # noqa: BLE001 - the wall between wearers
            self.broke(session, error)
        finally:
            self.sessions.pop(session.wire.session, None)
            session.close()
            if self.agenda is not None:
                self.agenda.session_ended(session)
            if (other := self.newest(session.wearer)) is not None and session.activities.all:
                other.tasks.start_soon(other.activities.take_up)

    def broke(self, session: Session, error: Exception) -> None:
        """A bug showed itself in a session: it ends, and its glasses come back for a new one."""
        report(log, "a session broke", error)
        session.send(Bye(Code.CLOSING, "this session broke", RETURN))
        session.tasks.cancel_scope.cancel()

    def let_go(self, session: Session) -> None:
        """End a session whose glasses are gone for good."""
        session.post(on.Left())
        session.tasks.cancel_scope.cancel()

    def dismiss(self, glasses: int) -> None:
        """End the sessions of glasses that are no longer paired, and no others."""
        for session in [*self.sessions.values()]:
            if session.caller.glasses == glasses:
                session.send(Bye(Code.REVOKED, "the token of these glasses was revoked"))
                if not session.connections and session.started.is_set():
                    self.let_go(session)

    def connected_glasses(self) -> set[int]:
        """The numbers of the paired glasses that are connected."""
        here = (each.caller.glasses for each in self.sessions.values() if each.wire.connected)
        return {number for number in here if number is not None}

    def newest(self, wearer: Wearer) -> Session | None:
        """The session of the glasses that the wearer has on: the last that connected."""
        here = [each for each in self.sessions.values() if each.wearer == wearer]
        connected = [each for each in here if each.wire.connected]
        return max(connected, key=lambda each: each.since, default=None)

    def goes_on(self, wearer: Wearer, traits: Traits) -> bool:
        """Whether an activity of that name goes on with any glasses of a wearer."""
        own = (each for each in self.sessions.values() if each.wearer == wearer)
        return any(traits.name in each.activities.going for each in own)

    def agenda_changes(self) -> None:
        """A wearer put glasses on: perhaps they have missed something."""
        if self.agenda is not None:
            self.agenda.wearer_returned()

    def ears_for(self, session: Session) -> Ears | None:
        """Ears for a session, or None where nothing can hear."""
        if not session.profile.microphone:
            return None
        return self.listening.ears(self.paces.get(session.wearer, Pace()))

    def zone_of(self, name: str | None) -> tzinfo:
        """The wearer's time zone: as the glasses say, or the hub's own."""
        try:
            return zone(name) if name else self.zone
        except ConfigurationError:
            return self.zone

    def vocabulary(self, language: Language, question: Question | None = None) -> Vocabulary:
        """What can be said in a language now: recognisers prefer it to what else it sounds like."""
        alone = () if question is None else tuple(wordings(question, language))
        grammar, key = self.skills.grammar(language), (language, alone)
        known, vocabulary = self.vocabularies.get(key, (None, None))
        if known is not grammar or vocabulary is None:
            calls = self.config.ears.wake_words
            vocabulary = SpokenVocabulary(grammar.vocabulary, language, calls, alone)
            if len(self.vocabularies) >= QUESTIONS:
                self.vocabularies.clear()
            self.vocabularies[key] = (grammar, vocabulary)
        return vocabulary

    def learned(self, wearer: Wearer, pace: Pace) -> None:
        """Keep how slowly a wearer speaks, for their next ears."""
        self.keeper.learned(wearer, pace)

    def language_of(self, wearer: Wearer) -> Language:
        """What a wearer speaks, unless their glasses say otherwise."""
        return self.keeper.of(wearer).language or Language(self.config.hub.language)

    def journal_of(self, session: Session) -> Journal | None:
        """Where a session's events are written, if anywhere. Without a disk it goes on without."""
        try:
            return self.make_journal(session)
        except StoreFailed as error:
            log.warning("%s", error)
            return None
