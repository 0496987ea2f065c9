"""Two people talk around somebody who wears the glasses in a browser tab."""

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


async def test_a_meeting_is_held_and_its_minutes_are_shown(browser, visit):
    browser.says(*TALK)
    async with visit() as tab:
        await tab.puts_on()
        await tab.types("start a meeting called offsite")
        await tab.sees("Lisbon", "lisbon")
        await tab.types("speaker one is Anna")
        await tab.reads("Speaker 1 is Anna.")
        await tab.sees("hotel")
        await tab.types("stop the meeting")
        await tab.sees("offsite")
        await tab.reads("action item")
        await tab.types("who said hotel")
        await tab.reads("in offsite")
