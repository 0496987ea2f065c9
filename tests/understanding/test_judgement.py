from lorgnette.core.readings import Intent, Unknown, Unsure
from lorgnette.understanding.judgement import judge
from lorgnette.understanding.leniency import USUAL
from lorgnette.understanding.meaning import Meaning
from lorgnette.understanding.mend import Guess


def meaning(action, cost, *, right=5, careful=False, anchors=1):
    guess = Guess(cost=cost, matched=5, right=right, anchors=anchors)
    return Meaning(Intent(action), guess, careful)


def test_nothing_was_found():
    assert judge([], None, USUAL) == Unknown()


def test_a_cheap_one_far_from_the_next_counts():
    assert judge([meaning("a", 0.5), meaning("b", 1.5)], None, USUAL) == Intent("a")


def test_two_that_are_close_become_a_question():
    assert judge([meaning("a", 0.5), meaning("b", 0.6)], None, USUAL) == Unsure(
        (Intent("a"), Intent("b"))
    )


def test_too_costly_or_too_little_heard_is_unknown():
    assert judge([meaning("a", 2.5)], None, USUAL) == Unknown()
    assert judge([meaning("a", 0.5, right=2)], None, USUAL) == Unknown()
    assert judge([meaning("a", 0.5, anchors=0)], None, USUAL) == Unknown()


def test_careful_actions_are_asked_about():
    assert judge([meaning("pay", 0.5, careful=True)], None, USUAL) == Unsure((Intent("pay"),))
    assert judge([meaning("pay", 0.1, careful=True)], None, USUAL) == Intent("pay")
    assert isinstance(
        judge([meaning("pay", 0.1, careful=True), meaning("b", 0.9)], None, USUAL), Unsure
    )


def test_a_doubtful_hint_settles_it_or_makes_it_a_question():
    close = [meaning("a", 0.5), meaning("b", 0.6)]

    assert judge(close, Intent("a", cost=0.8), USUAL) == Intent("a")
    assert judge([meaning("a", 0.5)], Intent("c"), USUAL) == Unsure((Intent("a"), Intent("c")))
    assert judge([], Intent("c"), USUAL) == Unknown()
