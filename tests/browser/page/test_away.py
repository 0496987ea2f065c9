"""The page when the hub is away, and how much it weighs when it is there."""

import pytest
from playwright.async_api import expect
from tab import until

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
        await page.get_by_role("link", name="Today").click()
        await expect(page.get_by_text("The hub does not answer")).to_be_visible()
        await expect(page.get_by_role("button", name="Try again")).to_be_visible()


async def test_what_the_hub_says_is_never_kept(visit):
    async with visit() as tab:
        page = tab.page
        await until(page, KEPT)
        for view in ("today", "history", "hub"):
            await page.evaluate(f"location.hash = '#/{view}'")
            await expect(page.locator("main")).to_have_attribute("data-view", view)
        keys = "(await (await caches.open('lorgnette-shell')).keys()).map((each) => each.url)"
        kept = await page.evaluate(f"(async () => {keys})()")
        assert len(kept) > 20
        assert not [each for each in kept if "/api" in each or "/link" in each]
