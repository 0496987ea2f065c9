"""Heights beside a map: found by name, refused when broken, and told as the climb of ways."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.app.clocks import SystemClock
from lorgnette.app.maps.heights import SIZE, degrees, put_heights
from lorgnette.app.maps.keeping import Atlas
from lorgnette.core.errors import ConfigurationError
from lorgnette.core.routes import Mode
from lorgnette.engines import Trip
from lorgnette.providers.valhalla.maps import Bounds
from lorgnette.providers.valhalla.programs import programs
from lorgnette.providers.valhalla.router import ValhallaMaps
from lorgnette.testing.town import CASTLE_GATE, STATION, TOWN
from towns import tables

HERE = Bounds(47.9, -30.1, 48.1, -29.9)


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "srtm" / "europe"
    folder.mkdir(parents=True)
    return folder


def put(path, size=SIZE):
    with path.open("wb") as file:
        file.truncate(size)
    return path


def test_those_under_the_map_are_named_as_they_are_looked_for(source, tmp_path):
    whole = put(source / "N48W031.hgt")
    packed = put(source / "n47w030.HGT.gz", 9)
    put(source / "N50W031.hgt")
    put(source / "notes.txt")
    folder = tmp_path / "heights"
    assert put_heights(source.parent, folder, HERE) == 2
    found = {str(path.relative_to(folder)): path.resolve() for path in folder.rglob("*.*")}
    assert found == {"N48/N48W031.hgt": whole, "N47/N47W030.hgt.gz": packed}


@pytest.mark.parametrize(
    ("name", "size", "said"),
    [
        ("N48W031.hgt", 1201 * 1201 * 2, "not of one arc second"),
        ("N48W031.hgt", SIZE - 1, "cut off"),
        ("N10E010.hgt", SIZE, "no heights of this map, such as N47W030.hgt"),
        ("heights.tif", SIZE, "no heights of this map"),
    ],
)
def test_what_is_of_no_use_is_told(source, tmp_path, name, size, said):
    put(source / name, size)
    with pytest.raises(ConfigurationError, match=said):
        put_heights(source, tmp_path / "heights", HERE)


def test_a_folder_that_is_none_is_told(tmp_path):
    with pytest.raises(ConfigurationError, match="there is no folder"):
        put_heights(tmp_path / "none", tmp_path, HERE)


@given(st.floats(-89, 88), st.floats(-179, 178), st.floats(0, 1), st.floats(0, 1))
def test_every_corner_of_a_map_lies_in_a_degree_of_it(south, west, high, wide):
    names = list(degrees(Bounds(south, west, south + high, west + wide)))
    assert len(set(names)) == len(names) <= 4
    for name in names:
        north = int(name[1:3]) * (1 if name[0] == "N" else -1)
        east = int(name[4:]) * (1 if name[3] == "E" else -1)
        assert north <= south + high
        assert south < north + 1
        assert east <= west + wide
        assert west < east + 1


@pytest.mark.real
@pytest.mark.asyncio
async def test_the_way_up_to_the_castle_climbs_and_the_way_down_does_not(source, tmp_path):
    rows = (3600 - np.arange(3601)) % 300 * 10  # ten metres up for each arc second north
    first = source / "N48W031.hgt"
    first.write_bytes(np.repeat(rows.astype(">i2")[:, None], 3601, axis=1).tobytes())
    for name in ("N48W030", "N47W031", "N47W030"):
        (source / f"{name}.hgt").hardlink_to(first)
    atlas = Atlas(tmp_path / "maps", SystemClock())
    found = programs(tmp_path / "models")
    atlas.add("town", TOWN, found, lambda _done: None, source)
    router = ValhallaMaps(tables(tmp_path))
    [up] = await router.routes(Trip((STATION, CASTLE_GATE), Mode.FOOT))
    [down] = await router.routes(Trip((CASTLE_GATE, STATION), Mode.FOOT))
    await router.aclose()
    assert up.climb == pytest.approx(down.descent, abs=10)
    assert 20 <= up.climb <= 60
    assert down.climb < 10
    assert atlas.maps()[0].card.heights
    assert not (tmp_path / "maps" / "town" / "heights").exists()
