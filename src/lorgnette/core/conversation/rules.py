"""What each event means: one function for each, all of them pure."""

from functools import singledispatch
from typing import TypeGuard

import msgspec

from lorgnette.core import effects as do
from lorgnette.core import events as on
from lorgnette.core.activities import Traits
from lorgnette.core.conversation.activities import begin, leave, over
from lorgnette.core.conversation.floor import (
    YES,
    begin_speech,
    floor_is_free,
    interrupt,
    remark,
    remember,
    settle,
    take_floor,
    tell,
    uncover,
    withdrawn,
)
from lorgnette.core.conversation.state import NOTICES, REMARKS, State, Step, change
from lorgnette.core.effects import Effect
from lorgnette.core.readings import Answer, Stop
from lorgnette.core.types import Gesture, Language


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
    if event.gesture is Gesture.TAP and is_for(state.front, state):
        return state, [do.Tap(state.front.name)]
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
    state = change(state, hearing=False, silenced=False)
    if state.speech is not None and state.speech.ducked:
        speech = msgspec.structs.replace(state.speech, ducked=False)
        return change(state, speech=speech), [do.Duck(speech.epoch, on=False)]
    return settle(state)


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
    run = do.RunTurn(epoch, event.text, event.reading, event.language, event.amends)
    return state, [*effects, run]


@step.register
def _(event: on.Answered, state: State) -> Step:
    if event.epoch != state.epoch:
        return state, []
    state = change(state, working=event.more, question=event.question, offer=event.offer)
    effects: list[Effect] = [do.Adjust(item) for item in event.adjust]
    state = adjusted(state, event.adjust)
    if event.ends:
        state, left = leave(state, event.ends)
        effects += left
    if event.begins is not None:
        state, begun = begin(state, event.begins)
        effects += begun
    state, shown = put_on_lens(state, event)
    effects += shown
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
def _(event: on.Remarked, state: State) -> Step:
    if all(each.name != event.activity for each in state.activities):
        return state, []
    if state.busy:
        waiting = others(state.remarks, event.activity, event.topic)
        return change(state, remarks=(*waiting, event)[-REMARKS:]), []
    return remark(state, event)


@step.register
def _(event: on.Hushed, state: State) -> Step:
    return change(state, remarks=others(state.remarks, event.activity, event.topic)), []


def others(waiting: tuple[on.Remarked, ...], activity: str, topic: str) -> tuple[on.Remarked, ...]:
    """The remarks that are not of this activity about this topic; all where it has none."""
    return tuple(
        each for each in waiting if not topic or (each.activity, each.topic) != (activity, topic)
    )


@step.register
def _(event: on.Began, state: State) -> Step:
    return begin(state, event.traits)


@step.register
def _(event: on.Over, state: State) -> Step:
    return over(state, event.activity)


@step.register
def _(event: on.CardRead, state: State) -> Step:
    if event.epoch != state.shown:
        return state, []
    state = change(state, read=True)
    return (state, []) if state.in_turn else uncover(state)


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
    return settle(state) if speech.remark else floor_is_free(state)


@step.register
def _(event: on.LanguageChosen, state: State) -> Step:
    return change(state, language=event.language), []


@step.register
def _(_event: on.Left, state: State) -> Step:
    state, effects = take_floor(change(state, hearing=False))
    effects += withdrawn(state)
    return change(state, question=None, offer=None), effects


def stop(state: State) -> Step:
    """The wearer wants quiet. An open offer is withdrawn: silence is not a yes.

    When there is nothing to be quiet about, they mean the activity in front.
    """
    effects = withdrawn(state)
    in_turn = state.working or state.answering or state.asking or state.silenced
    if state.front is not None and not in_turn:
        state, left = leave(state, state.front.name)
        effects += left
    state, floor = take_floor(state)
    state = change(
        state,
        hearing=False,
        question=None,
        offer=None,
        notices=(),
        shown=None,
        silenced=False,
    )
    return state, [*effects, *floor, do.Clear(), do.Sign("done"), do.Rest()]


def is_for(front: Traits | None, state: State) -> TypeGuard[Traits]:
    """Whether a tap means something to the activity in front, and to nobody else."""
    return front is not None and front.taps and not state.in_turn and not state.asking


def put_on_lens(state: State, event: on.Answered) -> Step:
    """Show what an answer shows, in the place of what is there."""
    effects: list[Effect] = []
    if event.clears:
        effects.append(do.Clear())
        state = change(state, shown=None)
    if event.card is not None:
        effects.append(do.Show(event.epoch, event.card))
        state = change(state, shown=event.epoch, read=False)
    return state, effects


def adjusted(state: State, changes: tuple[on.Adjustment, ...]) -> State:
    """The state after changes of settings: the language is the conversation's own."""
    for item in changes:
        if item.setting == "language":
            state = change(state, language=Language(str(item.value)))
    return state
