"""What the wearer sees: pages, marks, countdowns, and what is read out instead."""

import msgspec
import pytest

from lorgnette.core import cards, lens
from lorgnette.core.types import AR, TEXT_GRID

pytestmark = pytest.mark.real

DRAW = """async ([view, light]) => {
  const { draw } = await import("/static/glasses/lens.js");
  const canvas = document.createElement("canvas");
  canvas.style.width = "320px";
  document.body.replaceChildren(canvas);
  draw(canvas, view, light);
  window.canvas = canvas;
  const { data, width, height } =
    canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const rows = Array.from({ length: height }, () => 0);
  let [lit, wrong, brightest] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    if (!data[at + 3]) continue;
    lit += 1;
    brightest = Math.max(brightest, data[at + 3]);
    rows[Math.floor(at / 4 / width)] += 1;
    if (data[at + 3] > 200 && data[at + 1] < data[at]) wrong += 1;
  }
  return { lit, wrong, brightest, rows, width, height };
}"""
PAGES = """async (script) => {
  const { Pages } = await import("/static/glasses/pages.js");
  const pages = new Pages();
  const seen = [];
  for (const [verb, ...args] of script) {
    const told = pages[verb](...args);
    if (verb === "look") seen.push(told.card && [told.card.title, told.page, told.pages]);
    if (verb === "until") seen.push(told);
  }
  return seen;
}"""


def views(card, display=AR.display):
    return [msgspec.to_builtins(page) for page in lens.pages(card, display)]


async def drawn(page, view, **light):
    return await page.evaluate(DRAW, [view, light])


async def test_a_scene_is_green_on_nothing_and_as_sharp_as_the_screen(page):
    card = cards.List(title="Shopping", items=[cards.Line("Milk", "2"), cards.Line("茶")])
    [view] = views(card)
    picture = await drawn(page, view)
    assert (picture["width"], picture["height"]) == (320, 240)
    assert picture["lit"] > 300
    assert picture["wrong"] == 0
    await page.evaluate("Object.defineProperty(window, 'devicePixelRatio', { value: 3 })")
    fine = await drawn(page, view)
    assert (fine["width"], fine["height"]) == (960, 720)
    assert fine["lit"] > 6 * picture["lit"]


@pytest.mark.parametrize(
    "card",
    [
        cards.Text(title="Words", lines=[cards.Line("and more", "right")], footer="foot"),
        cards.List(title="List", items=[cards.Line("one"), cards.Line("two")], selected=1),
        cards.Progress(title="Tea", seconds_left=90.0, seconds_whole=180.0),
        cards.Progress(title="Copying", label="half", fraction=0.5),
        cards.Arrow(title="Turn left", turn=cards.Turn.LEFT, distance="120 m"),
        cards.Map(title="Station", ahead=[[(-50, -90), (50, 90)]], here=(-50, -90), goal=(50, 90)),
        cards.Picture(title="Cat", source="cat", width=200, height=100, alt="a cat"),
        cards.Question(title="Sure?", choices=["yes", "no"], selected=0),
    ],
    ids=lambda card: type(card).__name__,
)
@pytest.mark.parametrize("profile", [AR, TEXT_GRID], ids=lambda profile: profile.name)
async def test_every_card_is_drawn_on_every_layout(page, card, profile):
    for view in views(card, profile.display):
        picture = await drawn(page, view)
        assert picture["lit"] > 100
        assert picture["wrong"] == 0


async def test_a_long_line_is_squeezed_into_its_width(page):
    text = {"draw": "text", "text": "W" * 60, "size": 32, "width": 200, "x": 0, "y": 0}
    scene = {"layout": "pixels", "width": 640, "height": 40, "marks": [text]}
    await drawn(page, scene)
    beyond = await page.evaluate(
        "canvas.getContext('2d').getImageData(102, 0, 218, 20).data.some((value) => value)"
    )
    assert not beyond


