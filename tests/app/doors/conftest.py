"""Doors with a store in memory, on the clock that jumps."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # so that tests find what is beside them

from lorgnette.app.clocks import SteppedClock
from lorgnette.app.doors.doors import Doors
from lorgnette.app.doors.ledger import Ledger
from lorgnette.store.sqlite import SQLite
from lorgnette.testing.stage import START


@pytest.fixture
def store():
    """A store in memory."""
    kept = SQLite(":memory:", SteppedClock(START))
    yield kept
    kept.connection.close()


@pytest.fixture
def ledger(store):
    """What is written down."""
    return Ledger(store, store.clock)


@pytest.fixture
def dismissed():
    """The numbers of glasses whose sessions were ended."""
    return []


@pytest.fixture
def doors(ledger, dismissed):
    """Doors that keep up with the ledger while their `run` does."""
    return Doors(ledger, dismissed.append)
