"""The page when the hub is away, and how much it weighs when it is there."""

import pytest
from playwright.async_api import expect
from tab import until

from lorgnette.web.page import STATIC

pytestmark = pytest.mark.real

KEPT = "(await (await caches.open('lorgnette-shell')).match('/static/views/today.js'))"


async def test_the_page_opens_without_the_hub_and_says_so(own_hub, visit):
    hub = own_hub()
    async with visit(address=hub.address) as tab:
        page = tab.page
        await until(page, KEPT)
        hub.end()
        await page.reload()
        await expect(page.get_by_role("button", name="Put the glasses on")).to_be_visible()
        await expect(page.locator("#notice")).to_contain_text("The hub is away")
        await tab.goes("Today")
        await expect(page.get_by_text("The hub does not answer")).to_be_visible()
        await expect(page.get_by_role("button", name="Try again")).to_be_visible()


async def test_the_wearer_is_told_when_the_hub_could_not_delete(own_hub, visit):
    hub = own_hub()
    async with visit("/#/today", hub.address) as tab:
        page = tab.page
        await page.get_by_label("New note").fill("Two lemons")
        await page.keyboard.press("Enter")
        await page.get_by_role("button", name="Delete: Two lemons").click()
        note = page.locator(".notes li", has_text="Two lemons")
        await expect(note).to_be_hidden()
        hub.end()
        await page.get_by_label("New note").fill("Milk")
        await page.keyboard.press("Enter")
        await expect(page.locator("#toast")).to_have_text("The hub does not answer")


async def test_the_page_can_be_installed(visit):
    async with visit() as tab:
        await until(tab.page, KEPT)
        session = await tab.context.new_cdp_session(tab.page)
        found = await session.send("Page.getInstallabilityErrors")

    ours = {each["errorId"] for each in found["installabilityErrors"]}
    assert ours <= {"in-incognito"}, "which is what browsers of tests are"


OTHERS = ("static/panel/", "static/guest", "static/css/guest.css")
"""What is loaded when a developer or a guest comes: guests have a page of their own."""


async def test_the_whole_shell_is_kept_and_nothing_that_the_hub_says(visit):
    async with visit() as tab:
        page = tab.page
        await until(page, KEPT)
        for view in ("today", "history", "hub"):
            await page.evaluate(f"location.hash = '#/{view}'")
            await expect(page.locator("main")).to_have_attribute("data-view", view)
        keys = "(await (await caches.open('lorgnette-shell')).keys()).map((each) => each.url)"
        kept = await page.evaluate(f"(async () => {keys})()")

    paths = {each.removeprefix(address_of(kept)) for each in kept}
    files = {f"static/{path.relative_to(STATIC).as_posix()}" for path in STATIC.rglob("*.*")}
    needed = {path for path in files if not path.startswith(OTHERS)}
    assert needed - paths <= {"static/index.html", "static/worker.js", "static/icons/maskable.svg"}
    assert paths <= needed | {""}


def address_of(urls):
    """The address of the hub: the shortest of its pages."""
    return min(urls, key=len)
