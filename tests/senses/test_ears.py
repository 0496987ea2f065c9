import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.core.completeness import Completeness
from lorgnette.senses.ears import Ears, Listening
from lorgnette.senses.endpoint import Pace
from lorgnette.senses.events import (
    Coughed,
    Paused,
    Resumed,
    Sounded,
    SpeechEnded,
    SpeechStarted,
    WindowClosed,
    Woke,
)
from lorgnette.senses.rules import EarRules
from lorgnette.testing.signals import (
    ScriptedVoiceActivity,
    ScriptedWakeWord,
    called,
    quiet,
    voiced,
)

JARVIS = "hey jarvis"


class Glasses:
    """Somebody's ears, and what they noticed."""

    def __init__(self, rules=None, pace=None):
        wake = ScriptedWakeWord().open([JARVIS])
        self.ears = Ears(wake, ScriptedVoiceActivity(), rules, pace)
        self.sent = 0
        self.events = []

    def hear(self, *sounds, chunk=320):
        sound = b"".join(sounds)
        for at in range(0, len(sound), chunk * 2):
            piece = sound[at : at + chunk * 2]
            self.events += self.ears.hear(self.sent, piece)
            self.sent += len(piece) // 2
        return self

    def do(self, events):
        self.events += events
        return self

    @property
    def script(self):
        """The events but the sounds, with their seconds."""
        return [
            " ".join([type(event).__name__, *map(shown, fields(event))])
            for event in self.events
            if not isinstance(event, Sounded)
        ]

    @property
    def kinds(self):
        return [type(event) for event in self.events if not isinstance(event, Sounded)]

    @property
    def sound(self):
        return b"".join(event.sound for event in self.events if isinstance(event, Sounded))


def fields(event):
    fields = [getattr(event, name) for name in event.__struct_fields__]
    return [field for field in fields if field is not False]


def shown(value):
    if value is True:
        return "at once"
    return value if isinstance(value, str) else f"{value / 16_000:.1f}"


def test_a_command_after_the_wake_word():
    glasses = Glasses().hear(quiet(1.04), called(JARVIS), quiet(0.4), voiced(1.5), quiet(2))

    assert glasses.script == [
        "Woke hey jarvis 1.7",
        "SpeechStarted 2.0",
        "Paused 3.5",
        "SpeechEnded 2.0 3.5",
    ]
    assert glasses.ears.listening is Listening.WAITING


def test_a_command_in_the_same_breath_begins_after_the_wake_word():
    glasses = Glasses().hear(quiet(1), called(JARVIS), voiced(1.5), quiet(2))

    woke, started, *_ = glasses.events
    assert woke.sample <= started.sample <= woke.sample + 512
    assert len(glasses.sound) / 32_000 == pytest.approx(1.4 + 0.6, abs=0.15)


def test_the_recogniser_hears_what_was_before_the_first_sign_of_speech():
    glasses = Glasses()
    glasses.ears.open_window()
    glasses.hear(quiet(1), voiced(0.3), voiced(0.3, 5000), quiet(1))

    assert voiced(0.3) + voiced(0.3, 5000) in glasses.sound
    first = next(event for event in glasses.events if isinstance(event, Sounded))
    assert first.first == pytest.approx(0.75 * 16_000, abs=640)


def test_without_a_wake_word_nothing_is_heard():
    glasses = Glasses().hear(quiet(1), voiced(3), quiet(2))

    assert glasses.events == []


def test_the_window_closes_when_nobody_speaks():
    glasses = Glasses()
    glasses.ears.open_window()
    assert glasses.ears.listening is Listening.AWAKE
    glasses.hear(quiet(7), voiced(1))

    assert glasses.script == ["WindowClosed 6.0"]


def test_who_began_before_the_window_closed_is_heard():
    glasses = Glasses()
    glasses.ears.open_window(2)
    glasses.hear(quiet(1.98), voiced(1), quiet(1))

    assert glasses.kinds == [SpeechStarted, Paused, SpeechEnded]


def test_an_endless_window_hears_one_utterance_after_the_other():
    glasses = Glasses()
    glasses.ears.open_window(math.inf)
    glasses.hear(*[quiet(1), voiced(1)] * 3, quiet(60))

    assert glasses.kinds == [SpeechStarted, Paused, SpeechEnded] * 3
    assert glasses.ears.listening is Listening.AWAKE


