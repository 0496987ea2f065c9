"""Puts a hub together from a command's arguments."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio

from lorgnette.app.clocks import SystemClock
from lorgnette.app.composition import ENGINES, Engines, compose
from lorgnette.app.config import Config
from lorgnette.app.hub import Hub
from lorgnette.app.journal import Journal
from lorgnette.app.session.session import Session
from lorgnette.core.clock import Clock
from lorgnette.core.errors import ExtensionFailed
from lorgnette.engines import JOURNEYS, MEETINGS, PHOTOS, RECORDS, Key
from lorgnette.skills.catalogue import Catalogue, discover, load_file
from lorgnette.store.journeys import FileJourneys
from lorgnette.store.meetings import SQLiteMeetings
from lorgnette.store.photos import SQLitePhotos
from lorgnette.store.sqlite import SQLite

STORE = "lorgnette.sqlite"
"""The store's file in the hub's folder."""

SOUND = "meetings"
"""The folder in which the sound of meetings is, where it is kept."""

PICTURES = "photos"
"""The folder in which photos and films are."""

WAYS = "journeys"
"""The folder in which journeys are, where they are kept."""


def catalogue(file: Path | None = None, *, only: bool = False) -> Catalogue:
    """The installed skills, and the one in a file; with `only`, that one alone.

    Raises ExtensionFailed when the file's skill cannot be used: it was asked for by name.
    """
    skills = Catalogue([]) if only and file is not None else discover()
    if file is not None:
        skill = load_file(file)
        skills.add(skill)
        if skill.name in skills.set_aside:
            raise ExtensionFailed(skills.set_aside[skill.name])
    return skills


def open_store(config: Config, engines: Engines, clock: Clock, *, lasting: bool = True) -> None:
    """Give the engines a store: the hub's file, or one that forgets, without photos and journeys.

    Raises StoreFailed when the file cannot be used.
    """
    store = SQLite(config.folder / STORE if lasting else ":memory:", clock)
    engines.found[RECORDS] = store
    engines.found[MEETINGS] = meetings_in(store, config, lasting=lasting)
    engines.providers[RECORDS.name] = engines.providers[MEETINGS.name] = "sqlite"
    if lasting:
        engines.found[PHOTOS] = photos_in(store, config)
        engines.providers[PHOTOS.name] = "sqlite"
    if lasting and config.journeys.keep:
        engines.found[JOURNEYS] = FileJourneys(config.folder / WAYS)
        engines.providers[JOURNEYS.name] = "files"


def photos_in(store: SQLite, config: Config) -> SQLitePhotos:
    """The photos in a store, with their files in the hub's folder."""
    allowed = config.photos
    folder = config.folder / PICTURES
    return SQLitePhotos(store, folder, quota=allowed.quota, position=allowed.position)


def meetings_in(store: SQLite, config: Config, *, lasting: bool = True) -> SQLiteMeetings:
    """The meetings in a store, with their sound in the hub's folder."""
    folder = config.folder / SOUND if lasting else None
    return SQLiteMeetings(store, folder, keep_audio=config.meetings.keep_audio)


@asynccontextmanager
async def whole_hub(
    config: Config,
    file: Path | None = None,
    *,
    only: bool = False,
    lasting: bool = True,
    wanted: Iterable[Key[Any]] = ENGINES,
) -> AsyncIterator[Hub]:
    """A running hub with everything the configuration asks for, and the `wanted` engines."""
    clock = SystemClock()
    skills = catalogue(file, only=only)
    engines = compose(config, wanted)
    open_store(config, engines, clock, lasting=lasting)
    async with Hub(config, skills, engines, clock=clock) as hub:
        if config.privacy.journal:
            hub.make_journal = journals(config.folder / "journals", clock)
        yield hub


def journals(folder: Path, clock: Clock) -> Callable[[Session], Journal]:
    """Makes a journal for every session, named after the moment it began."""

    def make(session: Session) -> Journal:
        name = clock.now().strftime("%Y-%m-%dT%H-%M-%S-%f")
        return Journal(folder / f"{name}.jsonl", anyio.current_time, session.state.language)

    return make
