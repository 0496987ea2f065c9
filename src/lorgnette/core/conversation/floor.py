"""Who has the floor: taking it, speaking, and what happens when it is free again."""

import msgspec

from lorgnette.core import effects as do
from lorgnette.core import events as on
from lorgnette.core.conversation.state import HISTORY, Exchange, Speech, State, Step, change
from lorgnette.core.effects import Effect
from lorgnette.core.sentences import glued
from lorgnette.core.types import Epoch, Language

YES, NO = 0, 1
"""The choices of an offer's question."""


def take_floor(state: State) -> Step:
    """The wearer takes the floor: whatever was being said or worked on is over."""
    effects: list[Effect] = []
    silenced = False
    if state.speech is not None:
        effects.append(do.Flush(state.speech.epoch))
        silenced = not state.speech.remark
    epoch = Epoch(state.epoch + 1)
    if state.working:
        effects.append(do.Abandon(epoch))
    return change(remember(state), epoch=epoch, working=False, silenced=silenced), effects


def interrupt(state: State) -> Step:
    """The wearer speaks over the answer and means it."""
    if state.speech is None:
        return state, []
    return take_floor(state)


def begin_speech(
    state: State, epoch: Epoch, text: str, language: Language, *, remark: str = ""
) -> State:
    """Note that `text` is being said, after what already is."""
    speech = state.speech or Speech(epoch, language, remark=remark)
    said = glued((speech.said, text))
    return change(state, speech=msgspec.structs.replace(speech, said=said))


def remember(state: State) -> State:
    """Move what was heard of the running answer into the history; remarks belong to no turn."""
    if state.speech is None:
        return state
    if state.speech.remark:
        return change(state, speech=None)
    exchange = Exchange(state.asked, state.speech.heard, state.speech.language)
    return change(state, speech=None, asked="", history=(*state.history, exchange)[-HISTORY:])


def withdrawn(state: State) -> list[Effect]:
    """What becomes of an open offer that got no yes."""
    if state.offer is None:
        return []
    return [do.Withdraw(state.epoch, state.offer.key, state.language, said_no=False)]


def floor_is_free(state: State) -> Step:
    """Nobody speaks: tell what waited, or let the wearer go on without the wake word.

    While others are listened to, what is said without the wake word may be theirs: it can answer
    a question, and no more. A yes to an offer needs the wake word then, or a touch.
    """
    state, effects = settle(state)
    if state.busy:
        return state, effects
    if state.asking:
        effects.append(do.Sign("question"))
    if not state.in_room or (state.question is not None and state.offer is None):
        effects.append(do.Listen(follow_up=not state.asking))
    return state, effects


def settle(state: State) -> Step:
    """Somebody has finished: uncover the activity in front, and tell what waited."""
    state, effects = uncover(state)
    state, told = tell_next(state)
    return state, effects + told


def uncover(state: State) -> Step:
    """Take a card that was read off the lens, when there is an activity to be seen under it."""
    if state.shown is not None and state.read and state.activities and not state.asking:
        return change(state, shown=None), [do.Clear()]
    return state, []


def tell_next(state: State) -> Step:
    """Tell the first of what waits, if the floor is free."""
    if state.busy:
        return state, []
    if state.notices:
        notice, *rest = state.notices
        return tell(change(state, notices=tuple(rest)), notice)
    if state.remarks:
        first, *others = state.remarks
        return remark(change(state, remarks=tuple(others)), first)
    return state, []


def tell(state: State, notice: on.Noticed) -> Step:
    """Ring, show and say a notice, in an epoch of its own."""
    epoch = Epoch(state.epoch + 1)
    state = begin_speech(change(state, epoch=epoch, asked=""), epoch, notice.say, notice.language)
    effects: list[Effect] = [do.Sign(notice.earcon)]
    if notice.card is not None:
        effects.append(do.Show(epoch, notice.card))
        state = change(state, shown=epoch, read=False)
    return state, [*effects, do.Speak(epoch, notice.say, notice.language)]


def remark(state: State, said: on.Remarked) -> Step:
    """Say what an activity has to say, in an epoch of its own."""
    epoch = Epoch(state.epoch + 1)
    state = change(state, epoch=epoch, asked="")
    state = begin_speech(state, epoch, said.say, said.language, remark=said.activity)
    sign: list[Effect] = [do.Sign(said.earcon)] if said.earcon else []
    return state, [*sign, do.Speak(epoch, said.say, said.language, side=said.side)]
