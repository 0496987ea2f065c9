"""Somebody looks at things through the glasses: a film is their camera."""

import shutil
from datetime import date

import numpy as np
import pytest
from playwright.async_api import expect
from tab import until

from lorgnette.core.codes import Symbology
from lorgnette.core.goods import Good, Observation
from lorgnette.store.goods import FILE, Shelves
from lorgnette.store.goods.tables import open_catalogue
from lorgnette.testing import readers
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


SPREAD = "4006381333931"


@pytest.fixture
def catalogue(hub):
    """A product and its prices, in the catalogue of the hub."""
    shelves = Shelves(open_catalogue(hub.folder / "data" / FILE))
    source = shelves.begin("test", "table", "1")
    today = date.today()  # noqa: DTZ011 - a price is of the day it was seen on
    prices = [
        Observation(SPREAD, price, "EUR", today, shop=shop)
        for price, shop in ((349, "Corner shop"), (299, "Market"))
    ]
    good = Good(SPREAD, {"": "Hazelnut spread"}, "Nutti", allergens=("nuts",))
    shelves.put(source.id, 1, [good], prices)
    shelves.finish(source.id)
    shelves.db.close()


async def test_a_product_is_known_warned_of_and_compared(browser, visit, catalogue):
    browser.says()
    browser.shows(held(Symbology.EAN_13, SPREAD))
    async with visit() as tab:
        await tab.types("I'm allergic to hazelnuts")
        await tab.reads("I'll warn you of nuts.")
        await tab.types("scan this")
        await tab.reads("Careful: it contains nuts!")
        await tab.sees("Hazelnut spread")
        await tab.types("it costs 2 euros 50 here")
        await tab.reads("That is a good price")
        await tab.types("what does it cost elsewhere")
        await tab.reads("Cheapest I know: 2.50 euros")
        await tab.page.get_by_role("link", name="More on the page").click()
        risk = tab.page.get_by_text("Careful: it contains nuts.")
        await expect(risk).to_be_visible()
        own = tab.page.locator(".prices tr").filter(has_text="€2.50")
        await own.get_by_role("button", name="Delete").click()
        await expect(own).to_be_hidden()
        await tab.page.get_by_role("button", name="Undo").click()
        await expect(own).to_be_visible()
        await tab.page.get_by_role("button", name="Put on the list").click()
        await expect(tab.page.get_by_text("It is on your list.")).to_be_visible()
        await tab.goes("Glasses")
        await tab.types("what's on my shopping list")
        await tab.reads("On your list: Hazelnut spread.")
        await tab.types("I'm no longer allergic to hazelnuts")
        await tab.types("yes")
        await tab.reads("I warn you of nuts no more.")


def written(*texts):
    """A board with text on it, as a camera of 720p sees it."""
    board = np.full((720, 1280, 3), 245, np.uint8)
    text = readers.drawn(texts, height=56)[:700, :1240]
    board[10 : 10 + text.shape[0], 20 : 20 + text.shape[1]] = text
    return board


async def test_a_board_is_read(browser, visit):
    browser.says()
    browser.shows(written("Coffee 3.50", "Green tea 2.80"))
    async with visit() as tab:
        await tab.types("read this")
        await tab.sees("Green tea")
        await tab.reads("Coffee 3.50")
        await tab.types("only the prices")
        await tab.reads("2.80")


@pytest.mark.skipif(shutil.which("apertium") is None, reason="Apertium is not installed")
async def test_a_menu_in_another_language_is_translated_in_its_place(browser, visit):
    browser.says()
    browser.shows(written("La casa es grande", "El agua es buena"))
    async with visit() as tab:
        await tab.types("translate this menu")
        await tab.reads("house", "water")
        await tab.page.wait_for_function("lorgnette.glasses.images.size > 0")


async def test_a_photo_is_taken_found_by_a_word_in_it_and_deleted(browser, visit):
    browser.says()
    browser.shows(written("Zanzibar ferry", "Gate 12"))
    async with visit() as tab:
        page = tab.page
        await tab.types("take a picture of the timetable")
        await tab.reads("Taken.")
        await expect(tab.lamp).not_to_contain_text("Camera")
        found = "/api/photos/found?find=zanzibar"
        count = f"(await (await fetch('{found}')).json()).count"  # it is read in the background
        await until(page, f"{count} === 1")
        await tab.goes("Photos")
        await page.get_by_role("img", name="the timetable").click()
        await expect(page.locator("figure img")).to_have_js_property("complete", value=True)
        await page.goto(page.url.partition("#")[0] + "#/photos/find/zanzibar")
        await expect(page.get_by_role("img", name="timetable · Zanzibar ferry")).to_be_visible()
        await tab.goes("Glasses")
        await tab.types("find the photo with the word ferry")
        await tab.reads("From today")
        await tab.types("delete the last photo")
        await tab.reads("Delete the photo from today")
        await tab.types("yes")
        await tab.reads("Deleted.")
        await until(page, f"{count} === 0")
        await tab.goes("Photos")
        await until(page, "!document.querySelector('[aria-busy]')")
        await expect(page.get_by_role("img", name="the timetable")).to_have_count(0)


async def test_a_video_is_recorded_and_played(browser, visit):
    browser.says()
    browser.shows(written("Moving pictures"), written("one after the other"))
    async with visit() as tab:
        page = tab.page
        await tab.puts_on()
        await tab.types("record a video")
        await tab.sees("Recording 0:02")
        await expect(tab.lamp).to_contain_text("amera")
        await tab.types("stop recording")
        await tab.reads("Video kept")
        await expect(tab.lamp).not_to_contain_text("amera")
        await tab.goes("Photos")
        await page.get_by_role("img", name="Video of").first.click()
        film = "document.querySelector('video')"
        await until(page, f"{film} && {film}.readyState > 1 && {film}.duration > 1")
        assert await page.evaluate(f"{film}.videoWidth") == 1280
