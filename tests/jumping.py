"""Trio's clock that jumps to the next deadline as soon as nobody has anything to do."""

from math import inf

from trio.testing import MockClock
from trio.to_thread import current_default_thread_limiter

PATIENCE = 60
"""Real seconds after which time goes on without a thread: it hangs."""


def jumping():
    """A clock that jumps, and stands still while a thread is at work.

    Of itself it would go on at once, so that a deed of a moment took as many hours as its thread
    took to be given the processor. With nothing to jump to it sleeps until the thread is done.
    """
    clock = MockClock(autojump_threshold=0)
    seconds_to = clock.deadline_to_sleep_time

    def deadline_to_sleep_time(deadline):
        threshold = PATIENCE if current_default_thread_limiter().borrowed_tokens else 0
        threshold = inf if deadline == inf else threshold
        if threshold != clock.autojump_threshold:
            clock.autojump_threshold = threshold
        return seconds_to(deadline)

    clock.deadline_to_sleep_time = deadline_to_sleep_time
    return clock
