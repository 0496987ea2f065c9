"""What one needs is found by its kind or by what one wants to do; what was told is spoken of on."""

import pytest

from lorgnette.core.fixes import Fix
from lorgnette.core.places import Address, Place, hours
from lorgnette.core.readings import Intent, Unknown
from lorgnette.core.types import CHINESE, ENGLISH, Spot
from lorgnette.engines import PLACES, ROUTER
from lorgnette.skills.navigate import skill
from lorgnette.testing.places import ScriptedPlaces
from lorgnette.testing.routers import ScriptedRouter
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.turns import reading_of
from lorgnette.testing.ways import Draft

HERE = Spot(0.0, 0.0)


@pytest.fixture(scope="module", autouse=True)
def borders():
    """Threads and a clock that jumps do not go together."""
    hours.load()


def place(name, chinese, kind, metres, **more):
    spot = Spot(metres / 111_195, 0.0)
    return Place(spot, {"": name, "zh": chinese}, kind, Address("High Street"), **more)


INN = place("Old Inn", "老店", "restaurant", 300, hours="24/7", phone="+44 1234 5678")
BISTRO = place("Bistro", "小馆", "restaurant", 500, hours="off")
BANK = place("Mint", "钱庄", "atm", 200, hours="24/7")
CAFE = place("Beans", "豆子", "cafe", 100)
TOWN = (INN, BISTRO, BANK, CAFE)


async def talked(*texts, places=TOWN, language=ENGLISH, spot=HERE):
    """All that is read, and where one was led."""
    stage = Stage(language=language)
    for number, text in enumerate(texts):
        stage.types(text, at=0.5 + 5.0 * number)
    until = 5.0 * len(texts) + 5.0
    stage.walks(Fix(float(second), spot, 4.0) for second in range(int(until)))
    router = ScriptedRouter((Draft(start=spot).go(500).arrive(),))
    await converse(stage, [skill], {ROUTER: router, PLACES: ScriptedPlaces(places)}, until=until)
    return "".join(stage.read), [trip.stops[-1] for trip in router.asked]


@pytest.mark.parametrize(
    "text",
    ["find a restaurant", "I need a restaurant", "where can we have dinner", "I'm very hungry"],
)
async def test_the_nearest_of_a_kind_is_offered(text):
    said, _ = await talked(text)
    assert said.startswith("Old Inn, 300 metres away. Shall I take you there?")


@pytest.mark.parametrize("text", ["找一家餐馆", "我饿了", "哪里能吃饭", "附近有什么好吃的"])
async def test_in_chinese(text):
    said, _ = await talked(text, language=CHINESE)
    assert said.startswith("老店，距离300米。要我带您去吗？")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("where can I withdraw some money", "Mint"),
        ("I'm thirsty", "Beans"),
        ("is there a café around", "Beans"),
        ("where can I park", "I know of no car park around here."),
        (
            "italian restaurants near me",
            "I know of no italian restaurants around here. The nearest restaurant: Old Inn, 300",
        ),
        ("take me to the nearest museum", "I know of no museum around here."),
        ("what's open around here", "Open around you: Mint, 200 metres away, Old Inn, 300 metres"),
        ("any good restaurants around here", "I don't know how good or cheap they are. Old Inn"),
    ],
)
async def test_what_one_wants_to_do_finds_its_place(text, told):
    assert told in (await talked(text))[0]


async def test_what_is_far_away_is_not_near():
    far = place("Pizza Moon", "月亮", "", 2_000_000)
    said, _ = await talked("pizza moon near me", places=[far])
    assert said == "I don't know a place called pizza moon."


async def test_a_name_may_praise_itself():
    said, _ = await talked("best inn near me", places=[place("Best Inn", "最好", "hotel", 300)])
    assert said == "Best Inn, 300 metres away. Shall I take you there?"


async def test_nothing_that_is_open_is_told_as_nothing():
    said, _ = await talked("what's open now", places=[BISTRO])
    assert said == "I know of nothing around you that is open now."


