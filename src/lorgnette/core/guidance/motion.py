"""Which fixes are believed, and how somebody moves by those that are."""

from typing import Final

import msgspec

from lorgnette.core.fixes import Fix
from lorgnette.core.geo import bearing, metres, moved
from lorgnette.core.guidance.pace import Pace
from lorgnette.core.guidance.state import Motion

ROUGH: Final = 100.0
"""Metres of accuracy from which on a fix says nothing about streets."""

MOVING: Final = 1.0
"""Metres a second from which on a course is one."""

STUBBORN: Final = 6
"""Fixes in a row that say the same and were not believed: then it is so, after all."""

SURE: Final = 10.0
"""Metres that a fix may be off beyond what it says of itself."""

_WINDOW: Final = 5.0
_FRESH: Final = 0.5


def news(motion: Motion, fix: Fix) -> bool:
    """Whether a fix is one at all, and not from the past."""
    return fix.sound and (motion.at is None or fix.at > motion.at)


def doubtful(motion: Motion, fix: Fix, pace: Pace) -> bool:
    """Whether somebody who moved as they did cannot be there.

    Between tall houses a receiver jumps by half a street and comes back after some seconds. One
    that stays where it has jumped to is believed in the end. What one does without being seen one
    does during a gap: while there are fixes, though doubtful ones, less is possible.
    """
    last = motion.fix
    if last is None or motion.at is None or motion.doubts >= STUBBORN:
        return False
    gap, unseen = fix.at - last.at, fix.at - motion.at
    sudden = min((motion.speed + pace.usual) / 4 + unseen * pace.usual / 10, pace.top)
    reach = max(last.accuracy, fix.accuracy) + SURE + sudden * (unseen + (gap - unseen) / 4)
    if motion.course is None:
        return metres(last.spot, fix.spot) > reach + motion.speed * gap
    return metres(moved(last.spot, motion.course, motion.speed * gap), fix.spot) > reach


def doubted(motion: Motion, fix: Fix) -> Motion:
    """The motion after a fix that was not believed. One that is only rough is no jump."""
    jumped = fix.accuracy <= ROUGH
    return msgspec.structs.replace(motion, at=fix.at, doubts=motion.doubts + jumped)


def believed(motion: Motion, fix: Fix) -> Motion:
    """The motion after a fix that was believed."""
    since, speed, course = motion.since, motion.speed, motion.course
    if since is None or motion.doubts:
        since = fix
    elif fix.at - since.at >= _WINDOW:
        way = metres(since.spot, fix.spot)
        speed = way / (fix.at - since.at)
        moved = way > max(fix.accuracy, SURE) / 2 and speed > MOVING / 2
        course = bearing(since.spot, fix.spot) if moved else None
        since = fix
    if fix.speed is not None:
        fresh = _FRESH if motion.fix is not None else 1.0
        speed = motion.speed + fresh * (fix.speed - motion.speed)
    if fix.course is not None:
        course = fix.course if (speed if fix.speed is None else fix.speed) > MOVING else None
    return Motion(fix, since, fix.at, speed, course, 0)
