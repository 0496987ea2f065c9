"""One wearer with one pair of glasses: events go in, effects are carried out.

The session outlives its connections. It holds no rules of its own: what an event means is
decided in `core.conversation`, what is heard in `senses`, what is remembered in the store.
"""

import logging
from collections import deque
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import anyio
import anyio.abc
import msgspec

from lorgnette.app.captioning import Captions
from lorgnette.app.session.activities import Activities
from lorgnette.app.session.chronicle import Chronicle
from lorgnette.app.session.drawings import Drawings
from lorgnette.app.session.eyes import Eyes
from lorgnette.app.session.hearing import Hearing
from lorgnette.app.session.leases import Leases
from lorgnette.app.session.lens import Lens
from lorgnette.app.session.mouth import Mouth
from lorgnette.app.session.speaker import Speaker
from lorgnette.app.session.timed import timed
from lorgnette.app.session.turns import Turns
from lorgnette.app.session.whereabouts import Whereabouts
from lorgnette.core import effects as do
from lorgnette.core import events as on
from lorgnette.core.conversation import Exchange, State, step
from lorgnette.core.readings import Intent
from lorgnette.core.types import Epoch, Gesture, Language, Profile, Spot
from lorgnette.devices.caller import Caller
from lorgnette.engines import VOICE
from lorgnette.link import messages as link
from lorgnette.link.hub_link import HubLink, Incoming
from lorgnette.link.media import Camera, Microphone
from lorgnette.link.protocol import Frame, HubProtocol
from lorgnette.skills.catalogue import LANGUAGES
from lorgnette.skills.lately import Lately
from lorgnette.skills.messages import Messages
from lorgnette.skills.turn import Glasses, Turn

if TYPE_CHECKING:
    from lorgnette.app.hub import Hub

log = logging.getLogger(__name__)

LOOK = Intent("look.look", {})
"""What a long press means where there is a camera."""

STALE = 15.0
"""Seconds after which nobody wants what they said to the hub to be done any more."""