@pytest.mark.parametrize(
    "text",
    [
        "find a recipe",
        "I need a charger",
        "I need news of my account",
        "I need to sleepwalk",
        "I need a break",
        "are there any messages",
        "show the menu",
        "recommend a book",
    ],
)
def test_what_is_no_place_is_not_looked_for(text):
    assert reading_of(skill, text) == Unknown()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("is it open", "Old Inn, 300 metres away, is open day and night."),
        ("how far is it", "Old Inn, 300 metres away, in High Street. Shall I take you there?"),
        ("where is it", "Old Inn, 300 metres away, in High Street."),
        ("what's its phone number", "The number of Old Inn is +44 1234 5678."),
        ("what about the second one", "Bistro, 500 metres away, in High Street, closed now."),
        ("is the second one open", "Bistro, 500 metres away, is closed"),
        ("the last one", "Bistro, 500 metres away, in High Street"),
        ("the nearest one", "Old Inn, 300 metres away, in High Street"),
        ("the fourth one", "I don't know which place you mean."),
        ("any others", "Bistro, 500 metres away, in High Street"),
        ("which one is the closest", "Old Inn, 300 metres away, in High Street"),
        ("which one is open", "Old Inn, 300 metres away. Shall I take you there?"),
        ("how long does it take to walk there", "Old Inn, 300 metres away, in High Street"),
    ],
)
async def test_what_was_told_is_spoken_of_on(text, told):
    said, _ = await talked("find a restaurant", text)
    assert told in said.partition("there?")[2]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("它开着吗", "老店，距离300米，全天营业。"),
        ("有多远", "老店，距离300米，在High Street。"),
        ("它的电话是多少", "老店的电话是+44 1234 5678。"),
        ("第二家呢", "小馆，距离500米"),
        ("第二家开着吗", "小馆，距离500米，现在不营业"),
        ("最近的", "老店，距离300米"),
        ("还有别的吗", "小馆，距离500米"),
        ("哪家开着", "老店，距离300米。要我带您去吗？"),
        ("还开着吗", "老店，距离300米，全天营业。"),
    ],
)
async def test_what_was_told_is_spoken_of_on_in_chinese(text, told):
    said, _ = await talked("找一家餐馆", text, language=CHINESE)
    assert told in said.partition("去吗？")[2]


@pytest.mark.parametrize(
    ("spoken", "first", "then", "there"),
    [
        (ENGLISH, "find a restaurant", "take me there", INN),
        (ENGLISH, "find a restaurant", "take me to the second one", BISTRO),
        (ENGLISH, "what's around me", "how do I get there", CAFE),
        (CHINESE, "找一家餐馆", "带我过去", INN),
        (CHINESE, "找一家餐馆", "带我去第二家", BISTRO),
        (ENGLISH, "find a restaurant", "let's take the second one", BISTRO),
        (CHINESE, "找一家餐馆", "怎么走", INN),
    ],
)
async def test_one_is_led_to_what_was_told(spoken, first, then, there):
    _, led = await talked(first, then, language=spoken)
    assert led == [there.spot]


@pytest.mark.slow
async def test_the_one_that_was_chosen_is_spoken_of_on():
    said, led = await talked("find a restaurant", "the second one", "is it open", "take me there")
    assert "Bistro, 500 metres away, is closed" in said
    assert led == [BISTRO.spot]


@pytest.mark.parametrize("text", ["is it open", "take me there", "the second one"])
async def test_who_was_told_nothing_is_told_so(text):
    said, led = await talked(text)
    assert said.startswith("I don't know which place you mean.")
    assert led == []


async def test_what_was_told_is_forgotten_with_where_one_went():
    said, _ = await talked("find a restaurant", "forget where I went", "yes", "is it open")
    assert said.endswith("Ask for one first, such as: coffee near me.")


def test_a_shopping_list_is_no_search():
    assert not isinstance(reading_of(skill, "I need to buy bread"), Intent)
