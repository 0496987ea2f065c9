"""The rules of turn taking, as one pure function: `step(state, event)`.

Whoever speaks has the floor. Every turn has an epoch; taking the floor raises it, and whatever
arrives from an older epoch is dropped here as at every other hop, so that nothing depends on a
cancellation arriving in time.
"""

from functools import singledispatch

import msgspec

from lorgnette.core import effects as do
from lorgnette.core import events as on
from lorgnette.core.effects import Effect
from lorgnette.core.questions import Question
from lorgnette.core.readings import Answer, Stop
from lorgnette.core.sentences import glued
from lorgnette.core.types import ENGLISH, Epoch, Gesture, Language

YES, NO = 0, 1
"""The choices of an offer's question."""

HISTORY = 20
"""Exchanges a conversation remembers."""

NOTICES = 8
"""Notices that wait for a free floor; more are told when the wearer asks."""


class Exchange(msgspec.Struct, frozen=True):
    """One turn as it was for the wearer: what they said, and what they heard of the answer."""

    asked: str
    heard: str
    language: Language


def whole_words(text: str, length: int) -> str:
    """The words that lie wholly in the first characters; scripts without spaces by character."""
    if length >= len(text) or text[length] == " " or " " not in text:
        return text[:length]
    return text[:length].rpartition(" ")[0]


class Speech(msgspec.Struct, frozen=True):
    """What is being said: its sentences so far, and how far it was played."""

    epoch: Epoch
    language: Language
    said: str = ""
    sentences: tuple[on.Sounding, ...] = ()
    played: int = 0
    ducked: bool = False

    @property
    def heard(self) -> str:
        """The words the wearer has heard; a sentence broken off is cut at a word."""
        parts = []
        for one in self.sentences:
            share = min(1.0, max(0, self.played - one.start) / max(1, one.end - one.start))
            parts.append(whole_words(one.text, int(len(one.text) * share)))
        return glued(parts)


class State(msgspec.Struct, frozen=True):
    """A conversation between two moments."""

    language: Language = ENGLISH
    epoch: Epoch = Epoch(0)
    asked: str = ""
    working: bool = False
    hearing: bool = False
    speech: Speech | None = None
    question: Question | None = None
    offer: on.OfferMade | None = None
    notices: tuple[on.Noticed, ...] = ()
    history: tuple[Exchange, ...] = ()

    @property
    def busy(self) -> bool:
        """Whether somebody has the floor, so that a notice must wait."""
        return self.working or self.hearing or self.speech is not None


Step = tuple[State, list[Effect]]


def change(state: State, **changes: object) -> State:
    """The state with some fields replaced."""
    return msgspec.structs.replace(state, **changes)


@singledispatch
def step(event: on.Event, state: State) -> Step:  # noqa: ARG001 - dispatched by event
    """The state after the event, and what is to be done. Never waits."""
    raise TypeError(f"not an event: {event!r}")


@step.register
def _(_event: on.Woke, state: State) -> Step:
    state, effects = take_floor(state)
    return state, [*effects, do.Sign("wake"), do.Listen()]


@step.register
def _(event: on.Touched, state: State) -> Step:
    if event.gesture is Gesture.TAP and not state.busy:
        return state, [do.Sign("wake"), do.Listen()]
    if event.gesture in (Gesture.TAP, Gesture.DOUBLE_TAP):
        return stop(state)
    if event.gesture is Gesture.LONG_PRESS:
        state, effects = take_floor(state)
        return state, [*effects, do.Sign("wake"), do.Listen()]
    step_up = 10 if event.gesture is Gesture.SLIDE_FORWARD else -10
    return state, [do.Adjust(on.Adjustment("volume", f"{step_up:+d}"))]


@step.register
def _(event: on.Pressed, state: State) -> Step:
    if not event.down:
        return state, []
    state, effects = take_floor(state)
    return change(state, hearing=True), effects


@step.register
def _(_event: on.SpeechStarted, state: State) -> Step:
    state = change(state, hearing=True)
    if state.speech is None:
        return state, []
    speech = msgspec.structs.replace(state.speech, ducked=True)
    return change(state, speech=speech), [do.Duck(speech.epoch, on=True)]


@step.register
def _(_event: on.SpeechHeld, state: State) -> Step:
    return interrupt(state)


@step.register
def _(event: on.Partial, state: State) -> Step:
    return interrupt(state) if event.insists else (state, [])


@step.register
def _(_event: on.Coughed, state: State) -> Step:
    state = change(state, hearing=False)
    if state.speech is not None and state.speech.ducked:
        speech = msgspec.structs.replace(state.speech, ducked=False)
        return change(state, speech=speech), [do.Duck(speech.epoch, on=False)]
    return tell_next(state) if state.speech is None else (state, [])


@step.register
def _(event: on.Heard, state: State) -> Step:
    state = change(state, hearing=False)
    if isinstance(event.reading, Stop):
        return stop(state)
    question, offer = state.question, state.offer
    state, effects = take_floor(state)
    state = change(state, working=True, asked=event.text, question=None, offer=None)
    epoch = state.epoch
    if offer is not None and isinstance(event.reading, Answer):
        if event.reading.choice == YES:
            return state, [*effects, do.Commit(epoch, offer.key, event.language)]
        return state, [*effects, do.Withdraw(epoch, offer.key, event.language)]
    if offer is not None:
        effects.append(do.Withdraw(epoch, offer.key, event.language, said_no=False))
    if question is None and isinstance(event.reading, Answer):
        return change(state, working=False), effects
    return state, [*effects, do.RunTurn(epoch, event.text, event.reading, event.language)]


