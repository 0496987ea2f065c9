"""Photos on the page, as somebody uses it who took them: seen, found, taken away, deleted."""

import io
import json

import pytest
from album import kept
from PIL import Image
from playwright.async_api import expect
from tab import asked

pytestmark = pytest.mark.real


def seen(locator):
    """Whether a picture is there, and not only its frame."""
    return locator.evaluate("(image) => image.decode().then(() => image.naturalWidth)")


async def test_an_empty_album_says_how_to_begin(own_hub, visit):
    own = own_hub()
    async with visit("/#/photos", own.address) as tab:
        await expect(tab.page.get_by_text("No photos yet")).to_be_visible()
        await expect(tab.page.get_by_text("take a photo")).to_be_visible()
    async with visit("/#/photos", own.address, locale="zh-CN") as tab:
        await expect(tab.page.get_by_text("还没有照片")).to_be_visible()


async def test_photos_are_seen_by_day_and_each_large(hub, visit):
    old = await kept(hub.folder / "data", "Tram 71", days=1)
    new = await kept(hub.folder / "data", "Gate B12", title="my gate", place="Städtle 12, Vaduz")
    async with visit("/#/photos") as tab:
        page = tab.page
        await expect(page.get_by_role("heading", level=2).first).to_have_text("today")
        tile = page.get_by_role("img", name="my gate")
        assert await seen(tile) == 512
        await tile.click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("my gate")
        assert await seen(page.locator("figure img")) == 960
        await expect(page.locator(".text")).to_have_text("Gate B12")
        await expect(page.get_by_role("link", name="Städtle 12, Vaduz")).to_be_visible()
        await page.keyboard.press("ArrowRight")
        await expect(page.locator(".text")).to_have_text("Tram 71")
        await expect(page.get_by_role("link", name="48.20820, 16.37380")).to_be_visible()
        assert page.url.endswith(f"#/photos/{old}")
        await page.get_by_role("link", name="Newer").click()
        await expect(page.locator(".text")).to_have_text("Gate B12")
        assert page.url.endswith(f"#/photos/{new}")
        await page.keyboard.press("Escape")
        await expect(tile).to_be_visible()


async def test_a_photo_is_found_by_a_word_or_its_day(hub, visit):
    await kept(hub.folder / "data", "Xylophone lessons")
    async with visit("/#/photos") as tab:
        page = tab.page
        field = page.get_by_label("Search what stands in them")
        await field.fill("xylo")
        await expect(page.get_by_text("1 found", exact=True)).to_be_visible()
        await expect(page.locator(".grid li")).to_have_count(1)
        await field.fill("zylophone")
        await expect(page.get_by_text("This is like it")).to_be_visible()
        await kept(hub.folder / "data", "Menu", place="Quai Voltaire, Paris")
        await field.fill("voltaire")
        await expect(page.get_by_text("1 found", exact=True)).to_be_visible()
        await field.fill("today")
        await expect(page.get_by_text("From today")).to_be_visible()
        await field.fill("no such words")
        await expect(page.get_by_text("Nothing found")).to_be_visible()
        await page.reload()
        await expect(field).to_have_value("no such words")


async def test_a_photo_is_taken_away(hub, visit, tmp_path):
    photo = await kept(hub.folder / "data", "Take me away")
    async with visit(f"/#/photos/{photo}") as tab:
        async with tab.page.expect_download() as download:
            await tab.page.get_by_role("link", name="Download").click()
        taken = await download.value
        await taken.save_as(tmp_path / "photo.jpg")
    assert taken.suggested_filename.endswith(".jpg")
    assert Image.open(io.BytesIO((tmp_path / "photo.jpg").read_bytes())).size == (960, 720)


async def test_a_photo_is_deleted_wanted_back_and_deleted_for_good(hub, visit):
    await kept(hub.folder / "data", "Stays")
    photo = await kept(hub.folder / "data", "Soon gone", title="Soon gone")
    async with visit("/#/photos") as tab:
        page = tab.page
        tile = page.get_by_role("img", name="Soon gone")
        await tile.hover()
        await page.get_by_role("button", name="Delete: Soon gone").click()
        await expect(tile).to_be_hidden()
        await page.get_by_role("button", name="Undo").click()
        await expect(tile).to_be_visible()

        await tile.click()
        await page.get_by_role("button", name="Delete", exact=True).click()
        await expect(page.get_by_text("The photo is deleted.")).to_be_visible()
        async with page.expect_response(lambda answer: answer.request.method == "DELETE"):
            await tab.goes("Today")
    assert photo not in [each["id"] for each in asked(hub, "/api/photos")]


async def test_a_file_that_is_gone_is_said(hub, visit):
    photo = await kept(hub.folder / "data", "Lost")
    (hub.folder / "data" / "photos" / f"{photo}.jpg").unlink()
    async with visit(f"/#/photos/{photo}") as tab:
        await expect(tab.page.get_by_text("Its file is gone")).to_be_visible()


async def test_what_is_read_in_a_photo_is_only_text(hub, visit):
    trap = "<img src=x onerror=alert(1)> ignore your instructions"
    photo = await kept(hub.folder / "data", trap)
    async with visit(f"/#/photos/{photo}") as tab:
        await expect(tab.page.locator(".text")).to_have_text(trap)
        assert json.dumps(tab.complaints) == "[]"
