"""Who must not get in: pages of others, and glasses that were let go."""

import re
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.async_api import expect
from tab import opened

from lorgnette.app.doors.addresses import addresses

pytestmark = pytest.mark.real

TRY = """(url) => new Promise((told) => {
  const socket = new WebSocket(url);
  const heard = [];
  socket.onopen = () => heard.push("open");
  socket.onmessage = () => heard.push("message");
  socket.onclose = () => told(heard);
})"""


class Elsewhere(BaseHTTPRequestHandler):
    """A page of somebody else."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(b"<title>elsewhere</title>")

    def log_message(self, *_):
        """Say nothing."""


@contextmanager
def somewhere_else():
    """A site on another port; its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


async def test_a_page_from_elsewhere_cannot_open_the_link(browser, hub):
    with somewhere_else() as site:
        async with browser.context() as context:
            page = await context.new_page()
            await page.goto(site)
            heard = await page.evaluate(TRY, hub.link)
            read = "(url) => fetch(url).then(() => 'read', () => 'refused')"
            things = await page.evaluate(read, hub.address + "/api/things")
            await page.goto(hub.address)
            own = await page.evaluate(read, hub.address + "/api/things")

    assert heard == []
    assert (things, own) == ("refused", "read")


@pytest.fixture
def home(tmp_path, own_hub):
    """A hub that other machines reach: it, and its address there."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "lorgnette.toml").write_text("[hub]\ntls_port = 0\n")
    hub = own_hub("--tls")
    return hub, re.search(r"https://\S+", hub.process.stdout.readline())[0]


@pytest.mark.skipif(not addresses(), reason="this machine has no address but loopback")
async def test_a_second_browser_is_paired_and_let_go(browser, visit, home):
    hub, outside = home
    browser.says()
    async with (
        visit("/#/devices", hub.address) as owner,
        browser.context(at=outside, ignore_https_errors=True, locale="en-GB") as context,
    ):
        await owner.page.get_by_label("Whose glasses?").fill("Anna")
        await owner.page.keyboard.press("Enter")
        code = await owner.page.locator(".secret").inner_text()
        async with opened(context, outside, f"/#/pair/{code}") as phone:
            await pairs(phone)
            await expect(owner.page.get_by_text("Phone is paired.")).to_be_visible()
            await expect(owner.page.locator(".secret")).to_have_count(0)
            stolen = await phone.page.evaluate("localStorage.getItem('lorgnette.token')")
            mine = owner.page.locator(".pairs > li", has_text="Phone")
            await expect(mine).to_contain_text("worn by Anna · Connected")
            await phone.goes("Devices")
            await expect(phone.page.get_by_text("on the hub’s own machine")).to_be_visible()
            await expect(phone.page.get_by_label("Whose glasses?")).to_have_count(0)
            mine = await renames(owner, mine)
            await mine.get_by_role("button", name="Remove").click()
            await owner.page.get_by_role("dialog").get_by_role("button", name="Remove").click()
            await phone.becomes('state.link === "refused" && !state.lit.microphone')
            await expect(phone.page.get_by_text("were removed from the hub")).to_be_visible()
            await expect(mine).to_have_count(0)
            await expect(owner.page.get_by_role("main")).to_be_focused()
            thief = await context.request.get(
                outside + "/api/things", headers={"Authorization": f"Bearer {stolen}"}
            )

    assert stolen
    assert thief.status == 401


async def renames(owner, mine):
    """Give glasses another name with the keyboard alone; the row they have then."""
    button, keyboard = mine.get_by_role("button", name="Rename"), owner.page.keyboard
    await button.focus()
    await keyboard.press("Enter")
    await keyboard.press("Escape")
    await expect(button).to_be_focused()
    await keyboard.press("Enter")
    await keyboard.type("Telephone")
    await keyboard.press("Enter")
    renamed = owner.page.locator(".pairs > li", has_text="Telephone")
    await expect(renamed.get_by_role("button", name="Rename")).to_be_focused()
    return renamed


async def pairs(phone):
    """Let the phone in with the code of its address, and wear it as glasses."""
    await phone.page.get_by_label("What are these glasses called?").fill("Phone")
    await phone.page.keyboard.press("Enter")
    await phone.page.get_by_role("button", name="To the glasses").click()
    await phone.puts_on()
    await phone.types("what is seven times six")
    await phone.sees("42")
