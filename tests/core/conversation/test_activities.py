"""Activities beside the conversation: one in front, others behind, and a room full of others."""

from lorgnette.core import effects as do
from lorgnette.core import events as on
from lorgnette.core.activities import Traits
from lorgnette.core.cards import Text
from lorgnette.core.conversation import REMARKS, State, step
from lorgnette.core.questions import Question
from lorgnette.core.readings import Answer, Intent, Stop
from lorgnette.core.types import ENGLISH, Epoch, Gesture

CAPTIONS = Traits("captions", room=True)
ROUTE = Traits("route", taps=True)
OFFER = on.OfferMade("1.1", "Delete it?")


def play(*events, state=None):
    """The state and all effects after some events."""
    state = state or State()
    effects = []
    for event in events:
        state, more = step(event, state)
        effects += more
    return state, effects


def heard(reading=None, text="words"):
    return on.Heard(text, reading or Intent("play.say"), ENGLISH)


def begun(*traits):
    """A conversation beside which activities go on."""
    state = State()
    for each in traits:
        state, _ = step(heard(), state)
        state, _ = step(on.Answered(state.epoch, begins=each), state)
    return state


def names(state):
    return [each.name for each in state.activities]


def answering(state):
    state, _ = step(heard(), state)
    return step(on.Answered(state.epoch, say="It is noon.", language=ENGLISH), state)[0]


def remark(say="hola", activity="captions"):
    return on.Remarked(activity, say, ENGLISH)


def about(topic, say, activity="captions"):
    return on.Remarked(activity, say, ENGLISH, topic)


def test_an_answer_begins_an_activity_and_gives_it_the_lens():
    state, _ = play(heard())
    state, effects = step(on.Answered(Epoch(1), begins=CAPTIONS), state)

    assert names(state) == ["captions"]
    assert effects[:3] == [do.Begin("captions"), do.Clear(), do.Front("captions")]


def test_an_answer_nobody_waits_for_any_more_begins_nothing():
    state, _ = play(heard(), heard())

    assert play(on.Answered(Epoch(1), begins=CAPTIONS), state=state) == (state, [])


def test_the_one_that_began_last_is_in_front_and_gives_way_when_it_is_left():
    state = begun(CAPTIONS, ROUTE)
    state, _ = play(heard(), state=state)
    state, effects = step(on.Answered(state.epoch, ends="route"), state)

    assert names(state) == ["captions"]
    assert effects[:2] == [do.End("route"), do.Front("captions")]


def test_one_of_the_same_name_takes_the_place_of_the_other():
    state, _ = play(heard(), state=begun(CAPTIONS, ROUTE))
    state, effects = step(on.Answered(state.epoch, begins=CAPTIONS), state)

    assert names(state) == ["route", "captions"]
    assert effects[:2] == [do.End("captions"), do.Begin("captions")]


def test_leaving_what_does_not_go_on_does_nothing():
    state, _ = play(heard())
    state, effects = step(on.Answered(state.epoch, ends="route"), state)

    assert not [each for each in effects if isinstance(each, do.End | do.Front)]


def test_what_is_over_by_itself_leaves_the_lens_to_the_next():
    state, effects = play(on.Over("route"), state=begun(CAPTIONS, ROUTE))

    assert (names(state), effects) == (["captions"], [do.Front("captions")])


def test_what_is_over_behind_the_others_leaves_the_lens_as_it_is():
    assert play(on.Over("captions"), state=begun(CAPTIONS, ROUTE))[1] == []


def test_a_stop_word_ends_the_answer_and_not_the_activity():
    state, effects = play(heard(Stop()), state=answering(begun(CAPTIONS)))

    assert names(state) == ["captions"]
    assert any(isinstance(each, do.Flush) for each in effects)


def test_a_stop_word_after_the_wake_word_that_cut_an_answer_off_means_the_answer():
    state, _ = play(on.Woke("hey"), heard(Stop()), state=answering(begun(CAPTIONS)))

    assert names(state) == ["captions"]


def test_a_stop_word_into_silence_ends_the_activity_in_front():
    state, effects = play(on.Woke("hey"), heard(Stop()), state=begun(CAPTIONS, ROUTE))

    assert names(state) == ["captions"]
    assert do.End("route") in effects


def test_a_double_tap_into_silence_does_so_too():
    assert names(play(on.Touched(Gesture.DOUBLE_TAP), state=begun(ROUTE))[0]) == []


def test_a_tap_is_for_the_activity_in_front_that_wants_taps():
    assert play(on.Touched(Gesture.TAP), state=begun(ROUTE))[1] == [do.Tap("route")]
    assert do.Listen() in play(on.Touched(Gesture.TAP), state=begun(ROUTE, CAPTIONS))[1]


def test_a_tap_during_an_answer_ends_the_answer():
    state, effects = play(on.Touched(Gesture.TAP), state=answering(begun(ROUTE)))

    assert names(state) == ["route"]
    assert do.Tap("route") not in effects


def test_a_remark_is_said_in_an_epoch_of_its_own_and_is_no_part_of_the_history():
    before = begun(CAPTIONS)
    state, effects = play(remark(), state=before)
    assert effects == [do.Speak(Epoch(before.epoch + 1), "hola", ENGLISH)]

    state, effects = play(on.Finished(state.epoch), state=state)
    assert effects == []
    assert state.history == before.history


