"""Meetings on the page, as somebody uses it who was there: read, put right, found, taken away."""

import re
from zipfile import ZipFile

import anyio
import pytest
from living import PATIENCE
from meeting_room import HARBOUR, LAUNCH, goes_on, held
from playwright.async_api import expect
from tab import asked, until

pytestmark = pytest.mark.real


def told(hub, meeting):
    """What the hub knows of a meeting."""
    return asked(hub, f"/api/meetings/{meeting}")


async def comes(true):
    """Wait until something is so at the hub, which the page has asked for and not waited for."""
    with anyio.fail_after(PATIENCE):
        while not true():  # noqa: ASYNC110 - the hub is another process
            await anyio.sleep(0.05)


async def test_minutes_lead_to_the_lines_they_come_from(hub, visit):
    meeting = await held(hub.folder / "data", title="Spring launch")
    async with visit("/#/meetings") as tab:
        page = tab.page
        row = page.locator(".held li", has_text="Spring launch")
        await expect(row).to_contain_text(re.compile("yesterday.*35 sec.*Anna.*Ben", re.IGNORECASE))
        await row.get_by_role("link", name="Spring launch").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Spring launch")
        todo = page.locator("[data-part=minutes_actions]")
        await expect(todo).to_contain_text("I'll send the contract for the hall by Friday.")
        await expect(todo.locator(".owner").first).to_contain_text(re.compile("Ben.*by"))

        await todo.get_by_role("link", name="Go to the line at 0:15").click()
        line = page.locator("#line-4")
        await expect(line).to_be_focused()
        await expect(line).to_be_in_viewport()
        assert page.url.endswith(f"#/meetings/{meeting}/4")


async def test_a_speaker_gets_a_name_everywhere(hub, visit):
    meeting = await held(hub.folder / "data", title="Names")
    async with visit(f"/#/meetings/{meeting}") as tab:
        page = tab.page
        await page.locator("#person-2").click()
        await page.get_by_label("Name", exact=True).fill("Benedict")
        await page.keyboard.press("Enter")
        await expect(page.locator("#person-2")).to_be_focused()
        await expect(page.locator("#person-2")).to_have_text("Benedict")
        await expect(page.locator("[data-part=minutes_actions]")).to_contain_text("Benedict")
        await expect(page.locator("#who-4")).to_have_text("Benedict")
        assert told(hub, meeting)["meeting"]["speakers"]["2"] == "Benedict"


async def test_a_line_is_put_right_and_given_to_another(hub, visit):
    meeting = await held(hub.folder / "data", title="Lines")
    async with visit(f"/#/meetings/{meeting}") as tab:
        page = tab.page
        await page.get_by_role("button", name="Correct: Then we decided").click()
        text = page.get_by_label("What was said", exact=True)
        await text.fill("Then we decided to launch in August.")
        await page.get_by_label("Who said it").select_option("Ben")
        await page.get_by_role("button", name="Save").click()
        await expect(page.locator("#line-3 p")).to_have_text("Then we decided to launch in August.")
        await expect(page.locator("[data-part=minutes_decisions]")).to_contain_text("August")
        line = told(hub, meeting)["lines"][2]
        assert (line["text"], line["speaker"]) == ("Then we decided to launch in August.", 2)


async def test_a_meeting_is_taken_away_in_every_format(hub, visit, tmp_path):
    meeting = await held(hub.folder / "data", title="Files: all of them")
    formats = {
        "Word document": "docx", "Markdown": "md", "Plain text": "txt",
        "Subtitles (SRT)": "srt", "Subtitles (WebVTT)": "vtt", "JSON, for programs": "json",
    }  # fmt: skip
    async with visit(f"/#/meetings/{meeting}") as tab:
        page = tab.page
        for name, ending in formats.items():
            await page.get_by_text("Export", exact=True).click()
            async with page.expect_download() as download:
                await page.get_by_role("button", name=name, exact=True).click()
            taken = await download.value
            assert taken.suggested_filename == f"Files all of them.{ending}"
            await taken.save_as(tmp_path / ending)
    with ZipFile(tmp_path / "docx") as document:
        (tmp_path / "docx").write_bytes(document.read("word/document.xml"))
    for ending in formats.values():
        written = " ".join((tmp_path / ending).read_text().split())
        assert "send the contract for the hall" in written, ending
        assert "Ben" in written, ending


async def test_what_somebody_said_is_found_and_opens_at_its_line(hub, visit):
    said = (*LAUNCH[:2], (2, "The zeppelin has to be paid for as well."))
    meeting = await held(hub.folder / "data", said, title="Zeppelins", people=("Anna", "Wilhelm"))
    async with visit("/#/meetings") as tab:
        page = tab.page
        field = page.get_by_label("Search everything ever said")
        await field.fill("what did Wilhelm say about the zeppelin")
        await expect(page.get_by_text("“the zeppelin”, said by Wilhelm")).to_be_visible()
        hit = page.locator(".found li")
        await expect(hit).to_have_count(1)
        await expect(hit.locator("mark")).to_have_text("zeppelin")
        await hit.get_by_role("link").click()
        await expect(page.locator("#line-3")).to_be_in_viewport()
        await expect(page.locator("#line-3")).to_have_attribute("data-meant", "")
        assert page.url.endswith(f"#/meetings/{meeting}/3")
        await page.go_back()
        await expect(field).to_have_value("what did Wilhelm say about the zeppelin")
        await expect(hit).to_have_count(1)


