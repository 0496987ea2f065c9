"""Brings a file into the catalogue, lot by lot; what was kept stays, whatever happens."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lorgnette.app.goods.files import table
from lorgnette.app.goods.tables import Bad, Damaged, File, Kept
from lorgnette.core.goods import Good, Observation
from lorgnette.store.goods.shelves import Shelves

LOT: Final = 20_000
"""Rows that are kept at once: more take memory, fewer take longer, since an index is merged."""

TOLD: Final = 1_000
"""Rows that could not be used, of which the line and the reason are remembered."""


@dataclass
class Outcome:
    """What became of a file: the rows that were read now, what was kept of them, what was bad.

    `damaged` says why it could not be read to its end; then what an older file of the same name
    brought is still there. `already`: it is in the catalogue, and was not read again.
    """

    kind: str
    rows: int = 0
    goods: int = 0
    prices: int = 0
    bad: list[Bad] = field(default_factory=list)
    unusable: int = 0
    damaged: str = ""
    already: bool = False


@dataclass
class Lot:
    """What is to be kept next."""

    goods: list[Good] = field(default_factory=list)
    prices: list[Observation] = field(default_factory=list)
    line: int = 0


def bring_in(about: File, shelves: Shelves, progress: Callable[[float, Outcome], None]) -> Outcome:
    """Import a file, or the rest of it when it was begun before.

    Raises ConfigurationError when it is no file of goods, StoreFailed when the disk is full.
    """
    with closing(table(about)) as rows:
        source = shelves.begin(str(about.path.resolve()), rows.kind, mark(about.path))
        outcome, lot = Outcome(rows.kind, already=source.done), Lot(line=source.line)
        if outcome.already:
            return outcome
        try:
            for line, found in rows.read(source.line):
                take(outcome, lot, line, found)
                if outcome.rows % LOT == 0:
                    keep(shelves, source.id, outcome, lot)
                    progress(rows.share(), outcome)
        except Damaged as error:
            outcome.damaged = str(error)
        keep(shelves, source.id, outcome, lot)
    if not outcome.damaged:
        shelves.finish(source.id)
        progress(1.0, outcome)
    return outcome


def take(outcome: Outcome, lot: Lot, line: int, found: Kept) -> None:
    """Put what a row says to the lot."""
    outcome.rows += 1
    lot.line = line
    if found.good is not None:
        lot.goods.append(found.good)
    lot.prices += found.prices
    if found.problem:
        outcome.unusable += 1
        if len(outcome.bad) < TOLD:
            outcome.bad.append(Bad(line, found.problem))


def keep(shelves: Shelves, source: int, outcome: Outcome, lot: Lot) -> None:
    """Keep a lot, and begin another."""
    shelves.put(source, lot.line, lot.goods, lot.prices)
    outcome.goods += len(lot.goods)
    outcome.prices += len(lot.prices)
    lot.goods.clear()
    lot.prices.clear()


def mark(path: Path) -> str:
    """What tells a file from another of the same name."""
    about = path.stat()
    return f"{about.st_size}:{about.st_mtime_ns}"
