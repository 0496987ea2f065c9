"""The tiny town that comes with Lorgnette, drawn by `scripts/town.py`."""

from pathlib import Path
from typing import Final

TOWN: Final = Path(__file__).with_name("town.osm")
