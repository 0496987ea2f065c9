"""Follows a session's conversation, and gives each turn away as soon as it is over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from lorgnette.app.desk.kept import Outcome, PastTurn
from lorgnette.core import events as on
from lorgnette.core.conversation import State
from lorgnette.core.readings import Answer, Intent, Missing, Reading, Stop
from lorgnette.core.types import Epoch, Gesture, Language
from lorgnette.skills.skill import Action

STOP = "stop"
"""What a stop word is understood as; it belongs to no skill."""


@dataclass
class Draft:
    """A turn that may still go on."""

    at: datetime
    epoch: Epoch
    heard: on.Heard
    device: str
    intent: Intent | None = None
    said: list[str] = field(default_factory=list)
    said_in: Language | None = None
    outcome: Outcome = Outcome.ANSWERED
    page: str = ""
    over: bool = False

    def past(self, actions: Mapping[str, Action]) -> PastTurn:
        """The turn as it is kept."""
        name = self.intent.action if self.intent else ""
        slots = dict(self.intent.slots) if self.intent else {}
        skill, _, action = name.rpartition(".")
        language = self.heard.language
        return PastTurn(
            at=self.at,
            language=language,
            heard=self.heard.text,
            typed=self.heard.typed,
            skill=skill,
            action=action,
            slots=shown(slots, actions.get(name), language),
            said=" ".join(self.said),
            said_in=self.said_in or language,
            device=self.device,
            outcome=self.outcome,
            page=self.page,
        )


class Account:
    """Keeps account of one session's turns. Decides nothing, and never waits."""

    def __init__(
        self,
        now: Callable[[], datetime],
        device: Callable[[], str],
        keep: Callable[[Draft], None],
    ) -> None:
        """`keep` gets every turn that is over."""
        self.now = now
        self.device = device
        self.keep = keep
        self.draft: Draft | None = None

    def follow(self, event: on.Event, before: State, after: State) -> None:
        """Take note of what an event has changed."""
        if self.draft is not None:
            self.go_on(self.draft, event, before, after)
        if isinstance(event, on.Heard):
            self.begin(event, after)

    def understood(self, intent: Intent) -> None:
        """The turn is about this action."""
        if self.draft is not None:
            self.draft.intent = intent

    def close(self, state: State) -> None:
        """The session is over, in this state."""
        draft = self.draft
        if draft is not None and not draft.over:
            if state.speech is not None and state.speech.epoch == draft.epoch:
                draft.said.append(state.speech.heard)
            self.end(draft, Outcome.INTERRUPTED if draft.said else Outcome.UNANSWERED)

    def begin(self, event: on.Heard, after: State) -> None:
        """A turn begins; what asks for quiet, or answers what nobody asked, is over at once."""
        meant = meaning(event.reading, self.draft)
        self.draft = Draft(self.now(), after.epoch, event, self.device(), meant)
        if isinstance(event.reading, Stop):
            self.end(self.draft, Outcome.ANSWERED)
        elif not after.working:
            self.end(self.draft, Outcome.UNANSWERED)

    def go_on(self, draft: Draft, event: on.Event, before: State, after: State) -> None:
        """The turn may have been answered, heard, or cut short."""
        if draft.over:
            return
        self.hear(draft, event, before, after)
        if isinstance(event, on.Answered) and event.epoch == draft.epoch:
            draft.outcome = Outcome.FAILED if event.failed else draft.outcome
            draft.page = event.card.page if event.card else draft.page
        floor_taken = after.epoch != draft.epoch
        if floor_taken and not isinstance(event, on.Answered | on.Finished):
            cut = Outcome.INTERRUPTED if before.speech is not None else Outcome.UNANSWERED
            self.end(draft, Outcome.STOPPED if is_stop(event) else cut)
        elif floor_taken or (after.speech is None and not after.working):
            self.end(draft, draft.outcome)

    def hear(self, draft: Draft, event: on.Event, before: State, after: State) -> None:
        """Note how much of the answer was heard. At its end all was, or shown where none sounds."""
        speech = before.speech
        if speech is None or after.history is before.history:
            return
        words = speech.said if isinstance(event, on.Finished) else after.history[-1].heard
        draft.said_in = speech.language
        if words:
            draft.said.append(words)

    def end(self, draft: Draft, outcome: Outcome) -> None:
        """The turn is over."""
        draft.over, draft.outcome = True, outcome
        self.keep(draft)


def meaning(reading: Reading, last: Draft | None) -> Intent | None:
    """What an utterance was understood as; an answer is about what was asked."""
    match reading:
        case Intent():
            return reading
        case Missing(intent=intent):
            return intent
        case Answer() if last is not None:
            return last.intent
        case Stop():
            return Intent(STOP)
    return None


def is_stop(event: on.Event) -> bool:
    """Whether the wearer wanted quiet."""
    match event:
        case on.Heard(reading=Stop()) | on.Touched(gesture=Gesture.TAP | Gesture.DOUBLE_TAP):
            return True
    return False


def shown(slots: Mapping[str, Any], action: Action | None, language: Language) -> dict[str, str]:
    """The values of slots as the wearer writes them."""
    return {name: text_of(name, value, action, language) for name, value in slots.items()}


def text_of(name: str, value: Any, action: Action | None, language: Language) -> str:
    """One value as the wearer writes it; as Python does where the slot cannot."""
    try:
        return str(action.slots[name].show(value, language)) if action else str(value)
    except Exception:  # noqa: BLE001 - a stranger's slot may raise anything
        return str(value)
