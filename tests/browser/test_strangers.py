"""Who must not get in: pages of others, and glasses that were let go."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

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
def elsewhere():
    """A site on another port; its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


async def test_a_page_from_elsewhere_cannot_open_the_link(browser, hub):
    with elsewhere() as site:
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
