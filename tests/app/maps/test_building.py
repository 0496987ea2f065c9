"""Maps made by the real programs: whole or not at all, and used while others are made."""

import os
import signal
import subprocess
import sys
import time

import anyio
import pytest

from lorgnette.app.clocks import SystemClock
from lorgnette.app.maps.extract import as_pbf
from lorgnette.app.maps.keeping import Atlas
from lorgnette.core.errors import ConfigurationError
from lorgnette.engines.router import Trip
from lorgnette.providers.valhalla.programs import programs
from lorgnette.providers.valhalla.router import ValhallaMaps
from lorgnette.testing.town import CASTLE_GATE, STATION, TOWN
from towns import tables

pytestmark = [pytest.mark.real, pytest.mark.asyncio]

TRIP = Trip((STATION, CASTLE_GATE))


@pytest.fixture
def atlas(tmp_path):
    return Atlas(tmp_path / "maps", SystemClock())


@pytest.fixture
def pbf(tmp_path):
    return as_pbf(TOWN, tmp_path).file


def add(atlas, name, source):
    atlas.add(name, source, programs(atlas.folder.parent / "models"), lambda _: None)


async def ways(router):
    return [route.line for route in await router.routes(TRIP)]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
async def test_a_file_that_is_cut_off_is_refused_and_the_old_map_stays(atlas, pbf, tmp_path, share):
    add(atlas, "town", pbf)
    router = ValhallaMaps(tables(tmp_path))
    before = await ways(router)
    cut = tmp_path / "cut.osm.pbf"
    cut.write_bytes(pbf.read_bytes()[: int(pbf.stat().st_size * share)])
    with pytest.raises(ConfigurationError, match="cut off"):
        add(atlas, "town", cut)
    assert await ways(router) == before
    await router.aclose()
    again = ValhallaMaps(tables(tmp_path))
    assert await ways(again) == before
    await again.aclose()


async def test_a_map_is_used_while_another_takes_its_place(atlas, pbf, tmp_path):
    add(atlas, "town", pbf)
    router = ValhallaMaps(tables(tmp_path))
    before, whole, asked = await ways(router), False, 0

    async def make():
        nonlocal whole
        await anyio.to_thread.run_sync(add, atlas, "town", TOWN)
        whole = True

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(make)
        while not whole:
            assert await ways(router) == before
            asked += 1
            await anyio.sleep(0.01)
    assert asked > 1
    assert await ways(router) == before
    await router.aclose()


async def test_who_is_killed_while_making_a_map_leaves_the_old_one_whole(atlas, pbf, tmp_path):
    add(atlas, "town", pbf)
    await anyio.to_thread.run_sync(kill_in_the_middle, atlas, pbf)
    router = ValhallaMaps(tables(tmp_path))
    assert await ways(router)
    await router.aclose()
    add(atlas, "town", pbf)
    assert [path.name for path in atlas.folder.iterdir() if path.is_dir()] == ["town"]


def kill_in_the_middle(atlas, pbf):
    """Begin to make a map as one would at a terminal, and kill everything that does."""
    config = pbf.parent / "config.toml"
    config.write_text(f'[hub]\ndata = "{pbf.parent}"\n')
    command = ["maps", "--config", str(config), "add", str(pbf), "--name", "town"]
    making = subprocess.Popen(
        [sys.executable, "-m", "lorgnette", *command],
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while not list(atlas.folder.glob(".town.new/*")):
        assert time.monotonic() < deadline
        time.sleep(0.005)
    os.killpg(making.pid, signal.SIGKILL)
    making.communicate()
