"""Type one sentence and see the answer, without microphone or glasses."""

import argparse
import sys
from pathlib import Path

from lorgnette.core.types import PROFILES


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("text", type=whole, help="what you would say")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--profile", choices=tuple(PROFILES), default="ar", help="which glasses")
    parser.add_argument("--lang", choices=("en", "zh"), help="the language of the sentence")
    parser.add_argument(
        "--skill", type=Path, metavar="FILE", help="also use the skill in this file"
    )
    parser.add_argument("--only-skill", action="store_true", help="leave all other skills out")


def whole(text: str) -> str:
    """The text with a question mark for every byte of the shell that is no character."""
    return text.encode("utf-8", "replace").decode()


def run(given: argparse.Namespace) -> int:
    """Ask."""
    import anyio

    from lorgnette.app.asking import ask
    from lorgnette.app.config import read
    from lorgnette.app.telling import printer

    async def main() -> bool:
        watch = printer(sys.stdout, anyio.current_time(), as_json=given.json)
        return await ask(read(given.config), given, watch)

    return 0 if anyio.run(main) else 1