class Session:
    """One wearer with one pair of glasses."""

    def __init__(self, hub: "Hub", wire: HubLink, caller: Caller, hello: link.Hello) -> None:
        self.hub = hub
        self.wire = wire
        self.caller = caller
        self.wearer = wearer = caller.wearer
        self.profile: Profile = hello.profile
        self.told = hello.language
        self.skills = hub.skills
        self.number = next(hub.numbers)
        self.settings = hub.config
        self.zone = hub.zone_of(hello.time_zone)
        self.state = State(
            language=known(hello.language, hub.language_of(wearer)),
            history=hub.histories.get(wearer, ()),
        )
        self.glasses = Glasses()
        self.events: deque[on.Event] = deque()
        self.stepping = False
        self.chronicle = Chronicle(self)
        self.timeline = self.chronicle.timeline
        self.engines = timed(hub.engines.found, anyio.current_time, self.chronicle.timed)
        self.mouth = Mouth(self.engines.get(VOICE), Speaker(self), self.post, hub.gauge)
        self.lens = Lens(self)
        self.leases = Leases(self)
        self.eyes = Eyes(self)
        self.whereabouts = Whereabouts(self)
        self.lately = Lately()
        self.drawings = Drawings(self)
        self.activities = Activities(self)
        self.turns = Turns(self)
        self.hearing = Hearing(self)
        self.captions = Captions(self.engines, self.hearing.undisturbed)
        self.outgoing = anyio.Event()
        self.connections = 0
        self.alone = anyio.Event()
        self.since = self.heard_from = anyio.current_time()
        self.started = anyio.Event()
        self.tasks: anyio.abc.TaskGroup

    async def run(self) -> None:
        """Live until cancelled."""
        async with anyio.create_task_group() as self.tasks:
            self.started.set()
            self.tasks.start_soon(self.mouth.run)
            self.tasks.start_soon(self.hearing.run)
            self.tasks.start_soon(self.activities.take_up)

    def close(self) -> None:
        """The session is over: nothing more is written down."""
        self.chronicle.close()

    def attach(self, protocol: HubProtocol, hello: link.Hello) -> None:
        """A connection of these glasses begins, for the first time or again."""
        self.profile = hello.profile
        if hello.language != self.told:
            self.told = hello.language
            self.post(on.LanguageChosen(known(hello.language, self.state.language)))
        self.connections += 1
        self.alone = anyio.Event()
        self.since = anyio.current_time()
        self.wire.attach(protocol, hello, self.since)
        self.lens.redraw()
        self.outgoing.set()
        self.hub.agenda_changes()

    def detach(self, protocol: HubProtocol) -> None:
        """A connection has ended; the session waits for the next."""
        self.wire.detach(protocol, anyio.current_time())
        self.connections -= 1
        if not self.connections:
            self.alone.set()

    def receive(self, protocol: HubProtocol, frame: Frame) -> None:
        """Take a frame of the glasses in."""
        self.heard_from = anyio.current_time()
        for news in self.wire.receive(protocol, frame, anyio.current_time()):
            self.take(news)
        if self.wire.waiting(protocol):
            self.outgoing.set()

    def take(self, news: Incoming) -> None:
        """Take in one thing that the glasses said or heard."""
        match news:
            case Microphone(sample=sample, sound=sound):
                self.activities.hear(sample, sound)
                self.captions.hear(sample, sound)
                if self.activities.late < STALE:
                    self.hearing.sound(sample, sound)
            case link.Played(epoch=epoch, sample=sample):
                self.mouth.played(epoch, sample)
                self.post(on.Played(epoch, sample))
            case link.Touched(gesture=Gesture.LONG_PRESS) if self.looks:
                self.post(on.Heard(self.common("look"), LOOK, self.state.language, typed=True))
            case link.Touched(gesture=gesture):
                self.post(self.turns.touched(gesture))
            case link.Talk(pressed=pressed):
                self.hearing.press(down=pressed)
            case link.Typed(text=text, language=language):
                self.hearing.typed(text, known(language, self.state.language))
            case _:
                self.sense(news)

    def sense(self, news: Incoming) -> None:
        """Take in what the glasses see, where they are, and how they are."""
        match news:
            case Camera() | link.Blind():
                self.eyes.take(news)
            case link.Located() | link.Lost():
                self.whereabouts.take(news)
            case link.Status():
                self.glasses = updated(self.glasses, news)

    def post(self, event: on.Event) -> None:
        """Something happened: let the conversation decide, and carry out what it wants."""
        self.events.append(event)
        if self.stepping:
            return
        self.stepping = True
        try:
            while self.events:
                self.step(self.events.popleft())
        finally:
            self.stepping = False

    def step(self, event: on.Event) -> None:
        """Take one event in."""
        before = self.state
        self.chronicle.write(event, before)
        self.state, effects = step(event, before)
        self.chronicle.follow(event, before, self.state)
        if self.state.history is not before.history:
            self.hub.histories[self.wearer] = self.state.history
        self.echo(event)
        for effect in effects:
            self.carry_out(effect)
        if (before.busy or isinstance(event, on.Heard | on.Answered)) and not self.state.busy:
            self.timeline.tell("done")

    @property
    def looks(self) -> bool:
        """Whether a long press can mean: look at this."""
        return self.profile.camera and LOOK.action in self.skills.actions

    @property
    def device(self) -> str:
        """Which glasses these are, for the wearer."""
        paired = self.hub.doors.known.get(self.caller.glasses or 0)
        return paired.item.name if paired is not None else self.profile.name

    @property
    def unfinished(self) -> bool:
        """Whether something is still being heard, worked on or said."""
        return self.state.busy or self.hearing.unfinished

    def forget(self, history: tuple[Exchange, ...]) -> None:
        """The wearer wants no more of what was said to be remembered than this."""
        self.state = msgspec.structs.replace(self.state, asked="", history=history)
        self.chronicle.account.draft = None

    def echo(self, event: on.Event) -> None:
        """Show the wearer what is heard of them."""
        match event:
            case on.Partial(text=text):
                self.send(link.Partial(text=text[: link.SENTENCE]))
            case on.Heard(text=text):
                self.send(link.Heard(text=text[: link.SENTENCE]))

    def carry_out(self, effect: do.Effect) -> None:
        """Do what the conversation wants."""
        match effect:
            case do.RunTurn():
                self.turns.run(effect)
            case do.Commit():
                self.turns.commit(effect)
            case do.Withdraw():
                self.turns.withdraw(effect)
            case do.Abandon(epoch=epoch):
                self.turns.abandon(epoch)
            case do.Listen() | do.Rest():
                self.hearing.attend(effect)
            case do.Adjust(change=change):
                self.adjust(change)
            case do.Begin() | do.End() | do.Front() | do.Tap():
                self.activities.carry_out(effect)
            case _:
                self.express(effect)

    def express(self, effect: do.Effect) -> None:
        """Say, show or sign something."""
        match effect:
            case do.Speak() as speech:
                if speech.text:
                    self.timeline.tell("say", text=speech.text, language=speech.language)
                self.mouth.say(speech)
            case do.Duck(epoch=epoch, on=ducked):
                self.timeline.tell("duck", on=ducked)
                self.send(link.Duck(epoch=epoch, on=ducked))
            case do.Flush(epoch=epoch):
                self.timeline.tell("flush")
                self.mouth.flush(epoch)
                self.send(link.Flush(epoch=epoch))
            case do.Show(epoch=epoch, card=card):
                self.timeline.tell("card", card=msgspec.to_builtins(card))
                self.lens.show(epoch, card)
            case do.Clear():
                self.lens.clear()
            case do.Sign(earcon=earcon):
                self.timeline.tell("earcon", name=earcon)
                self.send(link.Earcon(name=earcon))

    def adjust(self, change: on.Adjustment) -> None:
        """Change a setting; a text such as `+10` counts from what it was, within bounds."""
        value = change.value
        if change.setting != "language":
            if isinstance(value, str):
                value = (getattr(self.glasses, change.setting) or 50) + int(value)
            value = min(100, max(0, value))
            self.glasses = msgspec.structs.replace(self.glasses, **{change.setting: value})
        else:
            self.hub.keeper.speaks(self.wearer, self.state.language)
        self.timeline.tell("adjust", setting=change.setting, value=value)
        message = {"type": "adjust", change.setting: value}
        self.send(msgspec.convert(message, link.Adjust))

    def send(self, message: Any) -> None:
        """Give a message to the link; it goes out when there is a connection."""
        self.wire.send(message, anyio.current_time())
        self.outgoing.set()

    def turn(self, epoch: Epoch, text: str, language: Language) -> Turn:
        """What an action may know and use."""
        return Turn(
            epoch=epoch,
            wearer=self.wearer,
            language=language,
            now=self.hub.clock.now().astimezone(self.zone),
            text=text,
            profile=self.profile,
            glasses=self.glasses,
            history=self.state.history,
            engines=self.engines,
            messages=Messages(),
            skills=self.skills,
            activities=self.activities.all,
            eyes=self.eyes,
            whereabouts=self.whereabouts,
            lately=self.lately,
            reachable=self.hub.lobby.reachable,
            drawing=self.drawings.draw,
            telling=partial(self.turns.meanwhile, epoch),
        )

    def within(self, turn: Turn, skill: str) -> Turn:
        """The turn as seen from inside a skill, with its messages."""
        return replace(turn, messages=self.skills.messages(skill))

    def common(self, name: str, **values: object) -> str:
        """A sentence that belongs to no skill, in the wearer's language."""
        text = self.skills.messages().find(name, self.state.language, values)
        return text or name

    @property
    def yes_no(self) -> tuple[tuple[str, ...], ...]:
        """The choices of a question that is answered with yes or no."""
        return ((self.common("yes"),), (self.common("no"),))


def known(language: Language | None, otherwise: str) -> Language:
    """The language, when the skills speak it."""
    return language if language in LANGUAGES else Language(otherwise)


def updated(glasses: Glasses, status: link.Status) -> Glasses:
    """What is known about the glasses, after they told what has changed."""
    changes = {
        name: value
        for name in Glasses.__struct_fields__
        if (value := getattr(status, name)) is not None
    }
    if status.position is not None:
        changes["position"] = Spot(status.position.latitude, status.position.longitude)
    return msgspec.structs.replace(glasses, **changes)