def test_a_remark_is_signed_and_said_from_its_side():
    said = on.Remarked("route", "Turn left.", ENGLISH, earcon="left", side=-1)
    state, effects = play(said, state=begun(ROUTE))
    speech = do.Speak(state.epoch, "Turn left.", ENGLISH, side=-1)
    assert effects == [do.Sign("left"), speech]


def test_remarks_wait_for_a_free_floor_and_come_in_their_order():
    state = answering(begun(CAPTIONS))
    state, effects = play(remark("one"), remark("two"), state=state)
    assert effects == []

    state, effects = play(on.Finished(state.epoch), state=state)
    assert [each.text for each in effects if isinstance(each, do.Speak)] == ["one"]
    state, effects = play(on.Finished(state.epoch), state=state)
    assert [each.text for each in effects if isinstance(each, do.Speak)] == ["two"]


def test_remarks_that_waited_too_long_are_left_out():
    state, _ = play(*[remark(str(each)) for each in range(100)], state=answering(begun(CAPTIONS)))

    assert [each.say for each in state.remarks] == [str(each) for each in range(100 - REMARKS, 100)]


def test_of_remarks_about_one_thing_that_wait_only_the_last_is_said():
    waiting = [about("turn", "in 40 metres"), about("goal", "far"), about("turn", "now")]
    state, _ = play(*waiting, remark("one"), remark("two"), state=answering(begun(CAPTIONS)))

    assert [each.say for each in state.remarks] == ["far", "now", "one", "two"]


def test_what_waits_about_something_that_is_over_is_left_unsaid():
    waiting = [about("turn", "left"), about("turn", "left", "route"), about("goal", "far")]
    state, _ = play(*waiting, state=answering(begun(CAPTIONS, ROUTE)))
    state, effects = play(on.Hushed("captions", "turn"), state=state)

    assert effects == []
    assert [(each.activity, each.say) for each in state.remarks] == [
        ("route", "left"),
        ("captions", "far"),
    ]


def test_what_ends_says_no_more():
    state, _ = play(remark("one"), remark("two"), state=begun(CAPTIONS))
    state, effects = play(on.Over("captions"), state=state)

    assert [each for each in effects if isinstance(each, do.Flush)] == [do.Flush(state.epoch)]
    assert (state.speech, state.remarks) == (None, ())
    assert play(remark("late"), state=state) == (state, [])


def test_in_a_room_nobody_else_can_go_on_without_the_wake_word():
    state = answering(begun(CAPTIONS))
    assert play(on.Finished(state.epoch), state=state)[1] == []

    state = answering(begun(ROUTE))
    assert do.Listen(follow_up=True) in play(on.Finished(state.epoch), state=state)[1]


def test_in_a_room_a_question_may_be_answered_but_an_offer_needs_the_wake_word():
    question = Question("Which?", (("red",), ("green",)))
    state, _ = play(heard(), state=begun(CAPTIONS))
    _, effects = step(on.Answered(state.epoch, question=question), state)
    assert do.Listen() in effects

    _, effects = step(on.Answered(state.epoch, question=question, offer=OFFER), state)
    assert do.Sign("question") in effects
    assert not [each for each in effects if isinstance(each, do.Listen)]


def test_a_card_that_was_read_uncovers_the_activity():
    state, _ = play(heard(), state=begun(CAPTIONS))
    state, effects = step(on.Answered(state.epoch, card=Text(title="noon")), state)
    assert do.Clear() not in effects

    assert play(on.CardRead(state.epoch), state=state)[1] == [do.Clear()]


def test_a_card_stays_while_its_answer_is_said_and_while_it_asks():
    state, _ = play(heard(), state=begun(CAPTIONS))
    answer = on.Answered(state.epoch, say="It is noon.", card=Text(title="noon"))
    state, _ = step(answer, state)
    state, effects = play(on.CardRead(state.epoch), state=state)
    assert effects == []
    assert do.Clear() in play(on.Finished(state.epoch), state=state)[1]

    state, _ = play(heard(), state=begun(CAPTIONS))
    ask = on.Answered(state.epoch, card=Text(title="which?"), question=Question("Which?"))
    state, _ = step(ask, state)
    state, effects = play(on.CardRead(state.epoch), state=state)
    assert effects == []
    state, _ = play(heard(Answer(choice=0)), state=state)
    assert do.Clear() in step(on.Answered(state.epoch), state)[1]


def test_the_card_of_an_older_turn_is_not_the_one_that_was_read():
    state, _ = play(heard(), state=begun(CAPTIONS))
    old = state.epoch
    state, _ = step(on.Answered(old, card=Text(title="noon")), state)
    state, _ = play(heard(), state=state)
    state, _ = step(on.Answered(state.epoch, card=Text(title="one")), state)

    assert play(on.CardRead(old), state=state)[1] == []


def test_one_that_went_on_before_the_hub_was_away_begins_again():
    state, effects = play(on.Began(CAPTIONS))

    assert names(state) == ["captions"]
    assert do.Begin("captions") in effects
