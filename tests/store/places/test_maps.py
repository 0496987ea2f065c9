"""All maps of a folder are asked; maps come and go while the hub runs."""

import shutil

import pytest

from lorgnette.core.errors import EngineFailed, NoMap
from lorgnette.core.geo import metres
from lorgnette.core.types import CHINESE, ENGLISH, Spot
from lorgnette.store.places import FILE, MapPlaces, index, provider
from lorgnette.testing.places import check_places

pytestmark = pytest.mark.asyncio

MARKET = Spot(48.0016, -30.0)


@pytest.fixture
def places(town):
    made = MapPlaces(town)
    yield made
    for each in made.opened.values():
        each.db.close()


async def test_the_maps_keep_every_promise(places):
    [cafe] = await places.search("Café Lumière", language=ENGLISH, limit=1)
    await check_places(places, cafe.place, MARKET)


async def test_places_are_told_with_their_town_and_whose_map_it_is(places):
    [cafe] = await places.search("coffee", language=ENGLISH, near=MARKET, limit=1)
    assert cafe.place.address.locality == "Lensham"
    assert cafe.place.source == "© OpenStreetMap contributors"
    [cafe] = await places.search("咖啡", language=CHINESE, near=MARKET, limit=1)
    assert cafe.place.address.locality == "镜湾镇"


async def test_coordinates_and_plus_codes_need_no_name(places):
    async def at(words, near=None):
        [found] = await places.search(words, language=ENGLISH, near=near)
        assert found.likeness == 1
        return found.place.spot

    assert await at("48.0016, -30") == MARKET
    assert await at("北纬48.0016度，西经30度") == MARKET
    assert metres(await at("8FVC2222+22"), Spot(47.0000625, 8.0000625)) < 1
    assert metres(await at("2222+22 Lensham"), MARKET) < 500
    assert metres(await at("2222+22", MARKET), await at("2222+22 Lensham")) == 0
    assert await places.search("2222+22", language=ENGLISH) == []


async def test_what_is_around_is_told_nearest_first(places):
    found = await places.around(MARKET, within=120)
    assert [each.metres for each in found] == sorted(each.metres for each in found)
    assert {"toilets", "bank", "cafe", "library"} <= {each.place.kind for each in found}
    assert "street" not in {each.place.kind for each in found}
    assert await places.around(MARKET, kinds=("street", "no kind"), within=50, limit=1)
    assert await places.around(MARKET, kinds=("no kind",)) == []
    assert await places.around(MARKET, within=-1) == []


async def test_the_street_and_the_house_at_a_spot_are_told(places):
    at = await places.address(Spot(48.0011, -30.0048))
    assert (at.kind, at.address.street) == ("street", "Station Road")
    assert at.address.locality == "Lensham"
    [house] = await places.search("7 Quay Street", language=ENGLISH, limit=1)
    at = await places.address(house.place.spot)
    assert (at.kind, at.address.street, at.address.house) == ("house", "Quay Street", "7")
    assert await places.address(Spot(48.02, -30.05)) is None


async def test_maps_come_and_go(tmp_path, town, sheet):
    places = MapPlaces(tmp_path)
    for asked in (places.search("coffee", language=ENGLISH), places.address(MARKET)):
        with pytest.raises(NoMap):
            await asked
    shutil.copytree(town / "town", tmp_path / "town")
    assert len(await places.search("coffee", language=ENGLISH)) == 3
    (tmp_path / "other").mkdir()
    sheet.node(10.0, 10.0, amenity="cafe", name="Far Cup")
    index(sheet.write(tmp_path / "other.osm"), tmp_path / "other")
    found = await places.search("coffee", language=ENGLISH, near=Spot(10.001, 10))
    assert [each.place.name(ENGLISH) for each in found] == ["Far Cup"]
    sheet.node(10.0, 10.001, amenity="cafe", name="New Cup")
    index(sheet.write(tmp_path / "other.osm"), tmp_path / "other")
    assert len(await places.search("coffee", language=ENGLISH, near=Spot(10.001, 10))) == 2
    shutil.rmtree(tmp_path / "other")
    with pytest.raises(NoMap):
        await places.search("coffee", language=ENGLISH, near=Spot(10.001, 10))
    assert await places.search("coffee", language=ENGLISH, near=MARKET)
    await places.aclose()


async def test_maps_that_overlap_tell_of_each_place_once(tmp_path, town):
    for name in ("one", "two"):
        shutil.copytree(town / "town", tmp_path / name)
    places = MapPlaces(tmp_path)
    for found in (
        await places.search("coffee", language=ENGLISH, near=MARKET),
        await places.around(MARKET),
        await places.search("Quay Street", language=ENGLISH),
    ):
        assert found
        assert len({each.place.identity for each in found}) == len(found)
    await places.aclose()


async def test_a_broken_map_is_left_out_and_told_when_it_is_the_only_one(tmp_path, town):
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / FILE).write_bytes(b"no database" * 1000)
    places = MapPlaces(tmp_path)
    with pytest.raises(EngineFailed, match="lorgnette maps add"):
        await places.search("coffee", language=ENGLISH)
    shutil.copytree(town / "town", tmp_path / "town")
    assert await places.search("coffee", language=ENGLISH)
    await places.aclose()


async def test_the_provider_looks_into_the_folder_of_the_hub(tmp_path, town):
    shutil.copytree(town, tmp_path / "maps")
    places = provider({"hub": {"data": str(tmp_path)}})
    assert await places.search("Lensham", language=ENGLISH)
    await places.aclose()