@pytest.mark.parametrize(
    ("completeness", "wait"),
    [(Completeness.COMPLETE, 0.2), (Completeness.OPEN, 0.6), (Completeness.DANGLING, 1.2)],
)
def test_the_end_waits_for_what_is_missing(completeness, wait):
    glasses = Glasses()
    glasses.ears.open_window()
    glasses.hear(quiet(1), voiced(1), quiet(0.17))
    assert glasses.kinds == [SpeechStarted, Paused]
    glasses.do(glasses.ears.judge(completeness, glasses.ears.now))
    while SpeechEnded not in glasses.kinds:
        glasses.hear(quiet(0.02))

    assert glasses.sent / 16_000 == pytest.approx(2 + wait, abs=0.045)


def test_a_late_verdict_ends_what_has_long_been_silent():
    glasses = Glasses()
    glasses.ears.open_window()
    glasses.hear(quiet(1), voiced(1), quiet(0.5))

    events = glasses.ears.judge(Completeness.COMPLETE, 2 * 16_000)
    assert [type(event) for event in events] == [SpeechEnded]


def test_a_verdict_on_what_was_said_before_says_nothing_about_what_came_after():
    glasses = Glasses()
    glasses.ears.open_window()
    glasses.hear(quiet(1), voiced(1))
    glasses.do(glasses.ears.judge(Completeness.COMPLETE, glasses.ears.now))
    glasses.hear(voiced(1), quiet(0.4))

    assert glasses.kinds == [SpeechStarted, Paused]


def test_a_pause_in_a_dangling_sentence_cuts_nobody_off():
    glasses = Glasses()
    glasses.ears.open_window()
    glasses.hear(quiet(1), voiced(1), quiet(0.17))
    glasses.do(glasses.ears.judge(Completeness.DANGLING, glasses.ears.now))
    glasses.hear(quiet(0.63), voiced(1), quiet(1))

    assert glasses.kinds == [SpeechStarted, Paused, Resumed, Paused, SpeechEnded]


def test_a_slow_speaker_is_given_more_time():
    def ended_after(pace):
        glasses = Glasses(pace=pace)
        glasses.ears.open_window()
        glasses.hear(quiet(1), voiced(1))
        while SpeechEnded not in glasses.kinds:
            glasses.hear(quiet(0.02))
        return glasses.sent / 16_000 - 2

    assert ended_after(Pace(1.5)) == pytest.approx(0.9, abs=0.045)


def test_the_pace_is_learned_from_pauses_and_from_being_cut_off():
    glasses = Glasses()
    glasses.ears.open_window(math.inf)
    glasses.hear(quiet(1), voiced(1), quiet(0.55), voiced(1))
    slower = glasses.ears.pace.factor
    assert slower > 1

    glasses.hear(quiet(0.8), voiced(1), quiet(5))
    assert glasses.ears.pace.factor > slower


def test_a_cough_is_told_soon():
    glasses = Glasses()
    glasses.ears.talking(on=True)
    glasses.hear(quiet(1), voiced(0.06))
    while Coughed not in glasses.kinds:
        glasses.hear(quiet(0.02))

    assert glasses.kinds == [SpeechStarted, Paused, Coughed]
    assert glasses.sent / 16_000 < 1.4


def test_an_interruption_is_noticed_in_time():
    glasses = Glasses()
    glasses.ears.talking(on=True)
    glasses.hear(quiet(3))
    while SpeechStarted not in glasses.kinds:
        glasses.hear(voiced(0.02))

    assert glasses.sent / 16_000 - 3 <= 0.2


def test_only_the_wake_word_interrupts_where_nothing_else_may():
    glasses = Glasses()
    glasses.ears.talking(on=True, barge_in=False)
    glasses.hear(quiet(1), voiced(1), quiet(1))
    assert glasses.events == []

    glasses.hear(called(JARVIS), quiet(0.5))
    assert glasses.kinds == [Woke]


def test_when_the_hub_falls_silent_interruptions_end_but_not_the_sentence():
    glasses = Glasses()
    glasses.ears.talking(on=True)
    glasses.hear(quiet(1), voiced(0.5))
    glasses.ears.talking(on=False)
    glasses.hear(voiced(0.5), quiet(1), voiced(1))

    assert glasses.kinds == [SpeechStarted, Paused, SpeechEnded]


