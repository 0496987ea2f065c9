"""Does what was meant: runs actions, asks, offers, and lets the thinker think."""

import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import anyio
import msgspec

from lorgnette.app.desk.kept import OURS
from lorgnette.app.tracing import cause_of, report
from lorgnette.core import cards
from lorgnette.core import effects as do
from lorgnette.core import events as on
from lorgnette.core.errors import NotOurs, StoreFailed, WearerError
from lorgnette.core.questions import Question
from lorgnette.core.readings import Answer, Intent, Missing, Reading, Unknown, Unsure
from lorgnette.core.replies import Ask, Offer, Reply
from lorgnette.core.types import Epoch, Gesture, Layout
from lorgnette.engines import THINKER, TRANSLATOR
from lorgnette.skills.lately import Shown
from lorgnette.skills.turn import Turn

if TYPE_CHECKING:
    from lorgnette.app.session.session import Session

log = logging.getLogger(__name__)

PATIENCE = 2.5
"""Seconds an action may take before the wearer is told that it does not work."""

LONGEST_COMMIT = 20.0
"""Seconds a deed may take that the wearer said yes to; then it is given up, and they are told."""

SHOWN = 60.0
"""Seconds after a question for which a touch may answer it: then nobody thinks of it any more."""

YES_NO = "yes-no"
"""The kind of the question that every offer asks."""


