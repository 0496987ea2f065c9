"""The way as an arrow or as a map, as the wearer likes it."""

import math
from itertools import pairwise

import msgspec
import pytest
from msgspec.structs import replace

from lorgnette.core.cards import Arrow, Map
from lorgnette.core.fixes import Fix
from lorgnette.core.geo import metres
from lorgnette.core.places import Place
from lorgnette.core.routes import Direction, Mode
from lorgnette.core.types import AR, CHINESE, EVERYDAY, TEXT_GRID, Spot
from lorgnette.engines import PLACES, ROUTER, Found
from lorgnette.link.showing import update
from lorgnette.skills.navigate import skill
from lorgnette.testing.routers import ScriptedRouter
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.tracks import OPEN, track
from lorgnette.testing.ways import Draft

MUSEUM = Place(Spot(48.203, 16.372), {"": "Museum", "zh": "博物馆"}, "museum")
WAY = Draft(street="High Street").go(120).turn(Direction.LEFT, "Mill Lane").go(120).arrive()
BEGINS = 12.0
"""When the wearer begins to walk."""


class OneMuseum:
    """The only place there is."""

    async def search(self, words, /, *, language, near=None, limit=10):
        """See `Places`."""
        return [Found(MUSEUM, 1.0, None if near is None else metres(near, MUSEUM.spot))]


def walked():
    standing = [Fix(float(at), WAY.line[0], 4.0) for at in range(math.ceil(BEGINS))]
    moving = [each.fix for each in track(WAY.line, Mode.FOOT, 1, OPEN, lights=False)]
    return standing + [replace(fix, at=fix.at + BEGINS) for fix in moving]


async def played(stage, until=60.0):
    stage.walks(walked())
    engines = {ROUTER: ScriptedRouter((WAY,)), PLACES: OneMuseum()}
    await converse(stage, [skill], engines, until=until)
    return stage


def setting_out(profile=AR):
    return Stage(profile).types("take me to the museum", at=1.0)


def maps(stage):
    return [card for card in stage.shown if isinstance(card, Map)]


async def test_who_sets_out_sees_the_whole_way_from_above():
    stage = await played(setting_out(), until=20.0)

    [card] = maps(stage)
    assert (card.title, card.up, card.gone) == ("Museum", 0.0, ())
    assert [line.text for line in card.lines] == ["Distance", "Arrival"]
    assert card.here == card.ahead[0][0]
    assert card.goal == card.ahead[0][-1]


@pytest.mark.slow
async def test_on_the_way_the_map_follows_the_wearer_with_the_next_turn_in_its_title():
    stage = await played(setting_out().types("show the map", at=20.0), until=200.0)

    assert "Here is the map." in stage.ear
    [_, *seen] = maps(stage)
    assert seen[0].title == "Turn left onto Mill Lane"
    assert seen[0].lines[0].text == "100 m"
    assert {card.north for card in seen} == {"N"}
    ups = [card.up for card in seen]
    assert min(ups[0], 360 - ups[0]) < 20
    assert abs(ups[-1] - 270) < 20
    assert not any(isinstance(card, Arrow) for card in stage.shown[stage.shown.index(seen[0]) : -1])


@pytest.mark.slow
async def test_a_map_is_small_and_not_drawn_with_every_fix():
    stage = await played(setting_out().types("show the map", at=20.0), until=120.0)

    [_, *seen] = maps(stage)
    pictures = [replace(card, title="", lines=(), footer="") for card in seen]
    changes = sum(one != other for one, other in pairwise(pictures))
    assert 10 < changes < 60
    assert max(len(msgspec.json.encode(update(card, AR.display, "a"))) for card in seen) < 4_000


@pytest.mark.slow
async def test_how_one_likes_it_is_remembered_on_the_next_way():
    stage = setting_out().types("north up", at=20.0).types("stop navigation", at=30.0)
    stage.types("take me to the museum", at=40.0).types("show the arrow", at=60.0)
    await played(stage, until=80.0)

    seen = [card for card in stage.shown if isinstance(card, Map | Arrow)]
    following = [card for card in seen if isinstance(card, Map) and card.title != "Museum"]
    assert {(card.up, card.north) for card in following} == {(0.0, "")}
    again = len(seen) - 1 - [getattr(card, "title", "") for card in seen][::-1].index("Museum")
    assert isinstance(seen[again + 1], Map)
    assert isinstance(seen[-1], Arrow)


@pytest.mark.parametrize(
    ("said", "answer", "up"),
    [("正北朝上", "地图正北朝上", ""), ("车头朝上", "地图车头朝上", "北")],
)
async def test_in_chinese_as_well(said, answer, up):
    stage = Stage(AR, CHINESE).types("带我去博物馆", at=1.0).types(said, at=25.0)
    await played(stage, until=50.0)

    assert answer in stage.ear
    assert maps(stage)[-1].north == up
    assert maps(stage)[-1].scale_label == "50米"


@pytest.mark.parametrize("profile", [EVERYDAY, TEXT_GRID], ids=lambda each: each.name)
async def test_where_no_map_can_be_seen_one_hears_what_is_left(profile):
    stage = await played(setting_out(profile).types("show the map", at=20.0), until=50.0)

    assert "These glasses can show no map. " in stage.ear
    assert "to go" in stage.ear.partition("no map")[2]
    assert all(card.title == "Museum" for card in maps(stage))


async def test_without_a_journey_there_is_no_map():
    stage = Stage().types("show the map", at=1.0)
    await converse(stage, [skill], until=10.0)
    assert stage.ear.startswith("I'm not leading you anywhere.")
