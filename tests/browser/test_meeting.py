"""Two people talk around somebody who wears the glasses in a browser tab."""

import re
from zipfile import ZipFile

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.real

TALK = (3, "venue", 1.2, "hotel", 1.2, "venue", 1.2, "hotel", 60)


async def test_captions_appear_while_people_talk(browser, visit):
    browser.says(*TALK)
    async with visit() as tab:
        await tab.puts_on()
        await tab.types("start captions")
        await expect(tab.lamp).to_contain_text("Microphone on")
        await tab.sees("Lisbon", "lisbon")
        await tab.sees("hotel")
        await tab.types("stop captions")
        await tab.reads("Captions off.")


async def test_a_meeting_is_held_read_searched_and_taken_away(browser, visit, tmp_path):
    browser.says(*TALK)
    async with visit() as tab:
        await tab.puts_on()
        await tab.types("start a meeting called offsite")
        await tab.sees("Lisbon", "lisbon")
        await tab.types("speaker one is Anna")
        await tab.reads("Speaker 1 is Anna.")
        await tab.sees("Friday")
        await tab.types("stop the meeting")
        await tab.sees("offsite")
        await tab.reads("action item")
        await tab.types("who said hotel")
        await tab.reads("in offsite")

        page = tab.page
        await tab.goes("Meetings")
        await page.get_by_role("link", name="offsite").first.click()
        await expect(page.get_by_role("heading", name="To do")).to_be_visible()
        await expect(page.locator("#person-1")).to_have_text("Anna")
        await page.locator("#person-2").click()
        await page.get_by_label("Name", exact=True).fill("Ben")
        await page.keyboard.press("Enter")
        await expect(page.locator("#person-2")).to_have_text("Ben")

        await page.get_by_text("Export", exact=True).click()
        async with page.expect_download() as download:
            await page.get_by_role("button", name="Word").click()
        await (await download.value).save_as(tmp_path / "offsite.docx")
        with ZipFile(tmp_path / "offsite.docx") as document:
            written = document.read("word/document.xml").decode()
        assert "Ben" in written
        assert "hotel" in written.lower()

        await page.get_by_role("link", name="All meetings").click()
        await page.get_by_label("Search everything ever said").fill("hotel")
        hit = page.locator(".found mark").first
        await expect(hit).to_have_text(re.compile("hotel", re.IGNORECASE))
