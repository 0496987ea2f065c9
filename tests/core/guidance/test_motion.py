"""Which fixes are believed, and the speed and course that follow from them."""

import math

import pytest

from lorgnette.core.fixes import Fix
from lorgnette.core.geo import moved
from lorgnette.core.guidance.motion import STUBBORN, believed, doubted, doubtful, news
from lorgnette.core.guidance.pace import PACES
from lorgnette.core.guidance.state import Motion
from lorgnette.core.routes import Mode
from lorgnette.core.types import Spot

HERE = Spot(48.2, 16.37)
WALK, DRIVE = PACES[Mode.FOOT], PACES[Mode.CAR]


def walked(seconds, pace=1.5, **said):
    motion = Motion()
    for at in range(seconds):
        motion = believed(motion, Fix(float(at), moved(HERE, 90, pace * at), 5.0, **said))
    return motion


@pytest.mark.parametrize(
    "fix",
    [
        Fix(9.0, HERE),
        Fix(8.0, HERE),
        Fix(11.0, Spot(math.nan, 0)),
        Fix(11.0, Spot(91, 0)),
        Fix(11.0, HERE, -1.0),
        Fix(11.0, HERE, math.inf),
        Fix(math.nan, HERE),
    ],
)
def test_what_is_no_fix_or_from_the_past_is_no_news(fix):
    assert not news(walked(10), fix)


def test_the_next_fix_is_news():
    assert news(Motion(), Fix(0.0, HERE))
    assert news(walked(10), Fix(9.5, HERE))


def test_speed_and_course_are_measured_when_nobody_says_them():
    motion = walked(12)

    assert motion.speed == pytest.approx(1.5, rel=0.01)
    assert motion.course == pytest.approx(90, abs=0.1)


def test_who_trembles_on_the_spot_has_no_course():
    motion = Motion()
    for at in range(30):
        motion = believed(motion, Fix(float(at), moved(HERE, 120 * at, 2), 5.0))

    assert motion.course is None


def test_what_the_receiver_says_is_preferred_and_a_course_at_rest_is_none():
    assert walked(3, course=80.0, speed=1.5).course == 80
    assert walked(3, course=80.0).course is None  # too short to have measured any speed
    assert walked(3, course=80.0, speed=0.2).course is None


def test_a_walker_does_not_jump_by_half_a_street():
    motion = walked(10)
    jump = Fix(10.0, moved(motion.fix.spot, 0, 60), 6.0)

    assert doubtful(motion, jump, WALK)
    assert not doubtful(motion, Fix(10.0, moved(motion.fix.spot, 90, 1.5), 6.0), WALK)


def test_a_car_that_goes_on_is_believed_and_one_that_jumps_is_not():
    motion = walked(10, pace=14.0, speed=14.0, course=90.0)

    assert not doubtful(motion, Fix(10.0, moved(motion.fix.spot, 90, 14), 6.0), DRIVE)
    assert not doubtful(motion, Fix(10.0, moved(motion.fix.spot, 45, 12), 6.0), DRIVE)
    assert doubtful(motion, Fix(10.0, moved(motion.fix.spot, 0, 60), 6.0), DRIVE)


def test_after_a_long_gap_one_may_be_anywhere_one_can_have_come_to():
    motion = walked(10)

    assert not doubtful(motion, Fix(70.0, moved(motion.fix.spot, 0, 150), 6.0), WALK)


def test_who_stays_where_they_jumped_to_is_believed_in_the_end():
    motion, doubts = walked(10), 0
    away = moved(motion.fix.spot, 0, 5_000)
    for at in range(10, 30):
        fix = Fix(float(at), away, 6.0)
        if not doubtful(motion, fix, WALK):
            break
        motion, doubts = doubted(motion, fix), doubts + 1

    assert doubts == STUBBORN
    assert believed(motion, fix).fix.spot == away