def test_a_wake_word_starts_over():
    glasses = Glasses()
    glasses.ears.open_window()
    glasses.hear(quiet(1), voiced(1), quiet(0.3), called(JARVIS), quiet(0.4), voiced(1), quiet(1))

    kinds = [kind for kind in glasses.kinds if kind not in (Paused, Resumed)]
    assert kinds == [SpeechStarted, Coughed, Woke, SpeechStarted, SpeechEnded]


def test_push_to_talk_is_one_utterance_to_the_last_sample():
    glasses = Glasses().hear(quiet(1.01))
    glasses.do(glasses.ears.push_to_talk(pressed=True))
    assert glasses.ears.listening is Listening.HELD
    glasses.hear(voiced(1), quiet(2), voiced(1.003))
    glasses.do(glasses.ears.push_to_talk(pressed=False))
    glasses.hear(quiet(2))

    assert glasses.script == ["SpeechStarted 0.7", "SpeechEnded 0.7 5.0"]
    assert glasses.sound.endswith(voiced(1) + quiet(2) + voiced(1.003))
    assert glasses.ears.push_to_talk(pressed=False) == []


def test_push_to_talk_takes_over():
    glasses = Glasses()
    glasses.ears.open_window()
    glasses.hear(quiet(1), voiced(1))
    glasses.do(glasses.ears.push_to_talk(pressed=True))

    assert glasses.kinds == [SpeechStarted, Coughed, SpeechStarted]


def test_the_longest_utterance_is_bounded():
    glasses = Glasses(EarRules(longest=5))
    glasses.ears.open_window()
    glasses.hear(quiet(1), voiced(8))
    assert glasses.script == ["SpeechStarted 1.0", "SpeechEnded 1.0 6.0"]

    glasses.do(glasses.ears.push_to_talk(pressed=True)).hear(quiet(8))
    assert glasses.ears.listening is Listening.WAITING


def test_closing_forgets_everything():
    glasses = Glasses()
    glasses.ears.open_window()
    glasses.hear(quiet(1), voiced(1))
    glasses.ears.close()
    glasses.hear(voiced(1), quiet(2))

    assert glasses.kinds == [SpeechStarted]
    assert glasses.ears.listening is Listening.WAITING


def test_what_is_lost_for_good_ends_the_utterance():
    glasses = Glasses()
    glasses.ears.open_window()
    glasses.hear(quiet(1), voiced(1))
    glasses.sent += 16_000
    glasses.hear(quiet(0.1))

    assert glasses.script == ["SpeechStarted 1.0", "SpeechEnded 1.0 2.0"]


def test_what_is_lost_for_good_ends_what_is_held():
    glasses = Glasses()
    glasses.ears.push_to_talk(pressed=True)
    glasses.hear(voiced(1.02), chunk=100_000)
    glasses.sent += 16_000
    glasses.hear(voiced(0.51), chunk=100_000)

    assert glasses.script == ["SpeechStarted 0.0", "SpeechEnded 0.0 1.0"]
    assert len(glasses.sound) / 32_000 == pytest.approx(1.0, abs=0.04)


def test_the_first_sample_may_have_any_number():
    glasses = Glasses()
    glasses.sent = 10**9
    glasses.ears.open_window(2)
    glasses.hear(quiet(1), voiced(1), quiet(1))
    assert glasses.kinds == [SpeechStarted, Paused, SpeechEnded]

    held = Glasses()
    held.sent = 10**9
    assert held.ears.push_to_talk(pressed=True) == []
    held.hear(voiced(1)).do(held.ears.push_to_talk(pressed=False))
    assert held.events[0] == SpeechStarted(10**9)
    assert held.events[-1] == SpeechEnded(10**9, 10**9 + 16_000)


def test_a_gap_takes_nothing_from_the_window():
    glasses = Glasses().hear(quiet(1))
    glasses.ears.open_window(2)
    glasses.sent += 160_000
    glasses.hear(quiet(1), voiced(1), quiet(1))

    assert glasses.kinds == [SpeechStarted, Paused, SpeechEnded]


