"""Play a journal again: every event with the effects it has. A bug report is a failing replay."""

import argparse
from pathlib import Path

import msgspec

from lorgnette.app import journal
from lorgnette.core.errors import ConfigurationError


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("file", type=Path, help="a journal: JSON lines")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(given: argparse.Namespace) -> int:
    """Replay."""
    try:
        with given.file.open(encoding="utf-8") as lines:
            began, entries = journal.read(lines)
    except OSError as error:
        raise ConfigurationError(f"cannot read {given.file}: {error.strerror}") from error
    except ValueError as error:
        raise ConfigurationError(f"{given.file}: {error}") from error
    for entry, state, effects in journal.replay(began, entries):
        if given.json:
            line = {"at": entry.at, "event": entry.event, "epoch": state.epoch, "effects": effects}
            print(msgspec.json.encode(line, enc_hook=str).decode())
        else:
            print(f"{entry.at:9.3f}  {entry.event!r}")
            for effect in effects:
                print(f"{'':9}    → {effect!r}")
    return 0