async def test_a_darker_lens_is_darker_but_not_dark(page):
    [view] = views(cards.Text(title="Hello"))
    bright = await drawn(page, view, brightness=100)
    dark = await drawn(page, view, brightness=0)
    assert 60 < dark["brightest"] < 100 < bright["brightest"] == 255


async def test_bars_and_countdowns_run_by_themselves_from_the_moment_shown(page):
    card = cards.Progress(title="Tea", seconds_left=10.0, seconds_whole=10.0)
    [view] = views(card)
    [begun] = [await drawn(page, view, shown=5000, now=5000)]
    half = await drawn(page, view, shown=5000, now=10_000)
    full = await drawn(page, view, shown=5000, now=15_000)
    over = await drawn(page, view, shown=5000, now=999_000)
    assert begun["lit"] < half["lit"] < full["lit"] == over["lit"]


async def test_a_grid_counts_down_too(page):
    card = msgspec.to_builtins(cards.Progress(title="Tea", seconds_left=10.0, seconds_whole=20.0))
    rows = await page.evaluate(
        """async (card) => {
          const { running } = await import("/static/glasses/grid.js");
          return [0, 5, 99].map((elapsed) => running("0:10 ##########----------", card, elapsed))
            .concat(running("10 things", card, 5));
        }""",
        card,
    )
    assert rows == [
        "0:10 ##########----------",
        "0:05 ###############-----",
        "0:00 ####################",
        "10 things",
    ]


async def test_nothing_to_show_is_see_through(page):
    assert (await drawn(page, None))["lit"] == 0


def show(title, *seconds, page=0, slot="main"):
    pages = [{"seconds": each} for each in seconds]
    return {"card": {"title": title}, "slot": slot, "pages": pages, "page": page}


async def test_pages_turn_by_their_seconds_and_the_last_stays(page):
    seen = await page.evaluate(
        PAGES,
        [
            ["show", show("long", 2, 3, 4), 1000],
            *(["look", at] for at in (1000, 2999, 3000, 5999, 6000, 99_000)),
            ["until", 1500],
        ],
    )
    assert [at for _, at, _ in seen[:-1]] == [0, 0, 1, 1, 2, 2]
    assert seen[-1] == 1500


async def test_a_card_begins_on_the_page_the_hub_wants(page):
    seen = await page.evaluate(PAGES, [["show", show("x", 2, 3, 4, page=1), 0], ["look", 10]])
    assert seen == [["x", 1, 3]]


async def test_an_update_leaves_the_wearer_on_their_page(page):
    seen = await page.evaluate(
        PAGES,
        [
            ["show", show("old", 2, 3), 0],
            ["update", show("new", 2, 3), 2500],
            ["look", 2500],
            ["update", show("shorter", 2), 2600],
            ["look", 2600],
        ],
    )
    assert seen == [["new", 1, 2], ["shorter", 0, 1]]


async def test_the_latest_slot_is_on_top_and_what_is_below_comes_back(page):
    seen = await page.evaluate(
        PAGES,
        [
            ["show", show("main", 2), 0],
            ["show", show("call", slot="call"), 1],
            ["look", 2],
            ["clear", "call"],
            ["look", 3],
            ["clear", "main"],
            ["look", 4],
        ],
    )
    assert seen == [["call", 0, 0], ["main", 0, 1], None]


async def test_a_card_is_described_in_the_order_of_reading(page):
    card = cards.Progress(
        title="Tea", label="steeping", seconds_left=65.0, lines=[cards.Line("Pot", "1 l")]
    )
    said = await page.evaluate(
        """async (card) => (await import("/static/glasses/lens.js")).describe(card)""",
        msgspec.to_builtins(card),
    )
    assert said.splitlines() == ["Tea", "steeping", "1:05", "Pot: 1 l"]


async def test_a_slot_that_begins_with_an_update_lies_under_the_others(page):
    seen = await page.evaluate(
        PAGES,
        [
            ["show", show("main", 2), 0],
            ["update", show("captions", slot="activity"), 1],
            ["look", 2],
            ["clear", "main"],
            ["look", 3],
        ],
    )
    assert seen == [["main", 0, 1], ["captions", 0, 0]]
