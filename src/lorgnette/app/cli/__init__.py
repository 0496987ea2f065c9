"""The `lorgnette` command: one file for each thing it does."""

import argparse
import io
import os
import sys
from collections.abc import Iterator, Sequence
from errno import ENOSPC
from importlib import import_module
from pathlib import Path

from lorgnette import __version__
from lorgnette.core.errors import LorgnetteError

COMMANDS = (
    "serve",
    "pair",
    "ask",
    "hear",
    "transcribe",
    "meetings",
    "scan",
    "read",
    "goods",
    "demo",
    "replay",
    "doctor",
    "skills",
    "models",
    "maps",
    "drive",
    "journeys",
    "config",
)


def parser() -> argparse.ArgumentParser:
    """The whole command line; each command's module adds its own part."""
    whole = argparse.ArgumentParser(
        prog="lorgnette", description="The open operating system for AI glasses."
    )
    whole.add_argument("--version", action="version", version=f"lorgnette {__version__}")
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in COMMANDS:
        module = import_module(f"lorgnette.app.cli.{name}")
        summary = (module.__doc__ or "").strip().partition("\n")[0]
        command = commands.add_parser(name, help=summary, description=module.__doc__)
        command.add_argument(
            "--config", type=Path, metavar="FILE", help="another configuration file"
        )
        module.arguments(command)
        command.set_defaults(run=module.run)
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; what goes wrong is one sentence that says what to do."""
    for library in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        # Our products are small: waking threads for them costs more than computing them.
        os.environ.setdefault(library, "1")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    given = parser().parse_args(arguments)
    try:
        return carried_out(given)
    except (Exception, KeyboardInterrupt, BaseExceptionGroup) as error:
        causes = list(causes_of(error))
        if any(isinstance(cause, KeyboardInterrupt) for cause in causes):
            return 130
        if any(isinstance(cause, BrokenPipeError) for cause in causes):
            discard_output()
            return 0
        if any(isinstance(cause, OSError) and cause.errno == ENOSPC for cause in causes):
            discard_output()
            print("lorgnette: the disk is full: make room, and try again", file=sys.stderr)
            return 1
        if not all(isinstance(cause, LorgnetteError) for cause in causes):
            raise
        print(f"lorgnette: {causes[0]}", file=sys.stderr)
        return 1


def carried_out(given: argparse.Namespace) -> int:
    """Run a command. That nobody takes its output is noticed here, not when Python ends."""
    code = int(given.run(given))
    sys.stdout.flush()
    return code


def discard_output() -> None:
    """Let what is still to be printed go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def causes_of(error: BaseException) -> Iterator[BaseException]:
    """What went wrong, out of the groups that concurrent tasks wrap it in."""
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield from causes_of(each)
    else:
        yield error
