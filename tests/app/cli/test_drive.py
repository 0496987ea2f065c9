"""`lorgnette drive` and `lorgnette journeys` as they are typed."""

import json

import pytest
from msgspec.structs import replace

from lorgnette.app.cli import main
from lorgnette.app.house import WAYS
from lorgnette.core import gpx
from lorgnette.core.guidance import Fixed
from lorgnette.core.guidance.journal import Beginning, Head, line_of
from lorgnette.core.routes import Direction, Mode
from lorgnette.testing.town import STATION, at
from lorgnette.testing.tracks import OPEN, track
from lorgnette.testing.turns import NOW
from lorgnette.testing.ways import Draft
from towns import town

ROUTE = Draft(street="High Street").go(150).turn(Direction.LEFT, "Mill Lane").go(120).arrive()
FIXES = [each.fix for each in track(ROUTE.line, Mode.FOOT, 1, OPEN, lights=False)]


@pytest.fixture
def types(tmp_path, capsys):
    def run(*words, data=tmp_path):
        config = tmp_path / "config.toml"
        config.write_text(f'[hub]\ndata = "{data}"\n')
        verb, *rest = map(str, words)
        code = main([verb, "--config", str(config), *rest])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def kept(tmp_path):
    """Two journeys in the hub's folder, and the file of the first."""
    folder = tmp_path / WAYS
    folder.mkdir()
    for number, goal in enumerate(("Museum", "Station"), 1):
        head = Head(1, NOW, (goal,), wearer="owner")
        lines = [head, Beginning(0.0, ROUTE), *map(Fixed, FIXES)]
        (folder / f"{number:06}.jsonl").write_bytes(b"".join(map(line_of, lines)))
    return folder / "000001.jsonl"


def test_journeys_are_listed_the_newest_first(types, kept):
    out = types("journeys", "list")[1]
    assert [line.split()[0] for line in out.splitlines()] == ["2", "1"]
    assert "2026" in out
    told = [json.loads(line) for line in types("journeys", "list", "--json")[1].splitlines()]
    assert [each["head"]["goals"] for each in told] == [["Station"], ["Museum"]]


def test_without_any_that_is_said(types):
    assert types("journeys", "list")[:2] == (0, "No journeys are kept.\n")


def test_a_journey_is_replayed_by_its_number_or_its_file(types, kept):
    code, out, err = types("journeys", "replay", "1")
    assert code == 0
    assert "←  Turn left onto Mill Lane." in out
    assert "0 new ways; arrived" in err
    assert types("journeys", "replay", kept)[1] == out
    assert "左转进入Mill Lane" in types("journeys", "replay", "1", "--lang", "zh")[1]
    told = [json.loads(line) for line in types("journeys", "replay", "1", "--json")[1].splitlines()]
    assert [each["said"] for each in told] == [
        line.split("  ")[-1] for line in out.splitlines() if line
    ]


def test_a_journey_is_exported_as_a_track(types, kept, tmp_path):
    out = tmp_path / "there.gpx"
    assert types("journeys", "export", "2", "--out", out)[0] == 0
    track = gpx.read(out.read_bytes())
    assert (track.name, len(track.points)) == ("Station", len(FIXES))


def test_journeys_are_deleted_when_that_is_certain(types, kept):
    code, _, err = types("journeys", "delete", "1")
    assert (code, kept.exists()) == (1, True)
    assert "--yes" in err
    assert types("journeys", "delete", "1", "--yes")[1] == "Deleted: journey 1.\n"
    assert not kept.exists()
    assert "there is no journey 1" in types("journeys", "delete", "1", "--yes")[2]


@pytest.mark.parametrize("verb", ["replay", "export"])
@pytest.mark.parametrize(
    ("named", "said"),
    [("7", "there is no journey 7"), ("nowhere.jsonl", "No such file"), ("{bad}", "line 1")],
)
def test_what_is_no_journey_is_named(types, tmp_path, verb, named, said):
    bad = tmp_path / "bad.jsonl"
    bad.write_text("hello\n")
    code, out, err = types("journeys", verb, named.format(bad=bad))
    assert (code, out) == (1, "")
    assert said in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "No such file"),
        ("", "no XML"),
        ("<gpx></gpx>", "no points"),
        ('<!DOCTYPE gpx [<!ENTITY a "b">]><gpx/>', "document type"),
        ('<gpx><wpt lat="1" lon="2"/></gpx>', "one point only"),
        ('<gpx><wpt lat="91" lon="2"/></gpx>', "not on the earth"),
    ],
)
def test_a_track_that_is_none_is_named(types, tmp_path, text, said):
    path = tmp_path / "track.gpx"
    if text is not None:
        path.write_text(text)
    code, out, err = types("drive", path)
    assert (code, out) == (1, "")
    assert said in err


def written(path, spots):
    path.write_bytes(gpx.write(gpx.of(spots)))
    return path


def test_without_a_map_it_says_how_to_get_one(types, tmp_path):
    code, _, err = types("drive", written(tmp_path / "track.gpx", [STATION, at(0, 0)]))
    assert code == 1
    assert "lorgnette maps add" in err


@pytest.mark.real
def test_a_track_is_driven_through_the_town_and_replayed(types, tmp_path):
    path = written(tmp_path / "track.gpx", [at(30, 200), at(-100, 200), STATION])
    journal = tmp_path / "journal.jsonl"
    code, out, err = types("drive", path, "--journal", journal, data=town())
    assert code == 0, err
    assert "Market Street" in out
    assert out.splitlines()[-1].endswith("⚑  You have arrived.")
    assert "new ways; arrived; found in" in err
    assert types("journeys", "replay", journal)[1] == out


@pytest.mark.real
def test_it_leads_to_a_place_that_is_named_and_tells_when_one_never_gets_there(types, tmp_path):
    path = written(tmp_path / "track.gpx", [at(30, 200), at(-20, 200)])
    code, out, err = types("drive", path, "--to", "Lensham Station", "--lang", "zh", data=town())
    assert code == 1
    assert "出发" in out
    assert "not arrived" in err
    nowhere = {"Wolfsburg": "knows a place called Wolfsburg", "1.5, 1.5": "maps add FILE.osm.pbf"}
    for place, words in nowhere.items():
        assert words in types("drive", path, "--to", place, data=town())[2]


def test_a_journey_begins_at_nought(types, kept):
    lines = kept.read_bytes().splitlines(keepends=True)
    late = [Fixed(replace(fix, at=fix.at + 5_000)) for fix in FIXES]
    kept.write_bytes(lines[0] + line_of(Beginning(5_000.0, ROUTE)) + b"".join(map(line_of, late)))
    assert types("journeys", "replay", "1")[1].split()[0] == "0:00"
