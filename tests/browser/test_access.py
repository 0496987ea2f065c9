"""Whoever cannot see, hear or point uses the page as well as anybody."""

import pytest
from album import kept
from axe_playwright_python.base import AXE_SCRIPT
from meeting_room import held
from playwright.async_api import expect
from tab import until
from trolley import stocked

pytestmark = pytest.mark.real

FILLED = "!document.querySelector('[aria-busy], main:empty, #panel:empty')"
PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
VIEWS = (
    *("", "today", "meetings", "meetings/find/budget", "meetings/{meeting}", "history"),
    *("photos", "photos/find/tea", "photos/{photo}"),
    *("goods", "goods/find/spread", "goods/{product}"),
    *("skills", "devices", "hub", "pair", "other", "lab"),
)


async def goes_to(page, view):
    """Open a view, and wait until it is filled."""
    await page.evaluate(f"location.hash = '#/{view}'")
    place = view.partition("/")[0] or "glasses"
    await expect(page.locator(f"main[data-view={place}] h1")).to_be_attached()
    await until(page, FILLED)


async def violations(page):
    """What axe-core finds wrong: the rule, and where."""
    options = '{ resultTypes: ["violations"] }'
    found = await page.evaluate(f"axe.run(document, {options})")
    return [
        (each["id"], [node["target"] for node in each["nodes"]]) for each in found["violations"]
    ]


@pytest.mark.parametrize(("locale", "width"), [("en-GB", 1280), ("zh-CN", 360)])
async def test_no_view_shuts_anybody_out(hub, visit, locale, width):
    meeting = await held(hub.folder / "data")
    photo = await kept(hub.folder / "data", "Green tea 2.80")
    product = stocked(hub.folder / "data")
    found, screen = {}, {"width": width, "height": 720}
    async with visit(locale=locale, viewport=screen, reduced_motion="reduce") as tab:
        await tab.page.evaluate("lorgnette.glasses.type('set a timer for ten minutes', 'en')")
        await tab.sees("Timer")
        await tab.page.evaluate(AXE_SCRIPT)
        for view in VIEWS:
            await goes_to(tab.page, view.format(meeting=meeting, photo=photo, product=product))
            for theme in ("light", "dark"):
                await tab.page.emulate_media(color_scheme=theme)
                await tab.page.evaluate(PAINTED)
                found[view, theme] = await violations(tab.page)

    assert {where: wrong for where, wrong in found.items() if wrong} == {}


async def reached(page, name):
    """Press Tab until something of this name has the focus; every stop on the way is visible."""
    script = """() => {
        const here = document.activeElement;
        const style = getComputedStyle(here);
        const marked = style.outlineStyle !== "none" || style.boxShadow !== "none";
        if (here === document.body) return ["", true];
        const { width } = here.getBoundingClientRect();
        const name = here.getAttribute("aria-label") ?? (here.labels?.[0] ?? here).textContent;
        return [name.trim(), marked && width > 1];
    }"""
    seen = []
    for _ in range(60):
        await page.keyboard.press("Tab")
        found, visible = await page.evaluate(script)
        assert visible, f"{found!r} has the focus, and nobody sees it"
        seen.append(found)
        if found.startswith(name):
            return
    raise AssertionError(f"the keyboard does not get to {name!r}, only to {seen}")


async def test_with_the_keyboard_alone(browser, visit):
    browser.says()
    async with visit() as tab:
        keyboard = tab.page.keyboard
        await reached(tab.page, "Put the glasses on")
        await keyboard.press("Enter")
        await expect(tab.lamp).to_contain_text("Microphone on")
        await reached(tab.page, "Type what you would say")
        await keyboard.type("set a timer for ten minutes")
        await keyboard.press("Enter")
        await tab.sees("Timer")
        await reached(tab.page, "Skills")
        await keyboard.press("Enter")
        await expect(tab.page.locator("h1")).to_be_focused()
        await expect(tab.page.locator("h1")).to_have_text("Skills")


async def test_a_meeting_is_put_right_with_the_keyboard_alone(hub, visit):
    meeting = await held(hub.folder / "data", title="Keys")
    async with visit(f"/#/meetings/{meeting}", reduced_motion="reduce") as tab:
        keyboard = tab.page.keyboard
        await expect(tab.page.locator("#line-7")).to_be_visible()
        await reached(tab.page, "Speaker 3: say who it is")
        await keyboard.press("Enter")
        await keyboard.type("Cleo")
        await tab.page.evaluate(AXE_SCRIPT)
        assert await violations(tab.page) == []
        await keyboard.press("Enter")
        await expect(tab.page.locator("#person-3")).to_be_focused()
        await expect(tab.page.locator("#person-3")).to_have_text("Cleo")
        await reached(tab.page, "Correct: Good morning")
        await keyboard.press("Enter")
        await expect(tab.page.locator("#line-1 textarea")).to_be_focused()
        assert await violations(tab.page) == []
        await keyboard.press("Escape")
        await expect(tab.page.locator("#edit-1")).to_be_focused()
