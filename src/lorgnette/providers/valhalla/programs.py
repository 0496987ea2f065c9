"""Where Valhalla's programs are: they come in the wheel of pyvalhalla, and need no Python."""

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import msgspec

from lorgnette.core.errors import MissingPart

PACKAGE: Final = "valhalla"
NAME: Final = "valhalla"
"""Of the model that holds them, in the hub's folder."""

SHARED: Final = Path(sys.prefix) / "share" / "valhalla"
"""Where `scripts/setup` puts them."""


class Programs(msgspec.Struct, frozen=True):
    """Those that are used, as files."""

    service: Path
    build_tiles: Path
    build_admins: Path
    write_config: Path
    """In Python."""


def programs(models: Path) -> Programs:
    """The programs in the hub's folder of models, else in an installed package.

    Raises MissingPart, which says how to get them.
    """
    for package in _packages(models):
        found = Programs(
            package / "bin" / "valhalla_service",
            package / "bin" / "valhalla_build_tiles",
            package / "bin" / "valhalla_build_admins",
            package / "valhalla_build_config.py",
        )
        if all(path.exists() for path in msgspec.structs.astuple(found)):
            return found
    raise MissingPart(
        "the programs that read maps are missing: say lorgnette models get valhalla"
        " (it needs about 40 MB from where pip gets its packages, and 260 MB of room)"
    )


def _packages(models: Path) -> Iterator[Path]:
    yield models / NAME / PACKAGE
    yield SHARED / PACKAGE
    spec = find_spec(PACKAGE)
    yield from map(Path, (spec.submodule_search_locations or ()) if spec else ())
