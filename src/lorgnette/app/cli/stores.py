"""The store of a hub, opened by a command; the hub may have it open as well."""

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from lorgnette.app.config import Config
    from lorgnette.app.doors.ledger import Ledger
    from lorgnette.core.types import Wearer
    from lorgnette.store.sqlite import SQLite


@asynccontextmanager
async def open_store(config: "Config") -> "AsyncIterator[SQLite]":
    """What the hub with this configuration remembers."""
    from lorgnette.app.clocks import SystemClock
    from lorgnette.app.house import STORE
    from lorgnette.store.sqlite import SQLite

    store = SQLite(config.folder / STORE, SystemClock())
    try:
        yield store
    finally:
        await store.aclose()


@asynccontextmanager
async def open_ledger(config: "Config") -> "AsyncIterator[Ledger]":
    """Who is paired with that hub."""
    from lorgnette.app.clocks import SystemClock
    from lorgnette.app.doors.ledger import Ledger

    async with open_store(config) as store:
        yield Ledger(store, SystemClock())


async def wearer_of(config: "Config", name: str | None) -> "Wearer":
    """The wearer of that name; the owner without one. Raises ConfigurationError."""
    from lorgnette.app.doors.ledger import OWNER

    if not name:
        return OWNER
    async with open_ledger(config) as ledger:
        return await ledger.wearer(name)
