"""Shopping on the page: what was looked at, warnings, prices, the list and the basket."""

import re

import pytest
from playwright.async_api import expect
from tab import until
from trolley import SPREAD, stocked

pytestmark = pytest.mark.real


@pytest.fixture
def shop(own_hub):
    """A hub of one's own, with goods in its catalogue."""
    hub = own_hub()
    stocked(hub.folder / "data")
    return hub


async def test_a_product_is_found_and_warned_of(shop, visit):
    async with visit("/#/today", shop.address) as tab:
        page = tab.page
        await page.get_by_role("link", name="Shopping").click()
        for said, meant in (("hazelnuts", "nuts"), ("gluten", "gluten")):
            await page.get_by_label("Warn me of").fill(said)
            await page.keyboard.press("Enter")
            await expect(page.locator("li").filter(has_text=meant)).to_be_visible()
            await expect(page.get_by_label("Warn me of")).to_be_focused()
            await expect(page.get_by_label("Warn me of")).to_have_value("")

        await page.get_by_label("Search products by name or number").fill("hazlenut spred")
        await page.keyboard.press("Enter")
        await page.get_by_role("link", name="Hazelnut spread").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Hazelnut spread")
        risks = page.get_by_label("What you must not eat").get_by_role("listitem")
        await expect(risks).to_have_count(2)
        await expect(risks.first).to_have_text("Careful: it contains nuts.")
        await expect(risks.last).to_contain_text("That is no promise: read the label.")
        await expect(page.locator("mark")).to_have_text(["hazelnuts"])
        traces = page.locator(".facts > div").filter(has_text="Traces")
        await expect(traces).to_contain_text("does not say")


async def test_prices_are_compared_plotted_and_listed(shop, visit):
    async with visit(f"/#/goods/{SPREAD}", shop.address) as tab:
        page = tab.page
        facts = page.locator(".costs .facts > div")
        await expect(facts.filter(has_text="Cheapest")).to_contain_text("€2.99")
        await expect(page.locator("figure")).to_contain_text("the lowest €2.99, the highest €3.79")
        await expect(page.locator("figure circle")).to_have_count(3)
        rows = page.locator(".prices tbody tr")
        await expect(rows).to_have_count(3)
        await expect(rows.first).to_contain_text("€8.72 / kg")
        assert await page.locator("a[href^='javascript']").count() == 0


async def test_a_product_goes_on_the_list_and_off_it(shop, visit):
    async with visit(f"/#/goods/{SPREAD}", shop.address) as tab:
        page = tab.page
        await page.get_by_role("button", name="Put on the list").click()
        await expect(page.get_by_text("It is on your list.")).to_be_visible()
        await page.get_by_role("link", name="All shopping").click()
        listed = page.locator("section").filter(
            has=page.get_by_role("heading", name="Shopping list")
        )
        row = listed.get_by_role("listitem")
        await expect(row).to_have_text("Hazelnut spread")
        await row.get_by_role("button", name="Delete").click()
        await expect(row).to_be_hidden()
        await page.get_by_role("button", name="Undo").click()
        await expect(row).to_be_visible()
        await row.get_by_role("button", name="Delete").click()
        await tab.goes("Glasses")
        await until(page, "!(await (await fetch('/api/goods')).json()).wanted.length")


async def test_what_the_wearer_says_is_on_the_page(shop, visit):
    async with visit("/", shop.address) as tab:
        page = tab.page
        await tab.types("look up the product hazelnut spread")
        await tab.sees("Hazelnut spread")
        await tab.types("it costs 2 euros 50 at the harbour")
        await tab.reads("That is a good price")
        await tab.types("put it in the basket")
        await tab.reads("One thing for 2.50 euros")
        await page.evaluate("location.hash = '#/goods'")
        basket = page.locator("section").filter(has=page.get_by_role("heading", name="Basket"))
        await expect(basket).to_contain_text("Together €2.50")
        await basket.get_by_role("button", name="Delete").click()
        await expect(basket).not_to_contain_text("Together")
        await page.get_by_role("button", name="Undo").click()
        await expect(basket).to_contain_text("Together €2.50")
        looked = page.locator("section", has=page.get_by_role("heading", name="Looked at"))
        await looked.get_by_role("link", name="Hazelnut spread").click()
        own = page.locator(".prices tr").filter(has_text="the harbour")
        await expect(own).to_contain_text("you")
        await expect(page.locator(".costs")).to_contain_text("a good price")
        await own.get_by_role("button", name="Delete").click()
        await expect(own).to_be_hidden()
        await page.get_by_role("link", name="All shopping").click()
        await expect(page.get_by_text("Say “it costs …” after a scan")).to_be_visible()


