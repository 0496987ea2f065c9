"""What is to be gone from disk by now is looked for when the hub starts, and every day."""

import logging
from datetime import timedelta

import anyio

from lorgnette.app.tracing import report
from lorgnette.core.clock import Clock
from lorgnette.core.errors import StoreFailed
from lorgnette.engines import Journeys, Meetings, Photos

log = logging.getLogger(__name__)

DAY = 86_400.0


async def tidy_daily(meetings: Meetings, clock: Clock, audio_days: int) -> None:
    """Forget the sound of meetings after so many days, until cancelled; 0 keeps it."""
    while True:
        until = clock.now() - timedelta(days=audio_days) if audio_days else None
        try:
            await meetings.tidy(audio_until=until)
        except StoreFailed as error:
            report(log, "old sound cannot be forgotten", error)
        await anyio.sleep(DAY)


async def tidy_journeys_daily(journeys: Journeys, clock: Clock, days: int) -> None:
    """Forget journeys after so many days, until cancelled; 0 keeps them."""
    while days:
        try:
            await journeys.tidy(clock.now() - timedelta(days=days))
        except StoreFailed as error:
            report(log, "old journeys cannot be forgotten", error)
        await anyio.sleep(DAY)


async def tidy_photos_daily(photos: Photos) -> None:
    """Remove what deleted and half-kept photos left on disk, until cancelled."""
    while True:
        try:
            await photos.tidy()
        except StoreFailed as error:
            report(log, "photos cannot be removed", error)
        await anyio.sleep(DAY)
