"""The tiny town is what its drawing says, and has what the tutorial and the tests need."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

from lorgnette.app.maps.town import TOWN
from lorgnette.testing.town import at

SCRIPTS = Path(__file__).parents[3] / "scripts"


def tags():
    for element in ET.parse(TOWN).getroot():
        yield element, {tag.get("k"): tag.get("v") for tag in element.iter("tag")}


def test_the_file_is_what_the_script_draws():
    code = "import sys, town; sys.stdout.buffer.write(town.written(town.drawn()).encode())"
    command = [sys.executable, "-c", code]
    drawn = subprocess.run(command, cwd=SCRIPTS, capture_output=True, check=True)
    assert drawn.stdout == TOWN.read_bytes()


def test_every_name_is_there_in_english_and_chinese():
    named = [each for _, each in tags() if "name" in each]
    assert len(named) > 50
    assert all(each["name:en"] and each["name:zh"] for each in named)
    assert all(each["name"] in (each["name:en"], each["name:zh"]) for each in named)


def test_it_has_what_makes_finding_ways_hard():
    found = [each for _, each in tags()]

    def has(**wanted):
        return any(all(each.get(key) == value for key, value in wanted.items()) for each in found)

    assert has(highway="steps")
    assert has(junction="roundabout")
    assert has(highway="residential", oneway="yes")
    assert has(bridge="yes", toll="yes")
    assert has(route="ferry")
    assert has(place="islet")
    assert has(highway="motorway")
    assert [each.get("name:en") for each in found].count("Corner Coffee") == 2


def test_spots_are_where_the_script_drew_them():
    [cafe] = (element for element, each in tags() if each.get("name") == "Corner Coffee")
    spot = at(190, 72)
    assert abs(float(cafe.get("lat")) - spot.latitude) < 1e-6
    assert abs(float(cafe.get("lon")) - spot.longitude) < 1e-6
