"""A page for the person opposite: what was said, large, in their language, and nothing else."""

from pathlib import Path

import pytest
from playwright.async_api import expect
from tab import asked, opened, until

pytestmark = pytest.mark.real

INTERPRETER = Path(__file__).parent.parent / "interpreter.py"


async def test_a_phone_shows_the_person_opposite_what_the_glasses_interpret(
    own_hub, browser, visit
):
    hub = own_hub("--skill", str(INTERPRETER))
    async with (
        visit(address=hub.address) as tab,
        browser.context(at=hub.address, viewport={"width": 390, "height": 780}) as phone,
        opened(phone, hub.address, "/#/other") as other,
    ):
        page = other.page
        await expect(page.get_by_text("Nobody interprets just now")).to_be_visible()
        await expect(page.get_by_role("navigation")).to_be_hidden()
        assert await other.state("link") == "off"

        await tab.types("open the booth")
        await expect(page.locator(".waiting")).to_have_text("español")
        lines = page.locator(".said li")
        await expect(lines.first).to_have_text("¿Dónde está la estación?")
        await expect(lines.last).to_have_text("A la izquierda. después")
        await expect(lines.last.locator(".tail")).to_have_text(" después")
        await expect(lines.first).to_have_attribute("lang", "es")
        size = "(row) => parseFloat(getComputedStyle(row).fontSize)"
        assert await lines.first.evaluate(size) > 30
        await expect(page.get_by_text("open the booth")).to_have_count(0)

        await page.get_by_role("button", name="Turn around").click()
        await expect(page.locator(".opposite")).to_have_css("rotate", "180deg")

        shown = tab.page.get_by_role("link", name="Show to the other person")
        await expect(shown.first).to_be_visible()
        await tab.types("close the booth")
        await expect(page.get_by_text("Nobody interprets just now")).to_be_visible()
        await expect(lines).to_have_count(0)


async def test_the_worn_glasses_are_turned_to_the_other_and_go_on(own_hub, visit):
    hub = own_hub("--skill", str(INTERPRETER))
    async with visit(address=hub.address) as tab:
        page = tab.page
        await tab.puts_on()
        await tab.types("open the booth")
        await page.get_by_role("link", name="Show to the other person").first.click()
        await expect(page.locator(".said li").first).to_have_text("¿Dónde está la estación?")
        await expect(page.locator("main").get_by_text("Microphone on")).to_be_attached()
        await page.get_by_role("link", name="Close").click()
        await expect(page.get_by_role("button", name="Take them off")).to_be_visible()
        await tab.types("close the booth")
        await until(page, "lorgnette.glasses.state.lit.purpose !== 'translation'")
        [lease] = asked(hub, "/api/leases")
        assert (lease["purpose"], lease["left"]) == ("translation", [])

        await tab.goes("Hub")
        use = page.locator(".leases li", has_text="Live translation")
        await expect(use).to_contain_text("Stayed on your hub")
        await use.get_by_role("button", name="Delete: Live translation").click()
        await expect(use).to_be_hidden()
        await page.get_by_role("button", name="Undo").click()
        await expect(use).to_be_visible()
        await page.get_by_role("button", name="Delete all").click()
        await page.get_by_role("dialog").get_by_role("button", name="Delete all").click()
        await expect(page.get_by_text("Nothing used it yet")).to_be_visible()
