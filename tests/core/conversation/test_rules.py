"""Whoever speaks has the floor."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core import effects as do
from lorgnette.core import events as on
from lorgnette.core.conversation import HISTORY, NOTICES, Speech, State, change, step
from lorgnette.core.questions import Question
from lorgnette.core.readings import Answer, Intent, Stop, Unknown
from lorgnette.core.types import CHINESE, ENGLISH, Epoch, Gesture

YES_NO = Question("Delete it?", (("yes",), ("no",)))
OFFER = on.OfferMade("1.1", "Delete it?")


def play(*events, state=None):
    """The state and all effects after some events."""
    state = state or State()
    effects = []
    for event in events:
        state, more = step(event, state)
        effects += more
    return state, effects


def heard(text="what time is it", reading=None):
    return on.Heard(text, reading or Intent("clock.tell_time"), ENGLISH)


def speaking():
    """A conversation in which the hub answers."""
    state, _ = play(heard(), on.Answered(Epoch(1), say="It is noon. Quite noon.", language=ENGLISH))
    return play(
        on.Sounding(Epoch(1), "It is noon.", 16_000),
        on.Sounding(Epoch(1), "Quite noon.", 32_000, 16_000),
        state=state,
    )[0]


def test_a_command_is_run_in_a_new_epoch():
    state, effects = play(heard())

    assert effects == [do.RunTurn(Epoch(1), "what time is it", Intent("clock.tell_time"), ENGLISH)]
    assert state.working


def test_an_answer_of_an_older_epoch_is_dropped():
    state, _ = play(heard(), heard("stop that", Unknown()))

    later, effects = step(on.Answered(Epoch(1), say="late", language=ENGLISH), state)

    assert (later, effects) == (state, [])


def test_speech_over_an_answer_ducks_it_first():
    state, effects = play(on.SpeechStarted(), state=speaking())

    assert effects == [do.Duck(Epoch(1), on=True)]
    assert state.speech is not None


def test_a_cough_lets_the_answer_go_on_where_it_was():
    state, effects = play(on.SpeechStarted(), on.Coughed(), state=speaking())

    assert effects[-1] == do.Duck(Epoch(1), on=False)
    assert state.speech == speaking().speech


def test_speech_that_is_meant_ends_the_answer():
    state, effects = play(on.SpeechStarted(), on.SpeechHeld(), state=speaking())

    assert do.Flush(Epoch(1)) in effects
    assert state.epoch == 2
    assert state.speech is None


def test_history_keeps_what_was_heard_not_what_was_generated():
    state, _ = play(on.Played(Epoch(1), 24_000), on.SpeechHeld(), state=speaking())

    assert state.history[-1].heard == "It is noon. Quite"


def test_stop_words_flush_clear_and_rest():
    state, effects = play(heard("stop", Stop()), state=speaking())

    assert effects == [do.Flush(Epoch(1)), do.Clear(), do.Sign("done"), do.Rest()]
    assert not state.busy


def test_only_a_yes_commits_an_offer_and_only_once():
    state, _ = play(
        heard(), on.Answered(Epoch(1), "Delete it?", ENGLISH, question=YES_NO, offer=OFFER)
    )

    state, effects = play(heard("yes", Answer(choice=0)), state=state)
    assert do.Commit(Epoch(2), "1.1", ENGLISH) in effects

    _, effects = play(heard("yes", Answer(choice=0)), state=state)
    assert not [each for each in effects if isinstance(each, do.Commit)]


def test_another_command_withdraws_an_open_offer():
    state, _ = play(
        heard(), on.Answered(Epoch(1), "Delete it?", ENGLISH, question=YES_NO, offer=OFFER)
    )

    state, effects = play(heard(), state=state)

    assert do.Withdraw(Epoch(2), "1.1", ENGLISH, said_no=False) in effects
    assert state.offer is None


def test_a_notice_waits_until_the_floor_is_free():
    ring = on.Noticed("Your timer is done.", ENGLISH)

    state, effects = play(ring, state=speaking())
    assert effects == []

    state, effects = play(on.Finished(Epoch(1)), state=state)
    assert effects[-1] == do.Speak(Epoch(2), "Your timer is done.", ENGLISH)


def test_a_tap_listens_and_a_tap_on_speech_stops_it():
    assert do.Listen() in play(on.Touched(Gesture.TAP))[1]
    assert do.Flush(Epoch(1)) in play(on.Touched(Gesture.TAP), state=speaking())[1]


def test_follow_up_after_an_answer_and_patience_after_a_question():
    _, effects = play(on.Finished(Epoch(1)), state=speaking())
    assert effects == [do.Listen(follow_up=True)]

    state, _ = play(heard(), on.Answered(Epoch(1), "For how long?", ENGLISH, question=YES_NO))
    _, effects = play(on.Finished(Epoch(1)), state=state)
    assert effects == [do.Sign("question"), do.Listen(follow_up=False)]


epochs = st.integers(0, 12).map(Epoch)
readings = st.one_of(
    st.just(Stop()),
    st.just(Unknown()),
    st.just(Intent("a.b")),
    st.builds(Answer, st.sampled_from([0, 1, None])),
)
events = st.one_of(
    st.builds(on.Woke, st.just("hey")),
    st.builds(on.Touched, st.sampled_from(Gesture)),
    st.builds(on.Pressed, st.booleans()),
    st.just(on.SpeechStarted()),
    st.just(on.SpeechHeld()),
    st.just(on.Coughed()),
    st.builds(on.Partial, st.just("stop"), st.booleans()),
    st.builds(on.Heard, st.text(max_size=5), readings, st.just(ENGLISH), st.booleans()),
    st.builds(
        on.Answered,
        epochs,
        st.sampled_from(["", "Yes."]),
        st.just(ENGLISH),
        question=st.sampled_from([None, YES_NO]),
        offer=st.sampled_from([None, OFFER]),
        more=st.booleans(),
    ),
    st.builds(on.Noticed, st.just("ring"), st.just(ENGLISH)),
    st.builds(on.Sounding, epochs, st.just("Yes."), st.integers(0, 99), st.integers(0, 99)),
    st.builds(on.Played, epochs, st.integers(0, 99)),
    st.builds(on.Finished, epochs),
    st.builds(on.LanguageChosen, st.just(CHINESE)),
    st.just(on.Left()),
)


@given(st.lists(events, max_size=60))
def test_whatever_happens_the_rules_hold(happened):
    state = State()
    for event in happened:
        before = state
        state, effects = step(event, state)
        assert step(event, before) == (state, effects)
        assert state.epoch >= before.epoch
        assert len(state.history) <= HISTORY
        assert len(state.notices) <= NOTICES
        commits = [each for each in effects if isinstance(each, do.Commit)]
        assert not commits or (isinstance(event, on.Heard) and before.offer is not None)
        for effect in effects:
            if isinstance(effect, do.Speak | do.RunTurn | do.Show):
                assert effect.epoch == state.epoch


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=5), st.integers(0, 6000))
def test_what_was_heard_is_a_beginning_of_what_was_said(lengths, played):
    ends = [*itertools.accumulate(lengths)]
    sentences = tuple(
        on.Sounding(Epoch(1), f"sentence number {number}.", end, end - length)
        for number, (length, end) in enumerate(zip(lengths, ends, strict=True))
    )
    speech = Speech(Epoch(1), ENGLISH, sentences=sentences, played=played)

    said = " ".join(one.text for one in sentences)
    assert said.startswith(speech.heard)


def test_an_answer_broken_off_in_its_first_sentence_was_heard_in_part():
    state, _ = play(heard(), on.Answered(Epoch(1), say="It is noon already.", language=ENGLISH))
    state, _ = play(
        on.Sounding(Epoch(1), "It is noon already.", 20_000),
        on.Played(Epoch(1), 10_000),
        on.SpeechHeld(),
        state=state,
    )

    assert state.history[-1].heard == "It is"


def test_the_end_of_a_sentence_is_corrected_when_it_is_known():
    state, _ = play(
        on.Sounding(Epoch(1), "Quite noon.", 40_000, 16_000),
        on.Played(Epoch(1), 32_000),
        state=speaking(),
    )
    assert state.speech.heard == "It is noon. Quite"

    state, _ = play(on.Sounding(Epoch(1), "Quite noon.", 32_000, 16_000), state=state)
    assert state.speech.heard == "It is noon. Quite noon."


def test_what_was_said_to_its_end_was_heard_whole_whatever_was_reported():
    state, _ = play(on.Played(Epoch(1), 31_000), on.Finished(Epoch(1)), state=speaking())

    assert state.history[-1].heard == "It is noon. Quite noon."


def test_a_language_chosen_on_the_glasses_is_the_conversations_own():
    state, effects = play(on.LanguageChosen(CHINESE), state=speaking())

    assert state == change(speaking(), language=CHINESE)
    assert effects == []


def test_the_rest_of_a_command_takes_the_place_of_its_beginning():
    _, effects = play(
        on.Heard("a tea with milk", Intent("bar.pour"), ENGLISH, amends=True), state=speaking()
    )

    assert effects[-1] == do.RunTurn(
        effects[-1].epoch, "a tea with milk", Intent("bar.pour"), ENGLISH, amends=True
    )
    assert do.Flush in map(type, effects)
