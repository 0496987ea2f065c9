"""`python -m lorgnette.link.reference [FOLDER]` writes `docs/reference/link`."""

import sys
from pathlib import Path

from lorgnette.link.reference import render


def main() -> None:
    """Write every file of the reference, and remove golden frames that are none any more."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/reference/link")
    files = render()
    for old in folder.glob("golden/*"):
        if f"golden/{old.name}" not in files:
            old.unlink()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main()
