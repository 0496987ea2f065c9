"""List, play again, export and delete the journeys on which a wearer was led.

Works while a hub runs, and without one.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lorgnette.app.cli.verbs import add_deleting, add_limit, add_wearer, sure, verbs

if TYPE_CHECKING:
    from lorgnette.core.guidance.journal import Journal
    from lorgnette.engines import Logbook


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    each = verbs(
        parser,
        list="show which journeys are kept, the newest first",
        replay="play a journey again, and print what was said",
        export="write where somebody went to a file: GPX, for any map",
        delete="delete journeys, for ever",
    )
    add_wearer(*each.values(), what="journeys")
    add_limit(each["list"], 50)
    each["replay"].add_argument("journey", metavar="ID", help="its number, or a file")
    each["replay"].add_argument("--lang", metavar="LANG", help="en or zh; else as it was")
    each["export"].add_argument("journey", metavar="ID", help="its number, or a file")
    each["export"].add_argument("--out", type=Path, metavar="FILE.gpx", help="else standard output")
    add_deleting(each["delete"])
    for name in ("list", "replay"):
        each[name].add_argument("--json", action="store_true", help="one JSON object a line")


def run(given: argparse.Namespace) -> int:
    """Do one thing with the journeys."""
    import anyio

    return anyio.run(main, given)


async def main(given: argparse.Namespace) -> int:
    """Do what the verb says."""
    logbook = await logbook_of(given)
    if given.verb == "list":
        return await show_all(given, logbook)
    if given.verb == "delete":
        return await delete(given, logbook)
    journal = await journal_of(given.journey, logbook)
    return replay(given, journal) if given.verb == "replay" else export(given, journal)


async def logbook_of(given: argparse.Namespace) -> "Logbook":
    """The journeys of a wearer, of the hub that has this configuration."""
    from lorgnette.app.cli.stores import wearer_of
    from lorgnette.app.config import read
    from lorgnette.app.house import WAYS
    from lorgnette.store.journeys import FileJourneys

    config = read(given.config)
    return FileJourneys(config.folder / WAYS).of(await wearer_of(config, given.wearer))


async def journal_of(wanted: str, logbook: "Logbook") -> "Journal":
    """A journey by its number, or the one in a file. Raises ConfigurationError, NotFound."""
    return await logbook.one(int(wanted)) if wanted.isdecimal() else journal_in(Path(wanted))


def journal_in(path: Path) -> "Journal":
    """The journey in a file. Raises ConfigurationError."""
    from lorgnette.core.errors import ConfigurationError
    from lorgnette.core.guidance.journal import read

    try:
        with path.open("rb") as lines:
            return read(lines)
    except OSError as error:
        raise ConfigurationError(f"cannot read {path}: {error.strerror}") from error
    except ValueError as error:
        raise ConfigurationError(f"{path}: {error}") from error


async def show_all(given: argparse.Namespace, logbook: "Logbook") -> int:
    """Print which journeys there are."""
    import msgspec

    from lorgnette.app.cli.journey_texts import in_list

    every = await logbook.newest(limit=given.limit)
    for kept in every:
        print(msgspec.json.encode(kept).decode() if given.json else in_list(kept))
    if not every and not given.json:
        print("No journeys are kept.")
    return 0


def replay(given: argparse.Namespace, journal: "Journal") -> int:
    """Print what was said, and how it ended."""
    from lorgnette.app.cli.journey_texts import Tally, in_json, in_lines
    from lorgnette.app.driving import replayed
    from lorgnette.core.types import Language

    language = Language(given.lang) if given.lang else journal.head.language
    tally, lines = Tally(), in_json if given.json else in_lines
    for moment in replayed(journal):
        tally.take(moment)
        for line in lines(moment, language):
            print(line)
    print(tally, file=sys.stderr)
    return 0


def export(given: argparse.Namespace, journal: "Journal") -> int:
    """Write a journey as a track."""
    from lorgnette.app.transcribing.places import put
    from lorgnette.core.gpx import write

    put(write(journal.track()), given.out)
    if given.out:
        print(f"written to {given.out}", file=sys.stderr)
    return 0


async def delete(given: argparse.Namespace, logbook: "Logbook") -> int:
    """Delete journeys, once it is certain that this is wanted."""
    from lorgnette.app.cli.journey_texts import in_list
    from lorgnette.core.errors import NotFound

    kept = {each.id: each for each in await logbook.newest(limit=sys.maxsize)}
    for number in dict.fromkeys(given.ids):
        if number not in kept:
            raise NotFound(f"there is no journey {number}")
        if not sure(given, f"Delete for ever {in_list(kept[number]).strip()}"):
            return 1
        await logbook.delete(number)
        print(f"Deleted: journey {number}.")
    return 0
