"""From microphone sound to what was heard: the ears, the recogniser, and the reading."""

import logging
from math import inf
from typing import TYPE_CHECKING

import anyio

from lorgnette.app.session.breath import Before, before, stands_alone
from lorgnette.app.session.reading import read
from lorgnette.app.session.utterance import Utterance
from lorgnette.app.tracing import report
from lorgnette.core import effects as do
from lorgnette.core import events as on
from lorgnette.core.completeness import Completeness, as_it_sounds
from lorgnette.core.errors import MissingPart, UnsupportedLanguage
from lorgnette.core.readings import Answer, Reading, Stop, Unknown
from lorgnette.core.slots import Context
from lorgnette.core.types import SAMPLE_RATE, Language, Sound, samples_in
from lorgnette.core.words import split
from lorgnette.engines import RECOGNISER, THINKER, Transcript
from lorgnette.engines import Hearing as Recognition
from lorgnette.senses import events as heard
from lorgnette.senses.ears import Listening
from lorgnette.understanding import is_stop, without_call

if TYPE_CHECKING:
    from lorgnette.app.session.session import Session

DEAF = 5 * SAMPLE_RATE
"""Samples that are not listened to after the ears broke, lest they break again and again."""

log = logging.getLogger(__name__)

CALL = SAMPLE_RATE
"""Samples that saying a wake word takes."""

PATIENCE = 2.5
"""Seconds the recogniser may take for the last word before the wearer is told."""

STALE = 3 * SAMPLE_RATE
"""Samples after which nothing can be the rest of an utterance any more, and its sound is let go."""

HELD = int(0.5 * SAMPLE_RATE)
"""Samples of the wearer's voice over an answer after which they mean it."""


