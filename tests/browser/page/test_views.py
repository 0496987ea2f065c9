"""The wearer's page: each view with real data, as somebody uses it."""

import json
import re

import pytest
from playwright.async_api import expect
from tab import asked

pytestmark = pytest.mark.real


async def test_a_note_is_written_deleted_wanted_back_and_deleted_for_good(hub, visit):
    async with visit("/#/today") as tab:
        page = tab.page
        await page.get_by_label("New note").fill("Two lemons")
        await page.keyboard.press("Enter")
        note = page.locator(".notes li", has_text="Two lemons")
        await expect(note).to_be_visible()

        await note.get_by_role("button", name="Delete: Two lemons").click()
        await expect(note).to_be_hidden()
        await page.get_by_role("button", name="Undo").click()
        await expect(note).to_be_visible()
        assert "Two lemons" in json.dumps(asked(hub, "/api/things"))

        await note.get_by_role("button", name="Delete: Two lemons").click()
        await tab.goes("Skills")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Skills")
        await tab.goes("Today")
        await expect(page.get_by_label("New note")).to_be_visible()
        await expect(note).to_have_count(0)
        assert "Two lemons" not in json.dumps(asked(hub, "/api/things"))


async def test_a_speech_is_taken_from_a_file_and_opened_to_be_read(hub, visit):
    speech = "Dear guests, thank you for coming.\r\n" + "We have a lot to celebrate. " * 300
    async with visit("/#/today") as tab:
        page = tab.page
        for name, content in (("picture.txt", b"\xff\xfe\x00"), ("book.txt", b"word " * 20_000)):
            file = {"name": name, "mimeType": "text/plain", "buffer": content}
            await page.locator("#note-file").set_input_files([file])
            told = re.compile("is no file of text|has room for")
            await expect(page.get_by_text(told).first).to_be_visible()
            await expect(page.get_by_label("New note")).to_have_value("")
        file = {"name": "Toast.txt", "mimeType": "text/plain", "buffer": speech.encode()}
        await page.locator("#note-file").set_input_files([file])
        await expect(page.get_by_label("New note")).to_have_value(re.compile("^Toast\n\nDear"))
        await page.get_by_role("button", name="Add", exact=True).click()

        note = page.locator(".notes li", has_text="Toast")
        words = note.locator("p.text")
        await expect(words).to_be_hidden()
        await note.get_by_text("Toast…").click()
        await expect(words).to_be_visible()
        kept = [thing["item"].get("text", "") for thing in asked(hub, "/api/things")]
        assert any(text.startswith("Toast\n\nDear guests") for text in kept)
        await note.get_by_role("button", name="Delete: Toast…").click()


async def test_a_link_is_told_by_its_host_and_opens_only_pages_of_the_web(visit):
    kept = [
        {
            "id": number,
            "kind": "link",
            "created": "2026-03-04T08:30:00Z",
            "due": None,
            "item": {"address": address, "host": f"host{number}.example"},
        }
        for number, address in enumerate(("https://host0.example/a?b=1", "javascript:alert(1)"))
    ]
    async with visit("/") as tab:
        page = tab.page
        await page.route("**/api/things", lambda route: route.fulfill(json=kept))
        await tab.goes("Today")
        links = page.locator("section", has=page.get_by_role("heading", name="Links"))
        await expect(links.get_by_role("listitem")).to_have_count(2)
        shown = links.get_by_role("link")
        await expect(shown).to_have_count(1)
        await expect(shown).to_have_text("host0.example")
        await expect(shown).to_have_attribute("href", "https://host0.example/a?b=1")
        await expect(shown).to_have_attribute("rel", "noopener noreferrer")
        await expect(links).to_contain_text("host1.example")


async def test_a_timer_counts_down_in_front_of_its_wearer(visit):
    async with visit() as tab:
        await tab.types("set a pasta timer for ten minutes")
        await tab.sees("10 minutes")
        await tab.goes("Today")
        time = tab.page.locator(".timer", has_text="pasta").get_by_role("timer")
        await expect(time).to_have_text(re.compile("9:.."))
        before = await time.inner_text()
        await expect(time).not_to_have_text(before)
        assert await time.inner_text() < before


async def test_a_turn_is_told_found_and_deleted_and_then_all_of_them(hub, visit):
    async with visit() as tab:
        page = tab.page
        for sentence, answer in (
            ("what is two plus nine", "11"),
            ("what is seven times nine", "63"),
        ):
            await tab.types(sentence)
            await tab.sees(answer)
        await tab.goes("History")
        turns = page.locator(".turned li")
        await expect(turns.filter(has_text="what is two plus nine")).to_be_visible()

        await page.get_by_label("Search your turns").fill("seven times")
        await expect(turns).to_have_count(1)
        await expect(turns).to_contain_text("Calculator · Work out · 7 × 9")
        assert page.url.endswith("#/history/seven%20times")

        await turns.get_by_role("button", name="Delete: what is seven times nine").click()
        await expect(turns).to_be_hidden()
        await page.get_by_label("Search your turns").fill("")
        await expect(turns.filter(has_text="two plus nine")).to_be_visible()

        await page.get_by_role("button", name="Delete all").click()
        await page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
        await expect(turns.filter(has_text="two plus nine")).to_be_visible()
        await page.get_by_role("button", name="Delete all").click()
        await page.get_by_role("dialog").get_by_role("button", name="Delete all").click()
        await expect(page.get_by_text("No turns yet")).to_be_visible()
        assert asked(hub, "/api/turns") == []


