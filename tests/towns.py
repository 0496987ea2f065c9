"""A hub's folder with the tiny town in it, built once for all tests that need the real programs."""

import atexit
import fcntl
import os
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

FOLDER = "LORGNETTE_TEST_TOWN"
"""Where the processes that run the tests learn which folder it is."""


def share():
    """Make the folder, unless the process that started this one has: who makes it, removes it."""
    if FOLDER not in os.environ:
        os.environ[FOLDER] = mkdtemp(prefix="lorgnette-town-")
        atexit.register(remove, os.environ[FOLDER], os.getpid())


def remove(folder, owner):
    """Leave nothing behind; a process that was forked off leaves it to the one that made it."""
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)


@cache
def town():
    """The folder; its maps are `town` and nothing else. Built by the first who asks."""
    from lorgnette.app.clocks import SystemClock
    from lorgnette.app.maps.keeping import Atlas
    from lorgnette.providers.valhalla.programs import programs
    from lorgnette.testing.town import TOWN

    data = Path(os.environ[FOLDER])
    with (data / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (data / "maps" / "town").exists():
            atlas = Atlas(data / "maps", SystemClock())
            atlas.add("town", TOWN, programs(data / "models"), lambda _: None)
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
