"""Somebody looks at things through the glasses: a film is their camera."""

import numpy as np
import pytest
from playwright.async_api import expect

from lorgnette.core.codes import Symbology
from lorgnette.testing.codereaders import drawn

pytestmark = pytest.mark.real


@pytest.fixture(autouse=True)
def another_film(browser):
    """What others see through the camera is not what was shown here."""
    yield
    browser.shows()


def held(symbology, text=""):
    """A table with a code on it, as a camera of 720p sees it."""
    table = np.full((720, 1280, 3), (150, 130, 100), np.uint8)
    code = drawn(symbology, text, width=460)
    table[120 : 120 + code.shape[0], 400 : 400 + code.shape[1]] = code
    return table


async def test_a_code_is_looked_at_and_told_and_the_lamp_goes_out(browser, visit):
    browser.says()
    browser.shows(held(Symbology.QR, "https://example.org/menu"))
    async with visit() as tab:
        await tab.puts_on()
        await tab.types("scan this")
        await tab.sees("It leads to example.org.")
        await tab.reads("It leads to example.org.")
        await expect(tab.lamp).not_to_contain_text("camera")


async def test_a_product_is_known_by_its_number(browser, visit):
    browser.says()
    browser.shows(held(Symbology.EAN_13, "3017620422003"))
    async with visit(locale="zh-CN") as tab:
        await tab.types("扫一下", "输入")
        await tab.sees("3017620422003")


async def test_who_may_not_use_the_camera_says_so(browser, visit):
    browser.says()
    async with visit() as tab:
        await tab.page.evaluate(
            """() => {
              const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
              navigator.mediaDevices.getUserMedia = (wish) => wish.video
                ? Promise.reject(new DOMException("no", "NotAllowedError")) : real(wish);
            }"""
        )
        await tab.types("scan this")
        await tab.sees("I may not use the camera.")
