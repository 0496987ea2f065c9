"""Maps are put in whole or not at all, with scripted programs; and with the real ones."""

import datetime as dt
import fcntl

import pytest

from lorgnette.app.maps.keeping import LOCK, Atlas, name_of
from lorgnette.core.errors import ConfigurationError, EngineFailed, NotFound, StoreFailed
from lorgnette.providers.valhalla.programs import Programs
from lorgnette.testing.town import BRIDGE, TOWN

CONFIG = """
import json
print(json.dumps({"mjolnir": {"tile_dir": "/", "timezone": "/"}, "additional_data": {},
"httpd": {"service": {}}, "service_limits": {}, "logging": {}}))
"""


class Fixed:
    def now(self):
        return dt.datetime(2026, 11, 27, 12, tzinfo=dt.UTC)


@pytest.fixture
def atlas(tmp_path):
    return Atlas(tmp_path / "maps", Fixed())


@pytest.fixture
def scripted(tmp_path):
    """Programs that say something, and write tiles."""

    def make(says="Parsing ways\\nValidating", code=0, writes="new"):
        build = f"mkdir -p tiles; printf '{says}'; echo {writes} > tiles/0.gph"
        tiles = f"#!/bin/sh\n{build}; exit {code}\n"
        admins = "#!/bin/sh\ntouch admins.sqlite\n"
        files = {"service": "", "tiles": tiles, "admins": admins, "config.py": CONFIG}
        paths = []
        for name, text in files.items():
            paths.append(tmp_path / name)
            paths[-1].write_text(text)
            paths[-1].chmod(0o755)
        return Programs(*paths)

    return make


def add(atlas, programs, name="town", source=TOWN):
    said = []
    atlas.add(name, source, programs, said.append)
    return said


def files(atlas):
    return sorted(path.name for path in (atlas.folder / "town").iterdir())


def test_a_map_is_put_in_with_its_card(atlas, scripted):
    said = add(atlas, scripted())
    [town] = atlas.maps()
    assert town.name == "town"
    assert town.card.source == str(TOWN)
    assert town.card.added == "2026-11-27T12:00:00+00:00"
    assert town.card.bounds.holds(BRIDGE)
    assert files(atlas) == ["map.json", "places.sqlite", "tiles", "valhalla.json"]
    assert said == sorted(said)
    assert (said[0], said[-1]) == (0, 100)


def test_a_newer_one_takes_its_place_when_it_is_whole(atlas, scripted):
    add(atlas, scripted(writes="old"))
    add(atlas, scripted(writes="new"))
    assert (atlas.folder / "town" / "tiles" / "0.gph").read_text() == "new\n"
    assert [path.name for path in atlas.folder.iterdir() if path.is_dir()] == ["town"]


@pytest.mark.parametrize(
    ("says", "kind", "words"),
    [
        ("what(): osmium::pbf_error", ConfigurationError, "town.osm is damaged or cut off"),
        ("No space left on device", StoreFailed, "the disk is full"),
        ("?", EngineFailed, "could not be made"),
    ],
)
def test_what_goes_wrong_is_one_sentence_and_the_old_map_stays(atlas, scripted, says, kind, words):
    add(atlas, scripted(writes="old"))
    with pytest.raises(kind, match=words):
        add(atlas, scripted(says, code=3))
    assert (atlas.folder / "town" / "tiles" / "0.gph").read_text() == "old\n"
    assert [path.name for path in atlas.folder.iterdir() if path.is_dir()] == ["town"]


def test_a_map_without_roads_is_refused(atlas, scripted):
    with pytest.raises(ConfigurationError, match="has no roads"):
        add(atlas, scripted("Finished with 0 routable ways containing 0 nodes"))
    assert atlas.maps() == []


@pytest.mark.parametrize("content", [b"", b"hello", b"<osm version='0.6'>", b"\0" * 50])
@pytest.mark.parametrize("name", ["x.osm.pbf", "x.osm", "x.zip", "x"])
def test_what_is_no_map_is_refused_in_a_sentence(atlas, scripted, tmp_path, content, name):
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(ConfigurationError):
        add(atlas, scripted(), source=file)
    assert atlas.maps() == []


def test_a_missing_file_is_named(atlas, scripted, tmp_path):
    with pytest.raises(ConfigurationError, match=r"there is no .*nowhere"):
        add(atlas, scripted(), source=tmp_path / "nowhere.osm.pbf")


@pytest.mark.parametrize("name", ["", ".", "..", "../x", ".hidden", "a/b", "a b", "x" * 65])
def test_names_are_names(atlas, scripted, name):
    with pytest.raises(ConfigurationError, match="no name for a map"):
        add(atlas, scripted(), name)
    with pytest.raises(NotFound):
        atlas.remove(name)


def test_one_map_is_made_at_a_time(atlas, scripted):
    add(atlas, scripted())
    with (atlas.folder / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(ConfigurationError, match="wait"):
            add(atlas, scripted(), "other")
    add(atlas, scripted(), "other")
    assert [each.name for each in atlas.maps()] == ["other", "town"]


def test_what_a_kill_left_half_done_is_no_map_and_goes_with_the_next(atlas, scripted):
    (atlas.folder / ".town.new" / "tiles").mkdir(parents=True)
    assert atlas.maps() == []
    add(atlas, scripted())
    assert not (atlas.folder / ".town.new").exists()


def test_a_map_is_removed(atlas, scripted):
    add(atlas, scripted())
    atlas.remove("town")
    assert atlas.maps() == []
    with pytest.raises(NotFound, match="there is no map 'town'"):
        atlas.remove("town")


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("liechtenstein-latest.osm.pbf", "liechtenstein"),
        ("Hong Kong.osm", "hong-kong"),
        ("上海.osm.pbf", "上海"),
        ("a.b.osm.bz2", "a-b"),
        (".osm.pbf", "map"),
    ],
)
def test_a_file_gives_its_name(tmp_path, file, name):
    assert name_of(tmp_path / file) == name
