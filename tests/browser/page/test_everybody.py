"""The page for everybody: by keyboard, in two languages, on small screens, light and dark."""

import pytest
from album import kept
from meeting_room import held
from playwright.async_api import expect
from tab import until
from trolley import stocked

pytestmark = pytest.mark.real

VIEWS = (
    *("", "today", "meetings", "meetings/find/budget", "meetings/{meeting}", "history"),
    *("photos", "photos/find/tea", "photos/{photo}"),
    *("goods", "goods/find/spread", "goods/{product}"),
    *("skills", "devices", "hub", "pair", "other", "lab"),
)


async def test_another_language_comes_without_a_reload(visit):
    async with visit("/#/today") as tab:
        page = tab.page
        await page.evaluate("window.same = true")
        await page.get_by_role("button", name="中文").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("今天")
        await expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
        assert await page.title() == "今天 · Lorgnette"
        assert await page.evaluate("window.same")
        await page.reload()
        await expect(page.get_by_role("heading", level=1)).to_have_text("今天")
        await page.get_by_role("link", name="眼镜").click()
        await tab.types("三加四乘以二", label="输入您想说的话")
        await tab.sees("11")


async def test_the_page_follows_when_the_hub_is_asked_to_speak_another_language(visit):
    async with visit() as tab:
        await tab.types("speak Chinese")
        await expect(tab.page.locator("html")).to_have_attribute("lang", "zh-Hans")
        await expect(tab.page.get_by_label("输入您想说的话")).to_be_visible()
        await tab.types("说英语", label="输入您想说的话")
        await expect(tab.page.locator("html")).to_have_attribute("lang", "en")


async def test_everything_is_reached_by_keyboard_alone(visit):
    async with visit() as tab:
        page = tab.page
        await page.keyboard.press("Tab")
        await expect(page.get_by_text("Skip to content")).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.locator("main")).to_be_focused()
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("button", name="Put the glasses on")).to_be_focused()
        await page.keyboard.press("Tab")
        await page.keyboard.type("what is six times eight")
        await page.keyboard.press("Enter")
        await tab.sees("48")

        await page.evaluate(
            """() => {
              globalThis.felt = [];
              lorgnette.glasses.touch = (gesture) => felt.push(gesture);
              lorgnette.glasses.talk = (pressed) => felt.push(pressed);
            }"""
        )
        for _ in range(3):
            await page.keyboard.press("Tab")
        await expect(page.locator(".pad")).to_be_focused()
        for key in ("ArrowRight", "ArrowLeft", " ", "Enter"):
            await page.keyboard.press(key)
        await until(page, "felt.length === 5")
        assert await page.evaluate("felt") == [
            "slide_forward", "slide_back", True, False, "tap",
        ]  # fmt: skip


async def test_a_view_begins_at_its_heading(visit):
    async with visit() as tab:
        await tab.goes("Skills")
        await expect(tab.page.get_by_role("heading", name="Skills", level=1)).to_be_focused()
        assert await tab.page.title() == "Skills · Lorgnette"


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_nothing_is_wider_than_a_narrow_screen(hub, visit, language):
    meeting = await held(hub.folder / "data")
    photo = await kept(hub.folder / "data", "Green tea 2.80")
    product = stocked(hub.folder / "data")
    locale = {"en": "en-GB", "zh": "zh-CN"}[language]
    async with visit(viewport={"width": 320, "height": 640}, locale=locale) as tab:
        for view in VIEWS:
            where = view.format(meeting=meeting, photo=photo, product=product)
            await tab.page.evaluate(f"location.hash = '#/{where}'")
            place = view.partition("/")[0] or "glasses"
            await expect(tab.page.locator("main")).to_have_attribute("data-view", place)
            await tab.page.wait_for_timeout(300)
            width = await tab.page.evaluate("document.documentElement.scrollWidth")
            assert width <= 320, view


async def test_the_lens_keeps_its_shape_on_any_screen(visit):
    async with visit() as tab:
        lens = tab.page.locator(".lens")
        for width, height in ((320, 640), (844, 390), (1280, 800), (1920, 1080)):
            await tab.page.set_viewport_size({"width": width, "height": height})
            box = await lens.bounding_box()
            assert 1 < box["width"] / box["height"] < 1.6, (width, height)
            assert box["height"] < height, (width, height)


async def test_a_choice_stays_in_its_frame(visit):
    async with visit() as tab:
        model = tab.page.locator(".segments").first
        await model.get_by_role("radio", name="Text").check()
        assert await model.evaluate("(frame) => frame.scrollWidth - frame.clientWidth") == 0


async def test_what_can_be_pressed_is_large_enough_for_a_finger(visit):
    async with visit(viewport={"width": 360, "height": 740}) as tab:
        small = await tab.page.evaluate(
            """[...document.querySelectorAll("button, select, input, .places a")]
              .filter((each) => each.checkVisibility() && !each.matches("[type=radio], .hint"))
              .map((each) => [each.textContent || each.id, each.getBoundingClientRect()])
              .filter(([, box]) => box.height < 44 || box.width < 44)
              .map(([name]) => name)"""
        )
        assert small == []


async def test_the_theme_is_chosen_and_kept(visit):
    async with visit(color_scheme="light") as tab:
        page, html = tab.page, tab.page.locator("html")
        paper = "getComputedStyle(document.body).backgroundColor"
        light = await page.evaluate(paper)
        await page.get_by_role("button", name="Theme: as the system").click()
        await page.get_by_role("button", name="Theme: light").click()
        await expect(html).to_have_attribute("data-theme", "dark")
        dark = await page.evaluate(paper)
        assert dark != light
        await page.reload()
        await expect(html).to_have_attribute("data-theme", "dark")
        assert await page.evaluate(paper) == dark