@step.register
def _(event: on.Answered, state: State) -> Step:
    if event.epoch != state.epoch:
        return state, []
    state = change(state, working=event.more, question=event.question, offer=event.offer)
    effects: list[Effect] = [do.Adjust(item) for item in event.adjust]
    state = adjusted(state, event.adjust)
    if event.clears:
        effects.append(do.Clear())
    if event.card is not None:
        effects.append(do.Show(event.epoch, event.card))
    if event.failed:
        effects.append(do.Sign("error"))
    if event.say or (state.speech is not None and not event.more):
        state = begin_speech(state, event.epoch, event.say, event.language)
        effects.append(do.Speak(event.epoch, event.say, event.language, event.more))
    elif not event.more:
        state, after = floor_is_free(state)
        effects += after
    return state, effects


@step.register
def _(event: on.Noticed, state: State) -> Step:
    if state.busy:
        return change(state, notices=(*state.notices, event)[-NOTICES:]), []
    return tell(state, event)


@step.register
def _(event: on.Sounding, state: State) -> Step:
    speech = state.speech
    if speech is None or speech.epoch != event.epoch:
        return state, []
    before = tuple(one for one in speech.sentences if one.start < event.start)
    sentences = (*before, event)
    return change(state, speech=msgspec.structs.replace(speech, sentences=sentences)), []


@step.register
def _(event: on.Played, state: State) -> Step:
    speech = state.speech
    if speech is None or speech.epoch != event.epoch:
        return state, []
    played = max(speech.played, event.sample)
    return change(state, speech=msgspec.structs.replace(speech, played=played)), []


@step.register
def _(event: on.Finished, state: State) -> Step:
    speech = state.speech
    if speech is None or speech.epoch != event.epoch:
        return state, []
    played = max((one.end for one in speech.sentences), default=0)
    state = remember(change(state, speech=msgspec.structs.replace(speech, played=played)))
    if state.hearing or state.working:
        return state, []
    return floor_is_free(state)


@step.register
def _(event: on.LanguageChosen, state: State) -> Step:
    return change(state, language=event.language), []


@step.register
def _(_event: on.Left, state: State) -> Step:
    state, effects = take_floor(change(state, hearing=False))
    if state.offer is not None:
        effects.append(do.Withdraw(state.epoch, state.offer.key, state.language, said_no=False))
    return change(state, question=None, offer=None), effects


def take_floor(state: State) -> Step:
    """The wearer takes the floor: whatever was being said or worked on is over."""
    effects: list[Effect] = []
    if state.speech is not None:
        effects.append(do.Flush(state.speech.epoch))
    epoch = Epoch(state.epoch + 1)
    if state.working:
        effects.append(do.Abandon(epoch))
    return change(remember(state), epoch=epoch, working=False), effects


def interrupt(state: State) -> Step:
    """The wearer speaks over the answer and means it."""
    if state.speech is None:
        return state, []
    return take_floor(state)


def stop(state: State) -> Step:
    """The wearer wants quiet. An open offer is withdrawn: silence is not a yes."""
    effects: list[Effect] = []
    if state.offer is not None:
        effects.append(do.Withdraw(state.epoch, state.offer.key, state.language, said_no=False))
    state, over = take_floor(state)
    state = change(state, hearing=False, question=None, offer=None, notices=())
    return state, [*effects, *over, do.Clear(), do.Sign("done"), do.Rest()]


def begin_speech(state: State, epoch: Epoch, text: str, language: Language) -> State:
    """Note that `text` is being said, after what already is."""
    speech = state.speech or Speech(epoch, language)
    said = glued((speech.said, text))
    return change(state, speech=msgspec.structs.replace(speech, said=said))


def remember(state: State) -> State:
    """Move what was heard of the running speech into the history."""
    if state.speech is None:
        return state
    exchange = Exchange(state.asked, state.speech.heard, state.speech.language)
    return change(state, speech=None, asked="", history=(*state.history, exchange)[-HISTORY:])


def adjusted(state: State, changes: tuple[on.Adjustment, ...]) -> State:
    """The state after changes of settings: the language is the conversation's own."""
    for item in changes:
        if item.setting == "language":
            state = change(state, language=Language(str(item.value)))
    return state


def floor_is_free(state: State) -> Step:
    """Nobody speaks: tell what waited, or let the wearer go on without the wake word."""
    if state.notices:
        return tell_next(state)
    asking = state.question is not None or state.offer is not None
    effects: list[Effect] = [do.Sign("question")] if asking else []
    return state, [*effects, do.Listen(follow_up=not asking)]


def tell_next(state: State) -> Step:
    """Tell the first notice that waits, if the floor is free."""
    if not state.notices or state.busy:
        return state, []
    notice, *rest = state.notices
    return tell(change(state, notices=tuple(rest)), notice)


def tell(state: State, notice: on.Noticed) -> Step:
    """Ring, show and say a notice, in an epoch of its own."""
    epoch = Epoch(state.epoch + 1)
    state = begin_speech(change(state, epoch=epoch, asked=""), epoch, notice.say, notice.language)
    effects: list[Effect] = [do.Sign(notice.earcon)]
    if notice.card is not None:
        effects.append(do.Show(epoch, notice.card))
    return state, [*effects, do.Speak(epoch, notice.say, notice.language)]
