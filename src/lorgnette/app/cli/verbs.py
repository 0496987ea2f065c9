"""Commands that do several things: their verbs, and what verbs have in common."""

import argparse
import sys
from typing import Any


def verbs(parser: argparse.ArgumentParser, /, **about: str) -> dict[str, argparse.ArgumentParser]:
    """A parser for each verb, with what it does. One of them must be said."""
    added = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    return {
        verb: added.add_parser(verb, help=what, description=what) for verb, what in about.items()
    }


def add_json(*parsers: argparse.ArgumentParser) -> None:
    """What is printed for programs, all as one value; see `in_json`."""
    for parser in parsers:
        parser.add_argument("--json", action="store_true", help="print JSON, for programs")


def add_limit(parser: argparse.ArgumentParser, most: int) -> None:
    """How many are printed."""
    parser.add_argument(
        "--limit", type=positive, default=most, metavar="N", help=f"at most so many; {most}"
    )


def add_wearer(*parsers: argparse.ArgumentParser, what: str) -> None:
    """Whose things it is about."""
    for parser in parsers:
        parser.add_argument("--wearer", metavar="NAME", help=f"whose {what}; else yours")


def add_deleting(parser: argparse.ArgumentParser) -> None:
    """Which are deleted, and whether they are asked about; see `sure`."""
    parser.add_argument("ids", type=int, nargs="+", metavar="ID", help="their numbers")
    parser.add_argument("--yes", action="store_true", help="do not ask")


def positive(text: str) -> int:
    """A number from 1 on."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def in_json(value: Any) -> str:
    """Anything, for programs."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def sure(given: argparse.Namespace, question: str) -> bool:
    """Whether something is to be deleted: unless that was said at once, it is asked.

    Raises ConfigurationError when there is nobody to ask.
    """
    from lorgnette.core.errors import ConfigurationError

    if given.yes:
        return True
    if not sys.stdin.isatty():
        raise ConfigurationError("nobody can be asked here: say --yes to delete without asking")
    answer: Any = input(f"{question}? [y/N] ")
    if str(answer).strip().casefold() in ("y", "yes", "是", "好"):
        return True
    print("Nothing was deleted.", file=sys.stderr)
    return False
