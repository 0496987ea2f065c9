"""Questions whose choices are gone through one by one."""

import pytest

from lorgnette.core.questions import Question
from lorgnette.core.readings import Answer
from lorgnette.core.types import Gesture

CHOICES = (("left",), ("middle",), ("right",))


@pytest.mark.parametrize(
    ("at", "gesture", "answer"),
    [
        (0, Gesture.SLIDE_FORWARD, Answer(choice=1, look=True)),
        (2, Gesture.SLIDE_FORWARD, Answer(choice=0, look=True)),
        (0, Gesture.SLIDE_BACK, Answer(choice=2, look=True)),
        (1, Gesture.TAP, Answer(choice=1)),
        (1, Gesture.DOUBLE_TAP, None),
        (1, Gesture.LONG_PRESS, None),
    ],
)
def test_a_slide_shows_another_choice_and_a_tap_takes_this_one(at, gesture, answer):
    assert Question("Which?", CHOICES, at=at).touched(gesture) == answer


@pytest.mark.parametrize("gesture", Gesture)
def test_where_no_choice_is_shown_a_touch_is_no_answer(gesture):
    assert Question("Which?", CHOICES).touched(gesture) is None
    assert Question("How long?", slot="timedelta").touched(gesture) is None
