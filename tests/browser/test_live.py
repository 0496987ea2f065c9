"""A guest in another browser sees what the wearer sees, and nothing once the wearer says so."""

import re

import numpy as np
import pytest
from playwright.async_api import expect
from tab import until

from lorgnette.app.doors.addresses import addresses

pytestmark = [
    pytest.mark.real,
    pytest.mark.slow,
    pytest.mark.skipif(not addresses(), reason="this machine has no address but loopback"),
]

COLOUR = """(() => {
  const video = document.querySelector("video");
  if (!video.videoWidth) return [0, 0, 0];
  const canvas = new OffscreenCanvas(1, 1).getContext("2d");
  canvas.drawImage(video, 0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
})()"""
"""What a guest sees: the mean of the picture."""


@pytest.fixture(autouse=True)
def another_film(browser):
    """What others see through the camera is not what was shown here."""
    yield
    browser.shows()


@pytest.fixture
def home(tmp_path, own_hub):
    """A hub that other machines reach: it, and its address there."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "lorgnette.toml").write_text("[hub]\ntls_port = 0\n")
    hub = own_hub("--tls")
    return hub, re.search(r"https://\S+", hub.process.stdout.readline())[0]


async def test_a_guest_sees_what_the_wearer_sees_until_they_stop(browser, visit, home):
    hub, outside = home
    browser.says()
    browser.shows(np.full((360, 640, 3), (30, 160, 60), np.uint8))
    async with (
        visit("/", hub.address) as tab,
        browser.context(at=outside, ignore_https_errors=True, locale="en-GB") as context,
        browser.context(at=outside, ignore_https_errors=True, locale="zh-CN") as another,
    ):
        await tab.puts_on()
        await tab.types("show Anna what I see")
        await tab.reads("faces are hidden")
        await tab.types("yes")
        link = await tab.page.locator(".live .address").inner_text()
        assert link.startswith(f"{outside}/guest#")
        await expect(tab.lamp).not_to_contain_text("camera")

        guest = await context.new_page()
        await guest.goto(link)
        await expect(guest.get_by_role("status")).to_contain_text("This is what they see.")
        await expect(tab.lamp).to_contain_text("camera")
        await until(guest, f"(([r, g, b]) => g > 120 && r < 90 && b < 110)({COLOUR})")
        await expect(tab.page.locator(".live")).to_contain_text("Anna has come")
        await expect(tab.page.locator(".live .qr")).to_have_count(0)

        thief = await another.new_page()
        await thief.goto(link)
        await expect(thief.get_by_role("status")).to_contain_text("邀请已经结束")

        await guest.reload()
        await expect(guest.get_by_role("status")).to_contain_text("This is what they see.")

        await tab.types("stop sharing")
        await tab.reads("Nobody sees any more what you see.")
        await expect(tab.lamp).not_to_contain_text("camera")
        await expect(guest.get_by_role("status")).to_contain_text("This invitation is over")
        await expect(tab.page.locator(".live")).to_be_hidden()
        uses = await tab.page.evaluate("fetch('/api/leases').then((answer) => answer.json())")

    seen = [use for use in uses if use["purpose"] == "live"]
    assert seen
    assert {(use["sense"], *use["left"]) for use in seen} == {("camera", "Anna")}