class Hearing:
    """What one session hears. Sounds become events; utterances are recognised one by one."""

    def __init__(self, session: "Session") -> None:
        self.session = session
        self.ears = session.hub.ears_for(session)
        self.utterance: Utterance | None = None
        self.before: Before | None = None
        self.onset = 0
        self.deaf_until = 0
        self.held = False
        self.paused = False
        self.speaking = False
        self.recognising = False
        self.recognised = anyio.Event()
        self.called: int | None = None
        """The sample from which on what is said is meant for the hub, and is no caption."""
        self.always_awake = False
        self.send, self.utterances = anyio.create_memory_object_stream[Utterance](8)

    def sound(self, first: int, sound: Sound) -> None:
        """Take the next sound of the microphone; `first` is the number of its first sample."""
        if self.ears is None or first < self.deaf_until:
            return
        speaking = self.session.state.answering
        if speaking != self.speaking:
            self.speaking = speaking
            # Among others only the wake word interrupts: what they say is not meant for the hub.
            barge_in = self.session.settings.ears.barge_in and not self.session.state.in_room
            self.ears.talking(speaking, barge_in=barge_in)
        try:
            events = self.ears.hear(first, sound)
        except Exception as error:  # noqa: BLE001 - a stranger's engine may raise anything
            self.deafened(first, error)
            return
        for event in events:
            self.on(event)
        if self.utterance is not None and not self.paused:
            self.hold(first + samples_in(sound))
        if self.before is not None and first > self.before.end + STALE and not self.unfinished:
            self.before = None
        self.session.leases.ears_listen(on=self.ears.listening is not Listening.WAITING)

    def deafened(self, first: int, error: Exception) -> None:
        """The ears broke: tell the wearer, and listen again with new ones after a while."""
        report(log, "the ears broke", error)
        self.deaf_until = first + DEAF
        self.ears = self.session.hub.ears_for(self.session)
        if self.always_awake:
            self.stay_awake()
        self.drop()
        self.trouble("error-recogniser")

    def on(self, event: heard.EarEvent) -> None:
        """Carry an event of the ears to the conversation and the recogniser."""
        match event:
            case heard.Woke(word=word, sample=sample):
                self.claim(sample - CALL)
                self.forget()
                self.session.post(on.Woke(word))
            case heard.SpeechStarted(sample=sample, at_once=at_once):
                self.begin(sample, at_once=at_once)
            case heard.Sounded(first=first, sound=sound) if self.utterance is not None:
                self.utterance.feed(first, sound)
            case heard.Paused(last=last) if self.utterance is not None:
                self.paused = True
                self.utterance.look(last)
            case heard.Resumed():
                self.paused = False
            case heard.SpeechEnded(last=last) if self.utterance is not None:
                self.give_back(last)
                self.utterance.end(last)
                self.utterance = None
                self.learn()
            case heard.Coughed() | heard.WindowClosed():
                self.drop()

    def begin(self, sample: int, *, at_once: bool) -> None:
        """The wearer begins to speak, or goes on after what was no end."""
        self.forget()
        self.claim(sample)
        self.onset, self.held, self.paused = sample, False, False
        self.utterance = Utterance(at_once=at_once)
        self.session.post(on.SpeechStarted())
        try:
            self.send.send_nowait(self.utterance)
        except anyio.WouldBlock:
            self.utterance = None

    def claim(self, sample: int) -> None:
        """What is said from here on is meant for the hub: it is no caption."""
        if self.called is None:
            self.called = sample
            self.session.captions.exclude(sample)

    def give_back(self, sample: int) -> None:
        """What is said from here on may be meant for others."""
        if self.called is not None:
            self.session.captions.exclude(self.called, sample)
            self.called = None

    async def undisturbed(self) -> None:
        """Wait until no command is being recognised."""
        while self.recognising:
            await self.recognised.wait()

    def learn(self) -> None:
        """Keep what was learned about how slowly this wearer speaks."""
        if self.ears is not None:
            self.session.hub.learned(self.session.wearer, self.ears.pace)

    def drop(self) -> None:
        """It was no speech, or none came."""
        if self.ears is not None:
            self.give_back(self.ears.now)
        self.forget()
        self.session.post(on.Coughed())

    def forget(self) -> None:
        """Let go of an utterance that will not be heard to its end."""
        if self.utterance is not None:
            self.utterance.drop()
            self.utterance = None

    def hold(self, sample: int) -> None:
        """After a while of speech over an answer, the wearer means it."""
        if not self.held and sample - self.onset >= HELD:
            self.held = True
            self.session.post(on.SpeechHeld())

    def attend(self, effect: do.Listen | do.Rest) -> None:
        """Hear the wearer without a wake word, for a while, or no more."""
        if self.ears is None:
            return
        if self.always_awake:
            self.ears.open_window(inf)
        elif isinstance(effect, do.Rest):
            self.ears.close()
            self.forget()
        elif self.session.settings.ears.follow_up or not effect.follow_up:
            self.ears.open_window(self.session.settings.ears.follow_up or 6.0)

    def stay_awake(self) -> None:
        """Hear the wearer without a wake word from now on, as with `--no-wake`."""
        self.always_awake = True
        if self.ears is not None:
            self.ears.open_window(inf)

    @property
    def unfinished(self) -> bool:
        """Whether an utterance is still coming or being recognised."""
        waiting = self.utterances.statistics().current_buffer_used
        return self.utterance is not None or self.recognising or waiting > 0

    def press(self, *, down: bool) -> None:
        """Push-to-talk goes down or up."""
        self.session.post(on.Pressed(down))
        if self.ears is not None:
            for event in self.ears.push_to_talk(down):
                self.on(event)

    async def run(self) -> None:
        """Recognise utterances as they come, until cancelled."""
        async with self.send, self.utterances:
            async for utterance in self.utterances:
                self.recognising, self.recognised = True, anyio.Event()
                await self.try_to_recognise(utterance)
                self.recognising = False
                self.recognised.set()

    async def try_to_recognise(self, utterance: Utterance) -> None:
        """Hear one utterance to its end, or tell the wearer why that is not possible."""
        try:
            await self.recognise(utterance)
        except UnsupportedLanguage:
            await utterance.finished(PATIENCE)
            self.trouble("error-language-spoken")
        except Exception as error:  # noqa: BLE001 - a stranger's recogniser may raise anything
            report(log, "the recogniser failed", error)
            await utterance.finished(PATIENCE)
            self.trouble("error-recogniser")

    def trouble(self, message: str) -> None:
        """Tell the wearer that they were not heard, and why."""
        self.session.timeline.tell("error", message=message)
        self.session.post(on.Coughed())
        say = self.session.common(message)
        self.session.post(on.Noticed(say, self.session.state.language, earcon="error"))

    async def recognise(self, utterance: Utterance) -> None:
        """Hear one utterance to its end."""
        if RECOGNISER not in self.session.engines:
            raise MissingPart("no recogniser is available")
        language = self.session.state.language
        vocabulary = self.session.hub.vocabulary(language, self.session.state.question)
        async with self.session.engines[RECOGNISER].open(language, vocabulary) as recognition:
            while not utterance.dropped:
                sound = await utterance.news()
                transcript = await self.listen(recognition, sound, utterance)
                if transcript is not None:
                    self.partial(transcript, utterance)
                    if utterance.over:
                        await self.heard(transcript, utterance)
                        return

    def uncalled(self, text: str) -> str:
        """What was said, without a wake word before it."""
        words = self.session.settings.ears.wake_words
        return without_call(text, words, self.session.state.language)

    async def listen(
        self, recognition: Recognition, sound: Sound, utterance: Utterance
    ) -> Transcript | None:
        """Give the recogniser what came, and ask what it was; TimeoutError when it hangs.

        None when there is more to hear by now, or nothing at all.
        """
        with self.session.hub.gauge.busy(), anyio.fail_after(PATIENCE):
            await recognition.hear(sound)
            with utterance.thinking:
                return await recognition.transcript()
        return None

    def partial(self, transcript: Transcript, utterance: Utterance) -> None:
        """An unfinished utterance: how much longer to wait, and whether to fall silent for it."""
        text = self.uncalled(transcript.text)
        if not text or utterance is not self.utterance:
            return
        if self.ears is not None:
            begun = self.before.text if self.before is not None and utterance.at_once else ""
            finished = self.how_finished(text, transcript, begun)
            for event in self.ears.judge(finished, utterance.upto):
                self.on(event)
        self.session.post(on.Partial(text, insists=self.insists(text, transcript.language)))

    def how_finished(self, text: str, transcript: Transcript, begun: str) -> Completeness:
        """How complete an utterance is so far, by itself or after what was `begun`.

        An answer in the wearer's own words may go on. What nobody here understands is waited for
        longest: it may be a command misheard, and «I can't do that» loses nothing by coming late.
        """
        said = (text, self.uncalled(transcript.meant), transcript.doubt)
        reading = self.meaning(said, transcript.language)
        if begun and not stands_alone(reading):
            said = (f"{begun} {text}", "", 0.0)
            reading = self.meaning(said, transcript.language)
        match reading:
            case Answer(value=str()):
                return Completeness.OPEN
            case Answer() | Stop():
                return Completeness.COMPLETE
            case Unknown() if THINKER not in self.session.engines:
                return Completeness.DANGLING
        grammar = self.session.skills.grammar(transcript.language)
        finished = grammar.completeness(said[0], meant=said[1], doubt=said[2])
        return as_it_sounds(finished, transcript.goes_on)

    def meaning(self, said: tuple[str, str, float], language: Language) -> Reading:
        """What a sentence means now."""
        session = self.session
        now = session.hub.clock.now().astimezone(session.zone)
        grammar = session.skills.grammar(language)
        return read(grammar, session.state, session.turns.ask, said, Context(language, now))

    def insists(self, text: str, language: Language) -> bool:
        """Whether these words, spoken over an answer, must end it: a stop word, or two words."""
        speech = self.session.state.speech
        if speech is None:
            return False
        return is_stop(text, language) or not self.is_aside(text, language)

    def is_aside(self, text: str, language: Language) -> bool:
        """Whether words over an answer are none for the hub: a single one, or the answer's echo."""
        speech = self.session.state.speech
        if speech is None:
            return False
        words = split(text, language)
        return len(words) < 2 or " ".join(words) in " ".join(split(speech.said, language))

    async def heard(self, transcript: Transcript, utterance: Utterance) -> None:
        """A whole utterance: find out what it means and tell the conversation."""
        text, reading = self.understood(transcript)
        language = transcript.language
        begun, self.before = self.before, None
        if begun is not None and utterance.at_once and not stands_alone(reading):
            sound = begun.with_more(utterance.first, utterance.sound)
            whole, meaning = self.understood(await self.again(sound))
            if begun.goes_on_as(meaning):
                self.before = before(begun.first, sound, whole, meaning)
                self.session.post(on.Heard(whole, meaning, language, amends=True))
                return
        if not text or (isinstance(reading, Unknown) and self.is_aside(text, language)):
            self.session.post(on.Coughed())
            return
        self.before = before(utterance.first, utterance.sound, text, reading)
        self.session.post(on.Heard(text, reading, language))

    def understood(self, transcript: Transcript) -> tuple[str, Reading]:
        """What was said, without the wake word, and what it means now."""
        text, meant = self.uncalled(transcript.text), self.uncalled(transcript.meant)
        return text, self.meaning((text, meant, transcript.doubt), transcript.language)

    async def again(self, sound: Sound) -> Transcript:
        """Hear a sound anew, as one utterance; TimeoutError when the recogniser hangs."""
        language = self.session.state.language
        vocabulary = self.session.hub.vocabulary(language, self.session.state.question)
        with self.session.hub.gauge.busy(), anyio.fail_after(PATIENCE):
            async with self.session.engines[RECOGNISER].open(language, vocabulary) as recognition:
                await recognition.hear(sound)
                transcript: Transcript = await recognition.transcript()
        return transcript

    def typed(self, text: str, language: Language | None) -> None:
        """A sentence that was typed: it means what it says."""
        language = language or self.session.state.language
        self.before = None
        reading = self.meaning((text, "", 0.0), language)
        self.session.post(on.Heard(text, reading, language, typed=True))
