"""`lorgnette maps` as it is typed."""

import json

import pytest

from lorgnette.app.cli import main
from lorgnette.app.maps.town import TOWN


@pytest.fixture
def maps(tmp_path, capsys):
    config = tmp_path / "config.toml"
    config.write_text(f'[hub]\ndata = "{tmp_path}"\n')

    def run(*words):
        code = main(["maps", "--config", str(config), *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_without_maps_it_says_how_to_get_one(maps):
    code, out, _ = maps("list")
    assert code == 0
    assert "lorgnette maps add FILE.osm.pbf" in out
    assert maps("list", "--json") == (0, "", "")


def test_what_is_missing_is_named(maps, monkeypatch):
    monkeypatch.setattr("lorgnette.providers.valhalla.programs._packages", lambda models: iter(()))
    for words, said in {
        ("remove", "nowhere"): "there is no map 'nowhere'",
        ("add", "--town"): "lorgnette models get valhalla",
    }.items():
        code, out, err = maps(*words)
        assert (code, out) == (1, "")
        assert said in err
        assert len(err.splitlines()) == 1


@pytest.mark.real
def test_a_map_is_added_listed_and_removed(maps):
    code, out, err = maps("add", "--town")
    assert code == 0, err
    assert "town is in" in out
    assert "town: 100 %" in err
    assert maps("add", str(TOWN), "--name", "镜湾")[0] == 0
    assert [line.split()[0] for line in maps("list")[1].splitlines()] == ["town", "镜湾"]
    town, _ = map(json.loads, maps("list", "--json")[1].splitlines())
    assert town["name"] == "town"
    assert town["bounds"]["south"] < 48 < town["bounds"]["north"]
    assert maps("remove", "town", "镜湾")[0] == 0
    assert "There is no map yet" in maps("list")[1]


@pytest.mark.real
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add"], "name a file"),
        (["add", "--town", "x.osm.pbf", "--name", "x"], "one map at a time"),
        (["add", "nowhere.osm.pbf"], "there is no nowhere.osm.pbf"),
        (["add", "--town", "--name", "../x"], "is no name for a map"),
    ],
)
def test_what_is_wrong_is_one_sentence(maps, words, said):
    code, _, err = maps(*words)
    assert code == 1
    assert said in err
    assert err.count("\n") == 1
