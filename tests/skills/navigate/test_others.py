"""Several ways: what sets them apart is told, each is seen, and one is taken."""

import pytest
from msgspec.structs import replace

from lorgnette.core.cards import Map
from lorgnette.core.fixes import Fix
from lorgnette.core.places import Place
from lorgnette.core.routes import Direction, Hindrance, Manoeuvre
from lorgnette.core.types import AR, CHINESE, ENGLISH, EVERYDAY, Gesture, Spot
from lorgnette.engines import PLACES, ROUTER
from lorgnette.skills.navigate import skill
from lorgnette.skills.navigate.others import differences, offered
from lorgnette.skills.navigate.plans import Goal, Plan
from lorgnette.testing.places import ScriptedPlaces
from lorgnette.testing.routers import ScriptedRouter
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.turns import turn_for
from lorgnette.testing.ways import START, Draft

MUSEUM = Place(Spot(48.203, 16.372), {"": "Museum", "zh": "博物馆"}, "museum")


def way(street, metres, *more):
    """A way through a street of its own, perhaps by stairs."""
    draft = Draft(street="High Street").go(100).turn(Direction.LEFT, street).go(metres)
    for manoeuvre in more:
        draft = draft.do(manoeuvre).go(10)
    route = draft.arrive()
    return replace(route, has=frozenset({Hindrance.STAIRS}) if more else frozenset())


STEEP = way("Castle Steps", 80, Manoeuvre.STAIRS, Manoeuvre.STAIRS)
ROUND = way("Mill Lane", 300)
QUAY = way("Quay", 320, Manoeuvre.STAIRS)


async def asked(profile, *cues, language=ENGLISH, until=60.0):
    """Somebody sets out and asks for other ways; then `cues` happen, a sentence or a gesture."""
    go, others = {
        ENGLISH: ("take me to the museum", "show me alternatives"),
        CHINESE: ("带我去博物馆", "还有别的路吗"),
    }[language]
    stage = Stage(profile, language).types(go, at=1.0).types(others, at=15.0)
    for at, cue in enumerate(cues):
        when = 40.0 + 15.0 * at
        stage.touches(cue, at=when) if isinstance(cue, Gesture) else stage.types(cue, at=when)
    stage.walks([Fix(float(at), START, 4.0) for at in range(int(until) + 20)])
    router = ScriptedRouter((STEEP, ROUND, QUAY))
    await converse(stage, [skill], {ROUTER: router, PLACES: ScriptedPlaces([MUSEUM])}, until=until)
    return stage


def titles(stage):
    """The titles of the maps of ways that were shown one by one."""
    return [card.title for card in stage.shown if isinstance(card, Map) and card.title != "Museum"]


@pytest.mark.parametrize(
    ("spoken", "told"),
    [
        (ENGLISH, ["3 minutes longer", "without stairs"]),
        (CHINESE, ["多3 分钟", "没有楼梯"]),
    ],
)
def test_what_sets_a_way_apart_is_time_and_what_it_has(spoken, told):
    turn = turn_for(skill, language=spoken)
    assert list(differences(turn, ROUND, STEEP)) == told
    assert list(differences(turn, STEEP, STEEP)) == []


def test_ways_that_take_as_long_differ_by_their_length_and_their_stairs():
    turn = turn_for(skill)
    short = way("Castle Steps", 20, Manoeuvre.STAIRS, Manoeuvre.STAIRS)
    longer = way("Quay", 90, Manoeuvre.STAIRS)
    assert list(differences(turn, longer, short)) == ["60 metres longer", "fewer stairs"]
    assert list(differences(turn, short, longer)) == ["60 metres shorter", "more stairs"]
    assert list(differences(turn, short, way("Quay", 40))) == ["with stairs"]


async def test_each_way_is_seen_from_above_with_what_sets_it_apart():
    turn = turn_for(skill)
    plan = Plan((Goal("Museum", MUSEUM.spot),), turn.now)
    reply = offered(turn, plan, [STEEP, ROUND, QUAY])
    assert reply.ask.text.startswith("Which way: ")
    for at, street in ((1, "Mill Lane"), (2, "Quay"), (0, "Castle Steps")):
        reply = await reply.ask.look(at)
        assert reply.ask.at == at
        assert reply.card.title == street
        assert reply.card.lines[0].text == f"{at + 1} of 3"
        assert reply.card.ahead
        assert reply.ask.text.endswith("This one?")
        assert street in reply.ask.text
    reply = await reply.ask.look(1)
    assert reply.card.lines[1].text == "3 minutes longer, without stairs"
    taken = await reply.ask.then(1)
    assert taken.begins.state.way.route == ROUND


@pytest.mark.slow
async def test_by_ear_one_hears_in_what_they_differ_and_goes_through_them():
    stage = await asked(EVERYDAY, "next", "the next one", "previous", "this one", until=110.0)

    assert "by Mill Lane, 3 minutes longer, without stairs" in stage.ear
    [_, *seen] = stage.ear.split("Which way")
    assert seen
    order = [stage.ear.index(each) for each in ("2 of 3: ", "3 of 3: ")]
    assert order == sorted(order)
    assert stage.ear.count("2 of 3: ") == 2
    assert stage.ear.rindex("To Museum: ") > stage.ear.rindex("2 of 3: ")
    assert not stage.shown


@pytest.mark.slow
async def test_by_touch_one_slides_through_them_and_taps():
    stage = await asked(
        AR, Gesture.SLIDE_FORWARD, Gesture.SLIDE_FORWARD, Gesture.SLIDE_BACK, Gesture.TAP,
        until=110.0,
    )  # fmt: skip

    assert titles(stage) == [
        "Castle Steps", "Mill Lane", "Quay", "Mill Lane",
    ]  # fmt: skip
    assert "To Museum: " in stage.ear.rpartition("2 of 3")[2]


@pytest.mark.slow
async def test_a_tap_while_the_question_is_said_is_for_quiet_and_takes_nothing():
    stage = Stage(AR).types("take me to the museum", at=1.0).types("other ways", at=15.0)
    stage.touches(Gesture.TAP, at=18.0).touches(Gesture.SLIDE_FORWARD, at=25.0)
    stage.walks([Fix(float(at), START, 4.0) for at in range(60)])
    given = {ROUTER: ScriptedRouter((STEEP, ROUND)), PLACES: ScriptedPlaces([MUSEUM])}

    await converse(stage, [skill], given, until=40.0)

    assert titles(stage) == ["Castle Steps"]
    assert stage.ear.count("To Museum: ") == 1
    assert any(line.endswith(" adjust") for line in stage.script)


@pytest.mark.slow
async def test_who_thinks_of_it_no_more_does_not_choose_by_touch():
    stage = Stage(AR).types("take me to the museum", at=1.0).types("other ways", at=15.0)
    stage.touches(Gesture.TAP, at=90.0).touches(Gesture.SLIDE_FORWARD, at=91.0)
    stage.walks([Fix(float(at), START, 4.0) for at in range(120)])
    given = {ROUTER: ScriptedRouter((STEEP, ROUND)), PLACES: ScriptedPlaces([MUSEUM])}

    await converse(stage, [skill], given, until=100.0)

    assert titles(stage) == ["Castle Steps"]
    assert stage.ear.count("To Museum: ") == 1


@pytest.mark.slow
async def test_in_chinese():
    stage = await asked(AR, "下一条", "就走这条", language=CHINESE, until=80.0)

    assert "走哪条路：" in stage.ear
    assert "第2条，共3条" in [each.lines[0].text for each in stage.shown if each.lines]
    assert "去博物馆：" in stage.ear.rpartition("走这条吗？")[2]
