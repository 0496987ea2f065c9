"""Brings a file into the catalogue, lot by lot; what was kept stays, whatever happens."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from lorgnette.app.goods.files import Bad, table
from lorgnette.core.goods import Good, Observation
from lorgnette.store.goods.shelves import Shelves

LOT: Final = 5_000
"""Rows that are kept at once."""

TOLD: Final = 1_000
"""Rows that could not be used, of which the line and the reason are remembered."""


@dataclass
class Outcome:
    """What became of a file: rows read now and before, goods and prices kept, and what was bad."""

    kind: str
    rows: int = 0
    goods: int = 0
    prices: int = 0
    bad: list[Bad] = field(default_factory=list)
    unusable: int = 0
    already: bool = False


def bring_in(
    path: Path, shelves: Shelves, today: date, progress: Callable[[float, Outcome], None]
) -> Outcome:
    """Import a file, or the rest of it when it was begun before.

    Raises ConfigurationError when it is no file of goods, StoreFailed when the disk is full.
    """
    about = table(path, today)
    with closing(about):
        source = shelves.begin(str(path.resolve()), about.kind, mark(path))
        outcome = Outcome(about.kind, source.rows)
        if source.done:
            outcome.already = True
            return outcome
        goods, seen = list[Good](), list[Observation]()
        for found in about.read(source.rows):
            outcome.rows += 1
            if isinstance(found, Bad):
                outcome.unusable += 1
                if len(outcome.bad) < TOLD:
                    outcome.bad.append(found)
            else:
                if found[0] is not None:
                    goods.append(found[0])
                seen += found[1]
            if outcome.rows % LOT == 0:
                keep(shelves, source.id, outcome, goods, seen)
                progress(about.share(), outcome)
        keep(shelves, source.id, outcome, goods, seen)
        shelves.finish(source.id)
    progress(1.0, outcome)
    return outcome


def keep(
    shelves: Shelves, source: int, outcome: Outcome, goods: list[Good], seen: list[Observation]
) -> None:
    """Keep a lot, and begin another."""
    shelves.put(source, outcome.rows, goods, seen)
    outcome.goods += len(goods)
    outcome.prices += len(seen)
    goods.clear()
    seen.clear()


def mark(path: Path) -> str:
    """What tells a file from another of the same name."""
    about = path.stat()
    return f"{about.st_size}:{about.st_mtime_ns}"
