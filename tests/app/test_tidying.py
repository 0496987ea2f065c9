"""The sound of meetings is gone when it is old, whether or not the hub ran on that day."""

from datetime import timedelta

import anyio
import pytest

from lorgnette.app.clocks import SteppedClock
from lorgnette.app.tidying import DAY, tidy_daily, tidy_photos_daily
from lorgnette.core.errors import StoreFailed
from lorgnette.testing.turns import NOW


class Asked:
    """Meetings that write down what they are asked, and fail the first time if they are to."""

    def __init__(self, *, fails=False):
        self.fails = fails
        self.until = []

    async def tidy(self, *, audio_until=None):
        self.until.append(audio_until)
        if self.fails and len(self.until) == 1:
            raise StoreFailed("the disk is full")
        return 0


@pytest.mark.parametrize("fails", [False, True])
async def test_it_is_looked_at_the_start_and_every_day(fails):
    meetings = Asked(fails=fails)
    with anyio.move_on_after(2.5 * DAY):
        await tidy_daily(meetings, SteppedClock(NOW), 30)
    assert meetings.until == [NOW + timedelta(days=days - 30) for days in range(3)]


async def test_sound_can_be_kept_as_long_as_its_meeting():
    meetings = Asked()
    with anyio.move_on_after(1):
        await tidy_daily(meetings, SteppedClock(NOW), 0)
    assert meetings.until == [None]


@pytest.mark.parametrize("fails", [False, True])
async def test_what_photos_left_is_removed_at_the_start_and_every_day(fails):
    photos = Asked(fails=fails)
    with anyio.move_on_after(2.5 * DAY):
        await tidy_photos_daily(photos)
    assert len(photos.until) == 3
