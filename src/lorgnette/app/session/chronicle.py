"""What is written down and told of one session: its journal, its turns, its timeline."""

import functools
from typing import TYPE_CHECKING, Any

import anyio

from lorgnette.app.desk.account import Account
from lorgnette.app.desk.recent import Recent
from lorgnette.app.session.timeline import Timeline
from lorgnette.core import events as on
from lorgnette.core.conversation import State
from lorgnette.core.readings import Intent
from lorgnette.engines.wrap.timing import Timing

if TYPE_CHECKING:
    from lorgnette.app.session.session import Session


class Chronicle:
    """Watches a session, and changes nothing in it."""

    def __init__(self, session: "Session") -> None:
        hub = session.hub
        self.session = session
        self.providers = hub.engines.providers
        self.timeline = Timeline(
            anyio.current_time,
            lambda: session.state.epoch,
            session.number,
            hub.watchers,
            hub.audiences.of(session.wearer),
        )
        self.journal = hub.journal_of(session)
        recent = Recent(session.number, hub.clock.now(), anyio.current_time)
        self.recent = hub.recents.begin(session.wearer, recent)
        keep = functools.partial(hub.keeper.turn, session.wearer)
        self.account = Account(hub.clock.now, lambda: session.device, keep)

    def write(self, event: on.Event, before: State) -> None:
        """Write an event down before anything comes of it."""
        if self.journal is not None:
            self.journal.write(event)
        self.recent.write(event, before)

    def follow(self, event: on.Event, before: State, after: State) -> None:
        """Tell what an event tells by itself, and what it means for the turn."""
        self.account.follow(event, before, after)
        match event:
            case on.Woke(word=word):
                self.timeline.tell("wake", word=word)
            case on.SpeechStarted():
                self.timeline.tell("speech_started")
            case on.Partial(text=text):
                self.timeline.tell("partial", text=text)
            case on.Heard(text=text):
                self.timeline.tell("heard", text=text)
            case on.Answered(epoch=after.epoch, question=question) if question is not None:
                choices = [choice[0] for choice in question.choices]
                kind: Any = "question" if event.offer is None else "offer"
                self.timeline.tell(kind, text=question.text, choices=choices)

    def understood(self, intent: Intent, slots: Any) -> None:
        """The turn is about an action; `slots` are plain data."""
        self.account.understood(intent)
        skill, _, action = intent.action.rpartition(".")
        self.timeline.tell("intent", skill=skill, action=action, slots=slots)

    def timed(self, timing: Timing) -> None:
        """Tell how long an engine took, and to its first item."""
        provider = timing.provider or self.providers.get(timing.engine, "")
        took, ok = round(timing.total, 4), timing.outcome != "failed"
        first = None if timing.first is None else round(timing.first, 4)
        self.timeline.tell(
            "engine", engine=timing.engine, provider=provider, seconds=took, first=first, ok=ok
        )

    def close(self) -> None:
        """The session is over: nothing more is written down."""
        self.account.close(self.session.state)
        if self.journal is not None:
            self.journal.close()
