"""Say what works on this machine, what does not, and what to do about it."""

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lorgnette.app.health import Finding


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(given: argparse.Namespace) -> int:
    """Examine."""
    import anyio
    import msgspec

    from lorgnette.app.config import read
    from lorgnette.app.health import examine

    findings = anyio.run(examine, read(given.config))
    for finding in findings:
        if given.json:
            print(msgspec.json.encode(finding).decode())
        else:
            print(line(finding))
    return 0 if all(finding.works or finding.optional for finding in findings) else 1


def line(finding: "Finding") -> str:
    """One finding for people; in colour on a terminal."""
    mark = "ok" if finding.works else "--" if finding.optional else "!!"
    colour = {"ok": "32", "--": "33", "!!": "31"}[mark]
    if sys.stdout.isatty():
        mark = f"\x1b[{colour}m{mark}\x1b[0m"
    away = f"  (on another machine: {', '.join(finding.leaves)})" if finding.leaves else ""
    return f"{mark}  {finding.part:<22} {finding.says}{away}"