async def test_a_list_that_is_told_anew_leaves_what_is_pressed(hub, visit):
    async with visit() as tab:
        page = tab.page
        await tab.types("what is six times eight")
        await tab.sees("48")
        await tab.goes("History")
        row = page.locator(".turned li", has_text="six times eight").first
        await row.get_by_role("button", name="Delete").hover()
        await page.mouse.down()
        async with page.expect_response("**/api/turns?*"):
            heard = "new CustomEvent('message', { detail: { type: 'heard' } })"
            await page.evaluate(f"void lorgnette.glasses.dispatchEvent({heard})")
        await page.evaluate("new Promise((resume) => setTimeout(resume, 100))")
        await page.mouse.up()
        await expect(page.get_by_text("Turn deleted.")).to_be_visible()


async def test_how_long_turns_are_kept_is_chosen(hub, visit):
    async with visit("/#/history") as tab:
        choice = tab.page.get_by_label("Keep turns for")
        await expect(choice).to_have_value("30")
        await choice.select_option("7")
        await expect(tab.page.get_by_text("Saved.")).to_be_visible()
        assert asked(hub, "/api/me")["settings"]["keep_days"] == 7
        await choice.select_option("30")


async def test_a_sentence_of_a_skill_is_tried_on_the_lens(visit):
    async with visit("/#/skills") as tab:
        example = "what is 15 percent of 80"
        await tab.page.get_by_role("button", name=f"Try: {example}").click()
        await tab.sees("12")
        await tab.reads(example, who="wearer")


async def test_every_way_to_say_it_is_there_in_both_languages(visit):
    async with visit("/#/skills/notes") as tab:
        notes = tab.page.locator("#skill-notes")
        await notes.locator("summary").first.click()
        await expect(notes.locator(".templates").first).to_contain_text("{text}")
        await expect(notes.locator(".templates:lang(zh)").first).to_contain_text("{text}")


def part(page, name):
    """What the page says about one part of the hub."""
    return page.locator(".parts li", has=page.get_by_text(name, exact=True))


async def test_the_hub_tells_what_works_and_gives_everything_away(visit):
    async with visit("/#/hub") as tab:
        page = tab.page
        await expect(part(page, "Recogniser")).to_contain_text("moonshine")
        await expect(part(page, "Recogniser: moonshine")).to_contain_text("Works offline")
        await expect(part(page, "Language model")).to_contain_text("Not set")
        async with page.expect_download() as download:
            await page.get_by_role("button", name="Download archive").click()
        name = (await download.value).suggested_filename
        assert name.startswith("lorgnette")
        assert name.endswith(".zip")


async def test_the_hub_tells_what_goes_to_another_machine(own_hub, visit, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "lorgnette.toml").write_text(
        '[privacy]\negress = "allowed"\n[providers.nominatim]\ncontact = "ann@example.org"\n'
    )
    own = own_hub()
    async with visit("/#/hub", own.address) as tab:
        await expect(part(tab.page, "Places")).to_contain_text("On another machine")
        await expect(part(tab.page, "Codes")).to_contain_text("Works offline")
        promise = tab.page.locator(".promise")
        await expect(promise).to_contain_text(re.compile(r"goes there: .*Places \(nominatim"))
    async with visit("/#/hub", own.address, locale="zh-CN") as tab:
        names = tab.page.locator(".parts .strong")
        await expect(names.first).to_be_visible()
        unsaid = [name for name in await names.all_inner_texts() if name.isascii()]
        assert unsaid == ["Lorgnette"]


async def test_a_hub_for_itself_says_how_to_let_others_in(visit):
    async with visit("/#/devices") as tab:
        await expect(tab.page.get_by_text("No other glasses yet")).to_be_visible()
        await tab.page.get_by_role("button", name="Show a code").click()
        await expect(tab.page.get_by_text("lorgnette serve --tls")).to_be_visible()
        tab.complaints.clear()  # the console tells every refusal


async def test_a_wrong_code_is_told_in_words(visit):
    async with visit("/#/pair/WRONG-CODE") as tab:
        page = tab.page
        await expect(page.get_by_label("Code")).to_have_value("WRONG-CODE")
        await page.get_by_label("What are these glasses called?").fill("Anna's phone")
        await page.get_by_role("button", name="Pair", exact=True).click()
        await expect(page.get_by_role("alert")).to_contain_text("That code is wrong")
        tab.complaints.clear()  # the console tells every refusal
