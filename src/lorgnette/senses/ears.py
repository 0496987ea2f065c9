"""The ears of one pair of glasses: the whole cascade as one state machine over samples.

| listening | what runs                    | left by                                            |
|-----------|------------------------------|----------------------------------------------------|
| waiting   | gate, wake word              | a wake word, `open_window`, `talking`, a button    |
| awake     | the same, and voice activity | speech, the end of the window, `close`             |
| hearing   | the same                     | the end of speech, another wake word, `close`      |
| held      | nothing: all sound is meant  | the button, the longest utterance, `close`         |
"""

import math
from enum import StrEnum

from lorgnette.core.completeness import Completeness
from lorgnette.core.types import SAMPLE_RATE, Sound, samples_in
from lorgnette.engines.voiceactivity import VoiceActivity
from lorgnette.engines.wakeword import WakeMeter
from lorgnette.senses.blocks import Block, Grid
from lorgnette.senses.endpoint import Pace
from lorgnette.senses.events import (
    EarEvent,
    Sounded,
    SpeechEnded,
    SpeechStarted,
    WindowClosed,
    Woke,
)
from lorgnette.senses.gate import Gate
from lorgnette.senses.listen import Listener
from lorgnette.senses.ring import Ring
from lorgnette.senses.rules import EarRules
from lorgnette.senses.wake import Waking

NEVER = -math.inf


class Listening(StrEnum):
    """What the ears are doing."""

    WAITING = "waiting"
    AWAKE = "awake"
    HEARING = "hearing"
    HELD = "held"


class Ears:
    """Turns the numbered sound of one microphone into events.

    The same sound gives the same events however it is cut into chunks. Everything is measured
    in samples, nothing waits, and all that is kept is bounded.
    """

    def __init__(
        self,
        wake: WakeMeter | None,
        activity: VoiceActivity,
        rules: EarRules | None = None,
        pace: Pace | None = None,
    ) -> None:
        """`wake`: a meter opened for the active words, or None to do without a wake word.

        Raises MissingPart when the voice activity lacks its model.
        """
        self._rules = rules or EarRules()
        self._grid = Grid()
        self._ring = Ring(self._rules.ring)
        self._gate = Gate()
        self._waking = wake and Waking(wake, activity, self._ring, self._rules.wake)
        self._listener = Listener(activity, self._ring, self._rules, pace or Pace())
        self._now = 0
        self._until = NEVER
        self._talking = False
        self._held = False
        self._held_from: int | None = None

    @property
    def now(self) -> int:
        """The sample up to which everything has been considered."""
        return self._now

    @property
    def pace(self) -> Pace:
        """What was learned about the wearer; keep it and give it to the next ears."""
        return self._listener.pace

    @property
    def listening(self) -> Listening:
        """What the ears are doing."""
        if self._held:
            return Listening.HELD
        if self._listener.hearing:
            return Listening.HEARING
        if self._talking or self._until > NEVER:
            return Listening.AWAKE
        return Listening.WAITING

    def hear(self, first: int, sound: Sound) -> list[EarEvent]:
        """Take a chunk of any length whose first sample has number `first`."""
        return [event for block in self._grid.cut(first, sound) for event in self._hear(block)]

    def open_window(self, seconds: float | None = None) -> None:
        """Be open for speech from now on without a wake word; `math.inf` stays open for ever.

        A finite window (by default that of the rules) is used up by one utterance.
        """
        self._wake_up()
        seconds = self._rules.window if seconds is None else seconds
        self._until = self._now + seconds * SAMPLE_RATE

    def talking(self, on: bool, *, barge_in: bool = True) -> None:
        """Say that the hub speaks, or stopped: until then speech is an interruption.

        With `barge_in` false only the wake word can interrupt.
        """
        if on and barge_in:
            self._wake_up()
        self._talking = on and barge_in

    def push_to_talk(self, pressed: bool) -> list[EarEvent]:
        """Press or release the button: all sound in between is one utterance."""
        if pressed == self._held:
            return []
        self._held = pressed
        if not pressed:
            return self._release(self._grid.rest)
        return [*self._listener.open(self._now), *self._begin_to_hold()]

    def judge(self, completeness: Completeness, upto: int) -> list[EarEvent]:
        """Say how complete the transcript of everything up to sample `upto` is.

        May end the utterance at once, when its silence has already lasted long enough.
        """
        self._listener.judge(completeness, upto)
        return self._spent(self._listener.ended(self._now))

    def close(self) -> None:
        """Forget the utterance and the window; only a wake word opens the ears again."""
        self._listener.open(self._now)
        self._held = False
        self._held_from = None
        self._until = NEVER

    def _wake_up(self) -> None:
        if self.listening is Listening.WAITING:
            self._listener.open(self._now)

    def _hear(self, block: Block) -> list[EarEvent]:
        events = self._tear(block) if block.torn or self._ring.empty else []
        self._ring.push(block)
        loud = self._gate.hear(block.sound)
        self._now = block.end
        if self._held:
            return events + self._hold(block)
        woke = self._waking and self._waking.hear(block, loud=loud)
        if woke:
            return events + self._begin_after(woke)
        if self.listening is Listening.WAITING:
            return events
        events += self._spent(self._listener.hear(block, self._gate.floor.level))
        return events + self._close_window()

    def _tear(self, block: Block) -> list[EarEvent]:
        """Sound is missing before this block: end what began before, and lengthen the window."""
        events = self._listener.end()
        if self._held_from is not None:
            self._held = False
            events += self._release()
        self._listener.open(block.first)
        self._until += block.first - self._now
        return self._spent(events)

    def _begin_after(self, woke: Woke) -> list[EarEvent]:
        """Hear again what followed the wake word in the same breath."""
        self._until = max(self._until, self._now + self._rules.window * SAMPLE_RATE)
        events = [*self._listener.open(woke.sample), woke]
        for block in self._ring.blocks(woke.sample):
            events += self._listener.hear(block, self._gate.floor.level)
        return self._spent(events)

    def _spent(self, events: list[EarEvent]) -> list[EarEvent]:
        """The same events; an utterance that ended used up the window, unless it is endless."""
        if self._until < math.inf and any(isinstance(event, SpeechEnded) for event in events):
            self._until = NEVER
        return events

    def _close_window(self) -> list[EarEvent]:
        if not NEVER < self._until <= self._now or self._listener.stirring:
            return []
        self._until = NEVER
        return [WindowClosed(self._now)]

    def _begin_to_hold(self) -> list[EarEvent]:
        """Begin the utterance of the button, with a little from before it was pressed.

        Pressed before any sound came, it begins with the first.
        """
        if self._ring.empty:
            return []
        first, sound = self._ring.since(self._now - round(self._rules.before * SAMPLE_RATE))
        self._held_from = first
        return [SpeechStarted(first), Sounded(first, sound)]

    def _hold(self, block: Block) -> list[EarEvent]:
        if self._held_from is None:
            return self._begin_to_hold()
        events: list[EarEvent] = [Sounded(block.first, block.sound)]
        if self._now - self._held_from >= self._rules.longest * SAMPLE_RATE:
            self._held = False
            events += self._release()
        return events

    def _release(self, rest: Sound = b"") -> list[EarEvent]:
        """End what was held, with the `rest` of the sound that is no full block yet."""
        first, self._held_from = self._held_from, None
        if first is None:
            return []
        self._listener.open(self._now)
        end = SpeechEnded(first, self._now + samples_in(rest))
        return self._spent([Sounded(self._now, rest), end] if rest else [end])