class Turns:
    """The turns of one session: at most one is being worked on, whatever is older is abandoned."""

    def __init__(self, session: "Session") -> None:
        self.session = session
        self.scopes: dict[Epoch, anyio.CancelScope] = {}
        self.ask: Ask | None = None
        self.asked_at = 0.0
        self.offers: dict[str, Offer] = {}
        self.keys = 0
        self.added: list[int] = []

    def run(self, effect: do.RunTurn) -> None:
        """Begin a turn."""
        ask, self.ask = self.ask, None
        self.start(effect.epoch, lambda: self.meant(effect, ask), self.patience(effect.reading))

    def patience(self, reading: Reading) -> float:
        """Seconds for an answer: a model that thinks or translates takes as long as is allowed."""
        settings = self.session.settings
        if isinstance(reading, Unknown) and THINKER in self.session.engines:
            return PATIENCE + settings.thinker.patience
        if isinstance(reading, Intent):
            action = self.session.skills.actions.get(reading.action)
            if action is not None and action.patience:
                return PATIENCE + action.patience
            skill = self.session.hub.skills.skills.get(reading.action.partition(".")[0])
            if skill is not None and TRANSLATOR in skill.needs:
                thinks = settings.thinker.patience if THINKER in self.session.engines else 0.0
                return PATIENCE + max(settings.translator.patience, thinks)
        return PATIENCE

    def touched(self, gesture: Gesture) -> on.Event:
        """What a touch means: an answer where choices are shown one by one, else what it is.

        A tap while somebody speaks is for quiet, and long after the question it is no answer.
        """
        state = self.session.state
        if state.question is not None and anyio.current_time() < self.asked_at + SHOWN:
            answer = state.question.touched(gesture)
            if answer is not None and (answer.look or not state.busy):
                said = state.question.choices[answer.choice or 0][0]
                return on.Heard(said, answer, state.language, typed=True)
        return on.Touched(gesture)

    def commit(self, effect: do.Commit) -> None:
        """Do what the wearer said yes to; nothing cancels it and it is done once."""
        offer = self.offers.pop(effect.key, None)
        self.added = []
        if offer is not None:
            self.session.tasks.start_soon(self.carry_out, effect.epoch, offer)

    def withdraw(self, effect: do.Withdraw) -> None:
        """The wearer does not want it after all."""
        self.offers.pop(effect.key, None)
        if effect.said_no:
            say = self.session.common("offer-withdrawn")
            self.post(effect.epoch, Reply(say=say, clears=True))

    def abandon(self, epoch: Epoch) -> None:
        """Stop working on whatever is older than this epoch."""
        for old in [each for each in self.scopes if each < epoch]:
            self.scopes.pop(old).cancel()

    def start(
        self, epoch: Epoch, work: Callable[[], Awaitable[Reply | None]], patience: float
    ) -> None:
        """Work in a task of its own, which a later turn abandons."""
        self.session.tasks.start_soon(self.work, epoch, work, patience)

    async def work(
        self, epoch: Epoch, work: Callable[[], Awaitable[Reply | None]], patience: float
    ) -> None:
        """Answer with the reply of some work, or with a sentence about what went wrong."""
        with anyio.CancelScope() as self.scopes[epoch]:
            try:
                with self.session.hub.gauge.busy(), anyio.fail_after(patience):
                    reply = await work()
                if reply is not None:
                    self.post(epoch, reply)
            except Exception as error:  # noqa: BLE001 - a stranger's action may raise anything
                self.post(epoch, self.excuse(error), failed=True)
        self.scopes.pop(epoch, None)

    async def carry_out(self, epoch: Epoch, offer: Offer) -> None:
        """Do what was offered, whatever happens meanwhile, and tell what came of it.

        After a while that is a notice of its own, which waits for its turn to speak.
        """
        failed, told = False, anyio.Event()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(self.say_it_takes_longer, epoch, told)
            try:
                with self.session.hub.gauge.busy(), anyio.fail_after(LONGEST_COMMIT, shield=True):
                    reply = await offer.commit()
            except Exception as error:  # noqa: BLE001 - a stranger's action may raise anything
                reply, failed = self.excuse(error), True
            tasks.cancel_scope.cancel()
        if epoch == self.session.state.epoch and not told.is_set():
            self.post(epoch, reply, failed=failed)
        elif reply.say:
            earcon = "error" if failed else "done"
            language = reply.speak_in or self.session.state.language
            self.session.post(on.Noticed(reply.say, language, reply.card, earcon))

    async def say_it_takes_longer(self, epoch: Epoch, told: anyio.Event) -> None:
        """After a while, let the wearer go on: they will be told."""
        await anyio.sleep(PATIENCE)
        told.set()
        self.post(epoch, Reply(say=self.session.common("takes-longer")))

    async def meant(self, effect: do.RunTurn, ask: Ask | None) -> Reply | None:
        """The reply to a reading; None when it was answered on the way."""
        reading = effect.reading
        turn = self.session.turn(effect.epoch, effect.text, effect.language)
        if effect.amends:
            await self.take_back()
        self.added = turn.added
        match reading:
            case Intent():
                return await self.act_or_think(turn, reading)
            case Missing():
                return self.ask_for_slot(turn, reading)
            case Unsure():
                return self.ask_which(turn, reading)
            case Answer():
                return await self.answered(reading, ask)
        if THINKER in turn:
            return await self.think(turn)
        return Reply(say=self.session.common("unknown"))

    async def think(self, turn: Turn) -> Reply | None:
        """The reply of the language model."""
        from lorgnette.app.session.thinking import think

        return await think(self, turn)

    async def act_or_think(self, turn: Turn, intent: Intent) -> Reply | None:
        """Run the action of an intent; what it cannot answer the language model may."""
        try:
            return await self.act(turn, intent)
        except NotOurs:
            if THINKER not in turn:
                raise
            return await self.think(turn)

    async def act(self, turn: Turn, intent: Intent) -> Reply:
        """Run the action of an intent, or ask for what it lacks."""
        name = self.session.state.instead_of(intent.action)
        if name in self.session.skills.actions:
            intent = msgspec.structs.replace(intent, action=name)
        action = self.session.skills.actions[intent.action]
        for slot in action.slots:
            if slot in action.required and slot not in intent.slots:
                return self.ask_for_slot(turn, Missing(intent, slot))
        self.session.chronicle.understood(intent, plain(intent.slots))
        turn = self.session.within(turn, action.skill)
        return await action.do(turn, **intent.slots)

    async def take_back(self) -> None:
        """Forget what the turn before added: the wearer had not finished saying what they want."""
        for number in self.added:
            await self.session.hub.records.discard(self.session.wearer, number, but=OURS)

    def ask_for_slot(self, turn: Turn, missing: Missing) -> Reply:
        """One question back about a slot that has no value, or one that makes no sense."""
        action = self.session.skills.actions[missing.intent.action]
        inside = self.session.within(turn, action.skill)
        text = first_message(inside, f"ask-{missing.slot}", "ask-slot", slot=missing.slot)

        async def go_on(value: Any) -> Reply:
            slots = {**missing.intent.slots, missing.slot: value}
            now = self.session.turn(self.session.state.epoch, turn.text, turn.language)
            return await self.act(now, msgspec.structs.replace(missing.intent, slots=slots))

        return Reply(ask=Ask(text, go_on, kind=action.kinds[missing.slot]))

    def ask_which(self, turn: Turn, unsure: Unsure) -> Reply:
        """One question back when two readings are too close to choose between."""
        phrases = list(dict.fromkeys(choice.mended or turn.text for choice in unsure.choices[:2]))
        if len(phrases) == 1:
            text = self.session.common("did-you-say", phrase=phrases[0])
            choices = self.session.yes_no
        else:
            text = self.session.common("which-one", first=phrases[0], second=phrases[1])
            choices = tuple((phrase,) for phrase in phrases)

        async def go_on(choice: int) -> Reply:
            if choice < len(unsure.choices):
                return await self.act(turn, unsure.choices[choice])
            return Reply(say=self.session.common("say-again"))

        return Reply(ask=Ask(text, go_on, choices=choices))

    async def answered(self, answer: Answer, ask: Ask | None) -> Reply | None:
        """Go on with what the wearer answered."""
        if ask is None:
            return None
        if answer.look and ask.look is not None and answer.choice is not None:
            return await ask.look(answer.choice)
        return await ask.then(answer.value if answer.choice is None else answer.choice)

    def excuse(self, error: Exception) -> Reply:
        """What to tell the wearer, in their language; the operator is told in the log."""
        cause = cause_of(error)
        self.session.timeline.tell("error", message=type(cause).__name__)
        message = "error-engine"
        match cause:
            case WearerError(message_id=message):
                pass
            case TimeoutError():
                message = "error-slow"
            case StoreFailed():
                message = "error-store"
        if not isinstance(cause, WearerError):
            report(log, "a turn failed", cause)
        return Reply(say=self.session.common(message))

    def meanwhile(self, epoch: Epoch, reply: Reply) -> None:
        """Say and show something of a turn that is still being worked on."""
        language = reply.speak_in or self.session.state.language
        self.session.post(on.Answered(epoch, reply.say, language, reply.card, more=True))

    def post(self, epoch: Epoch, reply: Reply, *, failed: bool = False, more: bool = False) -> None:
        """Tell the conversation what the reply is."""
        question, offer, say = None, None, reply.say
        if epoch != self.session.state.epoch:
            return
        if reply.offer is not None:
            self.keys += 1
            key = f"{epoch}.{self.keys}"
            self.offers = {key: reply.offer}
            offer = on.OfferMade(key, reply.offer.text)
            question = Question(reply.offer.text, self.session.yes_no, YES_NO)
            say = f"{say} {reply.offer.text}".strip()
        if reply.ask is not None:
            self.ask, self.asked_at = reply.ask, anyio.current_time()
            at = None if reply.ask.look is None else reply.ask.at
            question = Question(reply.ask.text, reply.ask.choices, at=at)
            say = f"{say} {reply.ask.text}".strip()
        own = self.session.state.language
        if reply.lead:
            self.session.post(on.Answered(epoch, reply.lead, own, more=True))
        begins = None
        if reply.begins is not None:
            begins = reply.begins.traits
            self.session.activities.prepare(reply.begins)
        language = reply.speak_in or own
        card = self.card(reply, question, say) if not more else None
        if card is not None and card.page:
            self.session.lately.note(Shown(card.page), self.session.hub.clock.now())
        if not say and card is not None:
            say = cards.speech(card, language) or ""
        self.session.post(
            on.Answered(
                epoch,
                say,
                language,
                card,
                question,
                offer,
                reply.adjust,
                more,
                failed,
                reply.clears,
                begins,
                reply.ends,
            )
        )

    def card(self, reply: Reply, question: Question | None, say: str) -> cards.Card | None:
        """What is shown: the reply's own card, or its texts, or what is said."""
        if reply.card is not None:
            return reply.card
        lines = tuple(cards.Line(line) for line in reply.body.splitlines())
        if question is not None:
            shown = tuple(choice[0] for choice in question.choices)
            asked = (cards.Line(question.text), *lines)
            return cards.Question(lines=asked, choices=shown)
        if reply.title or reply.body:
            return cards.Text(title=reply.title, lines=lines)
        if say and self.session.profile.display.layout is not Layout.NONE:
            return cards.Text(lines=(cards.Line(say),))
        return None


def first_message(turn: Turn, *names: str, **values: object) -> str:
    """The first of these messages that the skill, or else everybody, has."""
    for name in names[:-1]:
        text = turn.messages.find(name, turn.language, values)
        if text is not None:
            return text
    return turn.message(names[-1], **values)


def plain(slots: Any) -> Any:
    """Slots as plain data, for the timeline."""
    return msgspec.to_builtins(dict(slots), enc_hook=str)
