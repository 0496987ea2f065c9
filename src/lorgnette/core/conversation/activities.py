"""Activities beside the conversation: which are going on, and which of them owns the lens."""

from lorgnette.core import effects as do
from lorgnette.core.activities import Traits
from lorgnette.core.conversation.floor import remember
from lorgnette.core.conversation.state import State, Step, change
from lorgnette.core.effects import Effect


def begin(state: State, traits: Traits) -> Step:
    """An activity begins in front of the others, in the place of one of the same name."""
    state, effects = leave(state, traits.name)
    state = change(state, activities=(*state.activities, traits), shown=None)
    return state, [*effects, do.Begin(traits.name), do.Clear(), do.Front(traits.name)]


def leave(state: State, name: str) -> Step:
    """The wearer leaves an activity; nothing when it does not go on."""
    if all(each.name != name for each in state.activities):
        return state, []
    state, effects = over(state, name)
    return state, [do.End(name), *effects]


def over(state: State, name: str) -> Step:
    """An activity does not go on any more, and what it still had to say is left unsaid."""
    if all(each.name != name for each in state.activities):
        return state, []
    effects: list[Effect] = []
    in_front = state.front is not None and state.front.name == name
    state = change(
        state,
        activities=tuple(each for each in state.activities if each.name != name),
        remarks=tuple(each for each in state.remarks if each.activity != name),
    )
    if state.speech is not None and state.speech.remark == name:
        effects.append(do.Flush(state.speech.epoch))
        state = remember(state)
    if in_front:
        effects.append(do.Front(state.front.name if state.front else ""))
    return state, effects
