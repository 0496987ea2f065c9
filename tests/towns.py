"""A hub's folder with the tiny town in it, built once for all tests that need the real programs."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from lorgnette.app.clocks import SystemClock
from lorgnette.app.maps.keeping import Atlas
from lorgnette.providers.valhalla.programs import programs
from lorgnette.testing.town import TOWN


@cache
def town():
    """The folder; its maps are `town` and nothing else."""
    data = Path(mkdtemp(prefix="lorgnette-town-"))
    Atlas(data / "maps", SystemClock()).add("town", TOWN, programs(data / "models"), lambda _: None)
    return data


def tables(data):
    return {"hub": {"data": str(data)}}


def children(of):
    """The processes that a process started."""
    found = []
    for place in Path("/proc").iterdir():
        if place.name.isdecimal():
            try:
                said = (place / "stat").read_text()
            except OSError:
                continue
            name, rest = said[said.index("(") + 1 :].rsplit(") ", 1)
            if int(rest.split()[1]) == of:
                found.append((int(place.name), name))
    return found


def alive(number):
    """Whether a process runs; one that is dead and not yet missed does not."""
    try:
        return (Path("/proc") / str(number) / "stat").read_text().rsplit(") ", 1)[1][0] != "Z"
    except OSError:
        return False