async def test_a_card_and_a_turn_lead_to_the_page_and_the_wearer_may_ask_for_it(shop, visit):
    product = re.compile(f"#/goods/{SPREAD}$")
    async with visit("/", shop.address) as tab:
        page = tab.page
        await tab.types("look up the product hazelnut spread")
        await page.get_by_role("link", name="More on the page").click()
        await expect(page).to_have_url(product)
        await tab.goes("Glasses")
        await tab.types("show it on my page")
        await expect(page).to_have_url(product)
        await expect(page.get_by_role("heading", level=1)).to_have_text("Hazelnut spread")
        await tab.goes("History")
        await page.get_by_role("link", name="More on the page").first.click()
        await expect(page).to_have_url(product)


async def test_how_far_it_is_when_the_glasses_tell_where_they_are(shop, visit):
    here = {"latitude": 48.137, "longitude": 11.575}
    async with visit("/", shop.address, geolocation=here, allowed=["geolocation"]) as tab:
        page = tab.page
        await page.evaluate("lorgnette.glasses.sense({ position: true })")
        sheet = f"(await (await fetch('/api/goods/of/{SPREAD}')).json())"
        await until(page, f"{sheet}.prices.some(({{ metres }}) => metres)")
        await tab.types("look up the product hazelnut spread")
        await tab.sees("Corner shop, 400 metres away")
        await tab.types("the cheapest nearby")
        await tab.reads("Cheapest nearby: 3.49 euros, Corner shop, 400 metres away")
        await page.evaluate(f"location.hash = '#/goods/{SPREAD}'")
        near = page.locator(".costs .facts > div").filter(has_text="Cheapest nearby")
        await expect(near).to_contain_text("Corner shop, 400 m away")
        market = page.locator(".prices tr").filter(has_text="Market")
        await expect(market).to_contain_text("18.1 km away")


async def test_loose_goods_have_a_page_too(shop, visit):
    async with visit("/#/goods/find/bananas", shop.address) as tab:
        page = tab.page
        await page.get_by_role("link", name="bananas").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("bananas")
        await expect(page.locator(".costs")).to_contain_text("€1.99 / kg")
    async with visit("/#/goods/en:bananas", shop.address, locale="zh-CN") as tab:
        await expect(tab.page.get_by_role("heading", level=1)).to_have_text("香蕉")
        await expect(tab.page.locator(".costs")).to_contain_text("公斤")


async def test_what_nobody_knows_is_told(shop, visit):
    async with visit("/", shop.address) as tab:
        page = tab.page
        await tab.types("I'm allergic to milk")
        await tab.reads("I'll warn you of milk.")
        await page.evaluate("location.hash = '#/goods/96385074'")
        await expect(
            page.get_by_text("No catalogue on this hub knows this product")
        ).to_be_visible()
        await expect(page.get_by_text("Nobody knows whether it contains milk")).to_be_visible()
        await page.evaluate("location.hash = '#/goods/12'")
        await expect(page.get_by_role("alert")).to_be_visible()
    async with visit("/#/goods/find/zzzz", shop.address) as tab:
        await expect(tab.page.get_by_text("No catalogue has it.")).to_be_visible()


async def test_no_warning_is_given_up_by_a_slip(shop, visit):
    async with visit("/#/goods", shop.address) as tab:
        page = tab.page
        await page.get_by_label("Warn me of").fill("milk")
        await page.keyboard.press("Enter")
        row = page.locator("li").filter(has_text="milk")
        await row.get_by_role("button", name="Delete").click()
        await page.get_by_role("button", name="Cancel").click()
        await expect(row).to_be_visible()
        await row.get_by_role("button", name="Delete").click()
        await page.get_by_role("button", name="Stop warning").click()
        await expect(row).to_have_count(0)
