"""Read the codes in picture files, and say what each of them is."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lorgnette.core.codes import Code
    from lorgnette.engines import CodeReader


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a picture")
    parser.add_argument("--json", action="store_true", help="one JSON object a code and line")


def run(given: argparse.Namespace) -> int:
    """Scan."""
    import anyio

    return anyio.run(scan_all, given)


async def scan_all(given: argparse.Namespace) -> int:
    """Read every file; 1 when one could not be read, or has no code that is certain."""
    from lorgnette.app.composition import compose
    from lorgnette.app.config import read
    from lorgnette.core.errors import MissingPart
    from lorgnette.engines import CODE_READER

    engines = compose(read(given.config), [CODE_READER])
    if CODE_READER not in engines.found:
        raise MissingPart("; ".join(engines.set_aside.values()) or "no code-reader is installed")
    found = [await scan(file, engines.found[CODE_READER], given) for file in given.files]
    return 0 if all(found) else 1


async def scan(file: Path, reader: "CodeReader", given: argparse.Namespace) -> bool:
    """Print what one file says; whether something in it is certain."""
    from lorgnette.app.cli.picture_files import opened

    pixels = await opened(file)
    if pixels is None:
        return False
    codes = await reader.read(pixels, thorough=True)
    if not codes and not given.json:
        print(f"{file}: no code")
    for code in codes:
        print(as_json(file, code) if given.json else "\n".join(as_text(file, code)))
    return any(code.sure for code in codes)


def as_text(file: Path, code: "Code") -> Iterator[str]:
    """A code for people: its kind, and what it says, field by field."""
    from lorgnette.core.writing import showable

    if not code.sure:
        yield f"{file}: {code.symbology}, not certain"
        return
    told = understood(code)
    yield f"{file}: {code.symbology}, {told.pop('type')}"
    if code.contested:
        yield "  careful: another code lies under it or over it"
    for name, value in told.items():
        if value:
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            yield f"  {name.replace('_', ' ')}: {showable(text, 2_000)}"


def as_json(file: Path, code: "Code") -> str:
    """A code for programs; without what it says when that is not certain."""
    content = understood(code) if code.sure else None
    corners = [list(map(round, corner)) for corner in code.box.corners]
    told = {"file": str(file), "symbology": code.symbology, "sure": code.sure, "corners": corners}
    return json.dumps({**told, "contested": code.contested, "content": content}, ensure_ascii=False)


def understood(code: "Code") -> dict[str, Any]:
    """What a code says, as plain data."""
    import msgspec

    from lorgnette.core.codes import understand

    told: dict[str, Any] = msgspec.to_builtins(understand(code))
    return told
