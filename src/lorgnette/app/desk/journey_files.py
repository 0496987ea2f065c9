"""The journeys of a wearer as the files of an archive."""

from lorgnette.app.desk.meeting_files import Files, once
from lorgnette.core.gpx import write
from lorgnette.engines import Kept, Logbook

MOST = 100_000
"""Journeys: more than anybody has."""


async def journey_files(logbook: Logbook) -> Files:
    """Every journey as a track, which any program for maps can open."""
    for kept in await logbook.newest(limit=MOST):
        journal = await logbook.one(kept.id)
        yield f"journeys/{name_of(kept)}", once(write(journal.track()))


def name_of(kept: Kept) -> str:
    """What the file of a journey is called: by when it began."""
    return f"{kept.head.began:%Y-%m-%dT%H-%M-%S}-{kept.id}.gpx"
