"""Fingers, mice and keys on the temple."""

import pytest

pytestmark = pytest.mark.real

RECOGNISE = """async (script) => {
  const { Gestures } = await import("/static/glasses/gestures.js");
  const gestures = new Gestures();
  return script.flatMap(([verb, ...args]) => {
    const told = gestures[verb](...args);
    return Array.isArray(told) ? told : [];
  });
}"""

PAD = """async () => {
  const { touchpad } = await import("/static/glasses/touchpad.js");
  const pad = document.createElement("div");
  pad.tabIndex = 0;
  pad.style.cssText = "position:absolute;left:0;top:0;width:300px;height:100px";
  document.body.replaceChildren(pad);
  window.told = [];
  window.stop = touchpad(pad, (gesture) => told.push(gesture), (down) => told.push(down));
  pad.focus();
}"""


async def recognise(page, *script):
    return await page.evaluate(RECOGNISE, [list(step) for step in script])


async def test_a_tap_is_known_once_no_second_one_can_follow(page):
    tap = [("down", 0, 0, 0), ("up", 100)]
    assert await recognise(page, *tap, ("tick", 200)) == []
    assert await recognise(page, *tap, ("tick", 401)) == ["tap"]
    assert await recognise(page, *tap, ("tick", 401), ("tick", 900)) == ["tap"]


async def test_two_taps_in_time_are_one_double_tap(page):
    first = [("down", 0, 0, 0), ("up", 80)]
    assert await recognise(page, *first, ("down", 0, 0, 300), ("up", 380), ("tick", 999)) == [
        "double_tap"
    ]
    assert await recognise(page, *first, ("down", 0, 0, 500), ("up", 580), ("tick", 999)) == [
        "tap",
        "tap",
    ]


async def test_a_resting_finger_is_a_long_press_and_only_once(page):
    held = [("down", 0, 0, 0), ("tick", 499), ("tick", 500), ("tick", 900), ("up", 1000)]
    assert await recognise(page, *held, ("tick", 2000)) == ["long_press"]
    assert await recognise(page, ("down", 0, 0, 0), ("up", 700)) == ["long_press"]


@pytest.mark.parametrize(
    ("x", "y", "gesture"),
    [
        (40, 5, "slide_forward"),
        (-40, 5, "slide_back"),
        (5, -40, "slide_forward"),
        (5, 40, "slide_back"),
    ],
)
async def test_a_finger_that_moves_slides(page, x, y, gesture):
    slide = [("down", 0, 0, 0), ("move", x, y), ("tick", 600), ("up", 700), ("tick", 2000)]
    assert await recognise(page, *slide) == [gesture]


async def test_a_tap_before_a_slide_is_not_forgotten(page):
    tap = [("down", 0, 0, 0), ("up", 50)]
    slide = [("down", 0, 0, 200), ("move", 50, 0), ("up", 300)]
    assert await recognise(page, *tap, *slide) == ["tap", "slide_forward"]


async def test_a_second_finger_and_a_lost_one_mean_nothing(page):
    assert (
        await recognise(page, ("down", 0, 0, 0), ("down", 9, 9, 50), ("up", 90), ("tick", 999))
        == []
    )
    assert await recognise(page, ("down", 0, 0, 0), ("cancel",), ("up", 90), ("tick", 999)) == []


async def test_a_mouse_taps_and_slides_on_an_element(page):
    await page.evaluate(PAD)
    await page.mouse.move(50, 50)
    await page.mouse.down()
    await page.mouse.up()
    await page.wait_for_function("told.length === 1")
    await page.mouse.down()
    await page.mouse.move(200, 50)
    await page.mouse.up()
    await page.wait_for_function("told.length === 2")
    assert await page.evaluate("told") == ["tap", "slide_forward"]


async def test_keys_do_what_fingers_do(page):
    await page.evaluate(PAD)
    await page.keyboard.press("ArrowLeft")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    await page.wait_for_function("told.length === 2")
    await page.keyboard.down("Enter")
    await page.wait_for_function("told.length === 3")
    await page.keyboard.up("Enter")
    assert await page.evaluate("told") == ["slide_back", "double_tap", "long_press"]


async def test_the_space_bar_talks_for_as_long_as_it_is_held(page):
    await page.evaluate(PAD)
    await page.keyboard.down(" ")
    await page.keyboard.down(" ")
    assert await page.evaluate("told") == [True]
    await page.evaluate("document.activeElement.blur()")
    await page.keyboard.up(" ")
    assert await page.evaluate("told") == [True, False]


async def test_nothing_is_told_after_the_end(page):
    await page.evaluate(PAD)
    await page.keyboard.down(" ")
    await page.evaluate("stop()")
    await page.keyboard.press("ArrowLeft")
    assert await page.evaluate("told") == [True, False]