SOUNDS = st.lists(
    st.one_of(
        st.builds(quiet, st.floats(0, 1.5)),
        st.builds(voiced, st.floats(0, 1.0)),
        st.builds(called, st.just(JARVIS)),
    ),
    max_size=8,
)


@settings(max_examples=30, deadline=None)
@given(SOUNDS, st.lists(st.integers(1, 6000), max_size=60), st.sampled_from(["", "open", "held"]))
def test_chunks_make_no_difference(sounds, sizes, how):
    def heard(sizes):
        glasses = Glasses(EarRules(longest=2))
        if how == "open":
            glasses.ears.open_window(math.inf)
        elif how == "held":
            glasses.ears.push_to_talk(pressed=True)
        sound = b"".join(sounds)
        for size in sizes:
            glasses.hear(sound[glasses.sent * 2 : (glasses.sent + size) * 2])
        return glasses.hear(sound[glasses.sent * 2 :], chunk=10**9).events

    assert heard(sizes) == heard([])


ACTS = st.one_of(
    st.tuples(st.just("hear"), st.integers(-999, 9999), st.binary(max_size=3000)),
    st.tuples(st.just("voice"), st.floats(0, 1)),
    st.tuples(st.just("quiet"), st.floats(0, 1)),
    st.tuples(st.just("call")),
    st.tuples(st.just("window"), st.floats(-1, math.inf)),
    st.tuples(st.just("press"), st.booleans()),
    st.tuples(st.just("talk"), st.booleans()),
    st.tuples(st.just("judge"), st.sampled_from(Completeness), st.integers()),
    st.tuples(st.just("close")),
)


def act(glasses, what, *values):
    match what, *values:
        case "hear", jump, sound:
            glasses.do(glasses.ears.hear(glasses.sent + jump, sound))
            glasses.sent = max(glasses.sent, glasses.sent + jump + len(sound) // 2)
        case "voice", seconds:
            glasses.hear(voiced(seconds), chunk=1000)
        case "quiet", seconds:
            glasses.hear(quiet(seconds), chunk=1000)
        case ("call",):
            glasses.hear(called(JARVIS), chunk=1000)
        case "window", seconds:
            glasses.ears.open_window(seconds)
        case "press", pressed:
            glasses.do(glasses.ears.push_to_talk(pressed))
        case "talk", on:
            glasses.ears.talking(on)
        case "judge", completeness, upto:
            glasses.do(glasses.ears.judge(completeness, upto))
        case _:
            glasses.ears.close()
            glasses.events.append(None)


@settings(max_examples=40, deadline=None)
@given(st.lists(ACTS, max_size=15), st.sampled_from([0.7, 30.0]))
def test_whatever_happens_utterances_begin_and_end_in_order(acts, longest):
    glasses = Glasses(EarRules(longest=longest))
    for step in acts:
        act(glasses, *step)

    begun, upto = None, None
    for event in glasses.events:
        match event:
            case SpeechStarted(sample):
                assert begun is None
                begun, upto = sample, None
            case Sounded(first, sound):
                assert begun is not None
                assert upto in (None, first)
                upto = first + len(sound) // 2
            case Paused() | Resumed():
                assert begun is not None
            case SpeechEnded(first, last) | Coughed(first, last):
                assert begun == first <= last
                begun = None
            case Woke() | WindowClosed():
                assert begun is None
            case None:
                begun = None
    listening = glasses.ears.listening
    assert begun is None or listening in (Listening.HEARING, Listening.HELD)
    assert begun is not None or listening is not Listening.HEARING


def test_who_goes_on_right_after_what_was_no_end_is_told_apart():
    glasses = Glasses()
    glasses.ears.open_window(math.inf)
    glasses.hear(quiet(1), voiced(1), quiet(0.7), voiced(1), quiet(3), voiced(1))

    starts = [event.at_once for event in glasses.events if isinstance(event, SpeechStarted)]
    assert starts == [False, True, False]


def test_a_voice_that_is_just_coming_back_is_no_silence():
    glasses = Glasses()
    glasses.ears.open_window(math.inf)
    glasses.hear(quiet(1.024), voiced(1.024), quiet(0.544), voiced(0.032))
    glasses.do(glasses.ears.judge(Completeness.COMPLETE, glasses.ears.now))
    glasses.hear(voiced(1))

    assert glasses.kinds == [SpeechStarted, Paused, Resumed]
