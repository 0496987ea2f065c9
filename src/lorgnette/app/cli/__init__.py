"""The `lorgnette` command: one file for each thing it does."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from lorgnette import __version__
from lorgnette.core.errors import LorgnetteError

COMMANDS = ("serve", "ask", "hear", "demo", "replay", "doctor", "skills", "models", "config")


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
    given = parser().parse_args(arguments)
    try:
        code: int = given.run(given)
    except LorgnetteError as error:
        print(f"lorgnette: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 130
    return code
