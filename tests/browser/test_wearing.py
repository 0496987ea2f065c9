"""Somebody wears the glasses in a browser tab: recorded voices, a real hub, real engines."""

import re

import anyio
import numpy as np
import pytest
from living import TEN
from playwright.async_api import expect
from tab import SILENT, until

from lorgnette.core.types import SAMPLE_RATE

pytestmark = pytest.mark.real


async def test_a_timer_is_set_shown_said_and_rings(browser, visit):
    browser.says(0.5, "timer")
    async with visit() as tab:
        await tab.puts_on()
        await tab.sees("Timer")
        await tab.reads("timer for", who="wearer")
        said = await tab.hears("timer")
        await tab.forgets()
        ring = await tab.hears("time", within=20)

    assert any(word in said for word in TEN)
    assert any(word in ring for word in TEN)


async def test_without_a_display_everything_is_heard(browser, visit):
    browser.says(0.5, "convert")
    async with visit() as tab:
        await tab.page.get_by_role("radio", name="Everyday").check()
        await tab.puts_on()
        await tab.hears("five miles", "5 miles")

        assert await tab.lens.is_hidden()


async def test_a_typed_sentence_is_shown_and_answered_aloud(browser, visit):
    browser.says()
    async with visit() as tab:
        await tab.puts_on()
        await tab.types("what is fifteen percent of eighty")
        await tab.sees("12")
        await tab.hears("15", "fifteen")


async def test_a_tap_is_as_good_as_the_wake_word(browser, visit):
    browser.says()
    async with visit() as tab:
        await tab.puts_on()
        microphone = tab.page.get_by_role("switch", name="Microphone")
        await microphone.click()
        browser.says(2, "percent")
        await microphone.click()
        await expect(tab.lamp).to_contain_text("Microphone on")
        await tab.page.get_by_role("button", name="Tap", exact=True).click()
        await tab.reads("eighty", "80", who="wearer")
        await tab.sees("12")


async def test_whoever_talks_over_an_answer_stops_it(browser, visit):
    browser.says()
    async with visit() as tab:
        await tab.puts_on()
        microphone = tab.page.get_by_role("switch", name="Microphone")
        await microphone.click()
        browser.says(0.5, "stop")
        await tab.types("what can you do")
        await tab.gets("speech_begins")
        await microphone.click()
        await tab.gets("flush")
        await anyio.sleep(1.2)

        last = (await tab.sound())[-SAMPLE_RATE // 2 :]
        assert last.size
        assert np.abs(last).max() <= SILENT


async def test_no_word_is_lost_when_the_network_goes_in_the_middle_of_a_sentence(browser, visit):
    browser.says(0.5, "timer")
    async with visit() as tab:
        await tab.puts_on()
        await anyio.sleep(1.5)
        await tab.page.evaluate("lorgnette.glasses.network.cut(true)")
        await tab.becomes('state.link === "away" && state.waiting > 1')
        await tab.page.evaluate("lorgnette.glasses.network.cut(false)")
        await tab.reads("timer for", who="wearer")
        await tab.sees("Timer")
        await tab.reads("10 seconds")

        assert await tab.turns.locator("li[data-who=wearer]").count() == 1


async def test_everything_in_chinese_by_typing(browser, visit):
    browser.says()
    async with visit(locale="zh-CN") as tab:
        await tab.types("设一个十秒的计时器", "输入")
        await tab.sees("计时")
        await tab.reads("计时")


async def test_the_camera_is_behind_the_lens_and_lights_the_lamp(browser, visit):
    browser.says()
    async with visit() as tab:
        await tab.puts_on()
        camera = tab.page.get_by_role("switch", name="Camera")
        await camera.click()
        await expect(tab.lamp).to_contain_text("Microphone and camera on")
        await until(tab.page, "document.querySelector('.lens video').videoWidth === 160")
        await camera.click()
        await expect(tab.lamp).to_have_text(re.compile("^Microphone on"))
        await expect(tab.page.locator(".lens video")).to_be_hidden()


async def test_the_screen_stays_on_while_they_are_worn(browser, visit):
    browser.says()
    async with visit() as tab:
        await tab.page.evaluate(
            """() => {
              globalThis.locks = [];
              navigator.wakeLock.request = async (kind) => {
                const lock = { kind, async release() { this.released = true; } };
                locks.push(lock);
                return lock;
              };
            }"""
        )  # a browser without a window has no screen
        await tab.puts_on()
        await until(
            tab.page, "locks.length === 1 && locks[0].kind === 'screen' && !locks[0].released"
        )
        await tab.page.get_by_role("button", name="Take them off").click()
        await until(tab.page, "locks[0].released")


async def test_a_model_without_a_camera_lets_go_of_it(browser, visit):
    browser.says()
    async with visit() as tab:
        await tab.puts_on()
        camera = tab.page.get_by_role("switch", name="Camera")
        await camera.click()
        await expect(tab.lamp).to_contain_text("Microphone and camera on")
        await tab.page.get_by_role("radio", name="Text").check()
        await expect(tab.lamp).to_have_text(re.compile("^Microphone on"))
        await expect(camera).to_be_disabled()
        await tab.page.get_by_role("radio", name="AR").check()
        await expect(camera).to_be_enabled()
