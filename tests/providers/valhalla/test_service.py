"""The real programs on the tiny town: ways of all kinds, and programs that die."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import anyio
import pytest

from lorgnette.core.errors import EngineFailed, MissingPart, NoMap
from lorgnette.core.routes import Hindrance, Manoeuvre, Mode
from lorgnette.core.types import Spot
from lorgnette.engines.router import Trip
from lorgnette.providers.valhalla.router import ValhallaMaps
from lorgnette.testing.routers import check_router
from lorgnette.testing.town import (
    CASTLE_FOOT,
    CASTLE_GATE,
    GULL_ISLAND,
    NORTH_PIER,
    SEAL_ISLAND,
    SOUTH_PIER,
    STATION,
    at,
)
from towns import alive, children, tables, town

pytestmark = [pytest.mark.real, pytest.mark.asyncio]

WALK = Trip((STATION, CASTLE_GATE, NORTH_PIER))

AVOIDABLE = {
    Hindrance.STAIRS: (Mode.FOOT, CASTLE_FOOT, CASTLE_GATE),
    Hindrance.FERRIES: (Mode.FOOT, NORTH_PIER, SOUTH_PIER),
    Hindrance.TOLLS: (Mode.CAR, at(800, 70), at(800, -70)),
    Hindrance.UNPAVED: (Mode.BICYCLE, at(-400, -190), at(-590, -400)),
    Hindrance.MOTORWAYS: (Mode.CAR, at(-360, 720), at(900, 700)),
}


def programs_of(router):
    shells = [service._process.pid for _, service in router._running.values()]
    return [pid for shell in shells for pid, name in children(shell) if name.startswith("valhalla")]


async def test_it_keeps_the_promises_of_a_router():
    router = ValhallaMaps(tables(town()))
    beyond, cut_off = Trip((STATION, Spot(10, 10))), Trip((STATION, GULL_ISLAND))
    await check_router(router, WALK, beyond, cut_off)
    await check_router(router, WALK, None, Trip((STATION, SEAL_ISLAND)))
    await router.aclose()


@pytest.mark.parametrize("hindrance", Hindrance)
async def test_what_is_to_be_avoided_is_left_out(hindrance):
    router = ValhallaMaps(tables(town()))
    mode, *stops = AVOIDABLE[hindrance]
    [short] = await router.routes(Trip(tuple(stops), mode))
    [other] = await router.routes(Trip(tuple(stops), mode, frozenset({hindrance})))
    assert hindrance in short.has
    assert hindrance not in other.has
    assert other.length > short.length
    await router.aclose()


async def test_what_cannot_be_avoided_is_taken_all_the_same():
    router = ValhallaMaps(tables(town()))
    trip = Trip((at(-100, 890), at(600, 890)), Mode.CAR, frozenset({Hindrance.MOTORWAYS}))
    [way] = await router.routes(trip)
    assert Hindrance.MOTORWAYS in way.has
    await router.aclose()


async def test_one_way_streets_are_for_cars():
    router = ValhallaMaps(tables(town()))
    [walk] = await router.routes(Trip((at(180, 70), at(180, 290))))
    [drive] = await router.routes(Trip((at(180, 70), at(180, 290)), Mode.CAR))
    assert walk.length < 250 < drive.length
    await router.aclose()


@pytest.mark.parametrize("mode", [Mode.BICYCLE, Mode.CAR])
async def test_the_exits_of_a_roundabout_are_counted_as_one_passes_them(mode):
    router = ValhallaMaps(tables(town()))
    ways = [at(-360, 400), at(-250, 560), at(-360, 650), at(-450, 508)]  # as one goes round
    for come, begin in enumerate(ways):
        for number in (1, 2, 3):
            end = ways[(come + number) % 4]
            [way] = await router.routes(Trip((begin, end), mode))
            [circus] = (step for step in way.steps if step.manoeuvre is Manoeuvre.ROUNDABOUT)
            assert circus.exit == number, (begin, end)
    await router.aclose()


async def test_a_program_that_is_killed_is_started_again_and_asked_the_same():
    router = ValhallaMaps(tables(town()))
    before = await router.routes(WALK)
    [pid] = programs_of(router)
    os.kill(pid, signal.SIGKILL)
    assert await router.routes(WALK) == before
    assert programs_of(router) != [pid]
    await router.aclose()


async def test_a_program_that_is_killed_in_the_middle_of_a_way_is_asked_again():
    router = ValhallaMaps(tables(town()))
    before = await router.routes(WALK)
    [pid] = programs_of(router)
    os.kill(pid, signal.SIGSTOP)  # so that it surely has not answered yet
    found = []

    async def ask():
        found.append(await router.routes(WALK))

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(ask)
        await anyio.sleep(0.2)
        assert not found
        os.kill(pid, signal.SIGKILL)
    assert found == [before]
    await router.aclose()


async def test_nothing_runs_before_a_way_is_asked_for_and_nothing_afterwards():
    router = ValhallaMaps(tables(town()))
    assert programs_of(router) == []
    with pytest.raises(NoMap):
        await router.routes(Trip((Spot(10, 10), Spot(10, 11))))
    assert programs_of(router) == []
    await router.routes(WALK)
    [pid] = programs_of(router)
    await router.aclose()
    await gone(pid)


async def test_no_program_outlives_a_hub_that_was_killed():
    hub, shell = await anyio.to_thread.run_sync(another_hub)
    [pid] = [pid for pid, name in children(shell) if name.startswith("valhalla")]
    hub.kill()
    hub.wait()
    hub.stdout.close()
    await gone(pid)


def another_hub():
    """A process that asked for a way, and the shell beside its program."""
    code = (
        "import anyio\n"
        "from lorgnette.providers.valhalla.router import ValhallaMaps\n"
        "from lorgnette.engines.router import Trip\n"
        "from lorgnette.testing.town import STATION, CASTLE_GATE\n"
        "async def main():\n"
        f"    router = ValhallaMaps({tables(town())!r})\n"
        "    await router.routes(Trip((STATION, CASTLE_GATE)))\n"
        "    print([s._process.pid for _, s in router._running.values()][0], flush=True)\n"
        "    await anyio.sleep(60)\n"
        "anyio.run(main)\n"
    )
    hub = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    return hub, int(hub.stdout.readline())


async def test_it_listens_to_this_machine_alone():
    router = ValhallaMaps(tables(town()))
    await router.routes(WALK)
    [(_, service)] = router._running.values()
    port = f"{int(service._url.rpartition(':')[2]):04X}"
    assert listening_at(port) == ["0100007F"]
    await router.aclose()


def listening_at(port):
    """The addresses, as the kernel writes them: state 0A is one that listens."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return [row[1].partition(":")[0] for row in rows if row[1].endswith(port) and row[3] == "0A"]


async def test_a_map_whose_files_are_broken_is_an_error_that_says_so(tmp_path):
    folder = tmp_path / "maps" / "town"
    folder.mkdir(parents=True)
    for name in ("map.json", "valhalla.json"):
        (folder / name).write_bytes((town() / "maps" / "town" / name).read_bytes())
    (folder / "valhalla.json").write_text("{")
    with pytest.raises(EngineFailed, match="add it again"):
        await ValhallaMaps(tables(tmp_path)).routes(WALK)


async def test_without_programs_it_says_how_to_get_them(monkeypatch):
    monkeypatch.setattr(
        "lorgnette.providers.valhalla.programs._packages", lambda models: iter([Path("/nowhere")])
    )
    with pytest.raises(MissingPart, match="lorgnette models get valhalla"):
        await ValhallaMaps(tables(town())).routes(WALK)


async def gone(pid):
    deadline = time.monotonic() + 20
    while alive(pid):
        assert time.monotonic() < deadline
        await anyio.sleep(0.02)
