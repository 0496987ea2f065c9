"""Print the configuration with its defaults and comments, ready to be kept as a file."""

import argparse

from lorgnette.app import config


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("--path", action="store_true", help="print where the file is looked for")


def run(given: argparse.Namespace) -> int:
    """Print."""
    if given.path:
        print(given.config or config.default_path())
    else:
        print(config.written(config.read(given.config)), end="")
    return 0
