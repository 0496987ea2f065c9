"""What can go wrong with a tab that is worn, and how it goes on."""

import os
import signal

import anyio
import numpy as np
import pytest
from playwright.async_api import expect
from tab import SILENT, opened

from lorgnette.core.types import SAMPLE_RATE

pytestmark = pytest.mark.real

NO_MICROPHONE = """() => {
  const { mediaDevices } = navigator;
  globalThis.open = mediaDevices.getUserMedia;
  mediaDevices.getUserMedia = async () => { throw new DOMException("", "NotFoundError"); };
}"""
TAKEN = """() => {
  const track = ear.microphones.at(-1);
  track.stop();
  track.dispatchEvent(new Event("ended"));
}"""
BACK = """() => {
  navigator.mediaDevices.getUserMedia = globalThis.open;
  navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
}"""


async def answers(tab):
    """Whether typing still works: a question of its own kind, and its card."""
    await tab.types("what is seven times six")
    await tab.sees("42")


async def test_no_microphone(visit):
    async with visit() as tab:
        await tab.page.evaluate(NO_MICROPHONE)
        await tab.page.get_by_role("button", name="Put the glasses on").click()

        await expect(tab.page.get_by_role("alert")).to_contain_text("No microphone was found")
        await expect(tab.lamp).to_contain_text("Nothing records")
        await answers(tab)


async def test_the_microphone_is_refused(visit, hub):
    async with visit(allowed=()) as tab:
        session = await tab.context.new_cdp_session(tab.page)
        refused = {"permission": {"name": "microphone"}, "setting": "denied"}
        await session.send("Browser.setPermission", {**refused, "origin": hub.address})
        await tab.page.get_by_role("button", name="Put the glasses on").click()

        await expect(tab.page.get_by_role("alert")).to_contain_text("does not give this page")
        await expect(tab.lamp).to_contain_text("Nothing records")
        await answers(tab)


async def test_the_microphone_is_taken_away_and_comes_back(browser, visit):
    browser.says()
    async with visit() as tab:
        await tab.puts_on()
        await tab.page.evaluate(NO_MICROPHONE)
        await tab.page.evaluate(TAKEN)

        await expect(tab.page.get_by_role("alert")).to_be_visible()
        await expect(tab.lamp).to_contain_text("Nothing records")
        await answers(tab)

        await tab.page.evaluate(BACK)
        await expect(tab.lamp).to_contain_text("Microphone on")


async def test_a_second_tab_takes_the_glasses_and_gives_them_back(browser, visit, hub):
    browser.says()
    async with visit() as first:
        await first.puts_on()
        async with opened(first.context, hub.address) as second:
            await second.puts_on()
            await expect(first.page.get_by_text("worn in another tab").first).to_be_visible()
            assert not await first.state("lit.microphone")
            await first.page.bring_to_front()
            await first.page.get_by_role("button", name="Wear them here").click()
            await expect(first.lamp).to_contain_text("Microphone on")
            await second.becomes('state.link === "elsewhere" && !state.lit.microphone')
        await answers(first)


async def test_the_hub_is_started_again(browser, visit, own_hub):
    browser.says()
    hub = own_hub()
    port = hub.address.rpartition(":")[2]
    async with visit(address=hub.address) as tab:
        await tab.puts_on()
        await anyio.to_thread.run_sync(hub.end)
        await expect(tab.page.get_by_text("The hub is away").first).to_be_visible()
        await anyio.to_thread.run_sync(own_hub, "--port", port)
        await tab.becomes('state.link === "connected" && state.lit.microphone')
        await answers(tab)


async def test_a_laptop_that_sleeps_and_wakes(visit):
    async with visit() as tab:
        session = await tab.context.new_cdp_session(tab.page)
        await session.send("Page.setWebLifecycleState", {"state": "frozen"})
        await anyio.sleep(2)
        await session.send("Page.setWebLifecycleState", {"state": "active"})
        await tab.becomes('state.link === "connected"')
        await answers(tab)


async def test_a_network_that_loses_every_tenth_packet(browser, visit):
    browser.says(0.5, "convert")
    async with visit() as tab:
        await tab.page.evaluate(
            "Object.assign(lorgnette.glasses.network, { delay: 60, loss: 0.1 })"
        )
        await tab.puts_on()
        await tab.sees("8.047")
        await tab.reads("5 miles")
        await tab.gets("speech_ends")
        await tab.becomes("!state.speaking")

        loud = np.abs(await tab.sound()) > SILENT
        assert loud.sum() > SAMPLE_RATE  # with gaps where a packet came late


async def test_a_network_that_stands_still_loses_no_word(browser, visit, own_hub):
    browser.says(0.5, "convert")
    hub = own_hub()
    async with visit(address=hub.address) as tab:
        await tab.puts_on()
        await anyio.sleep(1)
        os.kill(hub.process.pid, signal.SIGSTOP)
        await anyio.sleep(4)
        os.kill(hub.process.pid, signal.SIGCONT)
        await tab.sees("8.047")
        await tab.reads("5 miles")

        assert await tab.turns.locator("li[data-who=wearer]").count() == 1
