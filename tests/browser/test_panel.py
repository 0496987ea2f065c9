"""The developers' panel: somebody who writes a skill looks into a turn."""

import json
import re

import pytest
from chromium import VOICES
from playwright.async_api import expect

pytestmark = pytest.mark.real


async def opens(tab):
    """Open the panel, and wait until it reads the timeline."""
    async with tab.page.expect_response("**/api/timeline"):
        await tab.page.evaluate("location.hash = '#/lab'")
    await expect(tab.page.get_by_role("heading", name="Timeline")).to_be_visible()


async def test_a_turn_is_drawn_with_what_was_meant_and_how_long_it_took(hub, visit):
    async with visit() as tab:
        await opens(tab)
        await tab.types("how many kilometers are five miles")
        await tab.sees("8.047")
        turn = tab.page.get_by_role("article").filter(has_text="how many kilometers")

        await expect(turn.locator("code").first).to_have_text("convert.convert_quantity")
        await expect(turn.locator(".lane", has_text="voice").locator(".bar")).to_be_attached()
        await expect(turn).to_contain_text(re.compile(r"\d+ ms to the first sound"))
        await turn.get_by_text(re.compile(r"\d+ moments")).click()
        kinds = await turn.locator("tbody td:nth-child(3)").all_inner_texts()
        clipboard = ["clipboard-read", "clipboard-write"]
        await tab.context.grant_permissions(clipboard, origin=hub.address)
        await turn.get_by_role("button", name="Copy as JSON").click()
        await expect(tab.page.locator("#toast")).to_have_text("Copied.")
        copied = await tab.page.evaluate("navigator.clipboard.readText()")

    assert kinds[:2] == ["heard", "intent"]
    lines = [json.loads(line) for line in copied.splitlines()]
    assert [line["type"] for line in lines][:2] == ["heard", "intent"]


async def test_a_recording_takes_the_place_of_the_microphone(browser, visit):
    browser.says()
    async with visit() as tab:
        await tab.puts_on()
        await opens(tab)
        await tab.page.get_by_label("Choose a recording").set_input_files(VOICES / "help.flac")

        await expect(tab.page.get_by_text("help.flac, 2")).to_be_visible()
        turn = tab.page.get_by_role("article").filter(has_text="what can you do")
        await expect(turn.locator(".mark-wake")).to_be_attached()
        await expect(turn.locator(".mark-heard")).to_be_attached()


async def test_a_journal_is_kept_and_played_again(visit, tmp_path):
    async with visit() as tab:
        await tab.types("what is six times seven")
        await tab.sees("42")
        await opens(tab)
        async with tab.page.expect_download() as waiting:
            await tab.page.get_by_role("button", name="Download the journal").click()
        path = tmp_path / "journal.jsonl"
        await (await waiting.value).save_as(path)
        replay = tab.page.get_by_label("Play a journal again")
        await replay.set_input_files(path)

        steps = tab.page.get_by_role("region", name="Journal").locator("tbody tr")
        await expect(steps.filter(has_text="what is six times seven").first).to_be_visible()
        assert await steps.count() == len(path.read_text().splitlines()) - 1

        broken = tmp_path / "broken.jsonl"
        broken.write_text(path.read_text() + "nonsense\n")
        await replay.set_input_files(broken)
        wrong = f"line {len(broken.read_text().splitlines())}"
        await expect(tab.page.get_by_role("alert").last).to_contain_text(wrong)


async def test_the_network_is_cut_and_mended_by_leaving(visit):
    async with visit() as tab:
        await opens(tab)
        await tab.page.get_by_role("switch", name="Cut the network").click()
        await expect(tab.page.get_by_text("Link: away")).to_be_visible()
        await tab.page.evaluate("location.hash = '#/'")
        await tab.becomes('state.link === "connected"')


async def test_the_panel_speaks_the_language_of_the_page(visit):
    async with visit("/#/lab", locale="zh-CN") as tab:
        await expect(tab.page.get_by_text("连接：已连接")).to_be_visible()
        await tab.page.get_by_role("switch", name="切断网络").click()
        await expect(tab.page.get_by_text("连接：已断开")).to_be_visible()
        await expect(tab.page.get_by_label("选择录音")).to_be_attached()


async def test_what_the_hub_sends_is_listed(visit):
    async with visit() as tab:
        await opens(tab)
        await tab.page.evaluate("lorgnette.glasses.type('what time is it')")
        log = tab.page.get_by_role("region", name="Messages of the link").get_by_role("listitem")

        await expect(log.filter(has_text="speech_ends")).to_be_visible()
        await expect(log.filter(has_text="heard")).to_contain_text("what time is it")
        await tab.page.get_by_role("button", name="Empty the list").click()
        await expect(log.filter(has_text="heard")).to_have_count(0)