async def test_a_meeting_is_deleted_wanted_back_and_deleted_for_good(hub, visit):
    meeting = await held(hub.folder / "data", title="Soon gone")
    async with visit(f"/#/meetings/{meeting}") as tab:
        page = tab.page
        await page.get_by_role("button", name="Delete", exact=True).click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Meetings")
        row = page.locator(".held li", has_text="Soon gone")
        await expect(page.get_by_text("Meeting deleted.")).to_be_visible()
        await expect(row).to_be_hidden()
        await page.get_by_role("button", name="Undo").click()
        await expect(row).to_be_visible()
        await row.get_by_role("button", name="Delete: Soon gone").click()
        await tab.goes("Today")
        await expect(page.get_by_label("New note")).to_be_visible()
        await comes(lambda: meeting not in [each["id"] for each in asked(hub, "/api/meetings")])


async def test_its_sound_is_heard_from_a_line_on_and_deleted_alone(hub, visit):
    meeting = await held(hub.folder / "data", title="With sound")
    async with visit(f"/#/meetings/{meeting}") as tab:
        page = tab.page
        audio = "document.querySelector('audio')"
        await page.get_by_role("button", name="Play from 0:25").click()
        await until(page, f"{audio}.currentTime > 25 && !{audio}.paused")
        await expect(page.locator("#line-6")).to_have_attribute("aria-current", "true")
        await page.evaluate(f"{audio}.currentTime = 6")
        await expect(page.locator("#line-2")).to_have_attribute("aria-current", "true")
        await expect(page.locator("#line-6")).not_to_have_attribute("aria-current", "true")

        await page.get_by_role("button", name="Delete the sound").click()
        await page.get_by_role("dialog").get_by_role("button", name="Delete the sound").click()
        await expect(page.locator("audio")).to_have_count(0)
        await expect(page.get_by_text("No sound was kept of this meeting.")).to_be_visible()
        await expect(page.get_by_role("button", name="Play from 0:25")).to_have_count(0)
        await expect(page.locator("#line-6")).to_contain_text("Can you send me")
        assert not told(hub, meeting)["meeting"]["audio"]


async def test_two_speakers_turn_out_to_be_one_and_to_be_two_after_all(hub, visit):
    meeting = await held(hub.folder / "data", title="Voices")
    async with visit(f"/#/meetings/{meeting}") as tab:
        page = tab.page
        await page.locator("#person-3").click()
        await page.get_by_label("Same person as…").select_option("Anna")
        await expect(page.locator("#person-3")).to_have_count(0)
        await expect(page.locator("#who-5")).to_have_text("Anna")
        await page.get_by_role("button", name="Speaker 3 is somebody else").click()
        await expect(page.locator("#person-3")).to_be_visible()


async def test_a_title_is_changed_and_a_mark_taken_away(hub, visit):
    meeting = await held(hub.folder / "data", title="")
    async with visit(f"/#/meetings/{meeting}") as tab:
        page = tab.page
        await expect(page.get_by_role("heading", level=1)).to_have_text("Meeting without a title")
        await page.get_by_role("button", name="Rename").click()
        await page.get_by_label("Title").fill("Hall and press")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Hall and press")
        assert told(hub, meeting)["meeting"]["title"] == "Hall and press"

        mark = page.locator(".marked li", has_text="Ask about the hall")
        await mark.get_by_role("link", name="Go to the line at 0:11").click()
        await expect(page.locator("#line-3")).to_be_focused()
        await mark.get_by_role("button", name="Delete: Ask about the hall").click()
        await tab.goes("Today")
        await expect(page.get_by_label("New note")).to_be_visible()
        await comes(lambda: not told(hub, meeting)["meeting"]["marks"])


async def test_chinese_is_asked_for_and_found(hub, visit):
    await held(hub.folder / "data", HARBOUR, title="港口发布会", people=("安娜", "本"))
    async with visit("/#/meetings", locale="zh-CN") as tab:
        page = tab.page
        await page.get_by_label("搜索所有说过的话").fill("本对预算说了什么")
        await expect(page.locator(".found mark").first).to_have_text("预算")
        await page.locator(".found a").first.click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("港口发布会")
        await expect(page.locator("#line-2")).to_have_attribute("data-meant", "")


async def test_a_meeting_that_goes_on_is_read_along(hub, visit):
    async with visit() as tab:
        page = tab.page
        await tab.becomes('state.link === "connected"')
        meeting = await held(hub.folder / "data", LAUNCH[:2], title="Now", over=False)
        await tab.goes("Meetings")
        row = page.locator(".held li", has_text="Now")
        await expect(row).to_contain_text("Live")
        await expect(row.get_by_role("button")).to_have_count(0)
        await row.get_by_role("link").click()
        await expect(page.get_by_text("The minutes come when the meeting is over")).to_be_visible()
        await goes_on(hub.folder / "data", meeting, LAUNCH[2:4])
        await expect(page.locator("#line-4")).to_contain_text("I'll send the contract")
        await goes_on(hub.folder / "data", meeting, (), over=True)
        await expect(page.locator("[data-part=minutes_actions]")).to_contain_text("Ben")
        await expect(page.locator(".badge.live")).to_have_count(0)


async def test_nothing_to_find_is_told(visit):
    async with visit("/#/meetings/find/xylophones") as tab:
        await expect(tab.page.get_by_text("Nothing found")).to_be_visible()
        await expect(tab.page.get_by_text("Nobody has said these words.")).to_be_visible()
