"""A page with nothing on it that can import the modules of the glasses, without a hub."""

import contextlib
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import lorgnette.web

sys.path.insert(0, str(Path(__file__).parent))

from hearer import hearing

WEB = Path(lorgnette.web.__file__).parent


class Files(SimpleHTTPRequestHandler):
    """Gives the static files, and an empty page for everything else."""

    def __init__(self, *arguments):
        super().__init__(*arguments, directory=WEB)

    def do_GET(self):
        """Answer."""
        if self.path.startswith("/static/"):
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>glasses</title>")

    def log_message(self, *_):
        """Say nothing."""


@contextlib.contextmanager
def serving():
    """The files on a port of their own; its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Files) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@contextlib.asynccontextmanager
async def bench(browser, address):
    """A page in a browser of its own."""
    async with browser.context(at=address) as context:
        yield await context.new_page()


@pytest.fixture(scope="session")
def workbench(portal, browser):
    """The page of all tests, and its address."""
    with (
        serving() as address,
        portal.wrap_async_context_manager(bench(browser, address)) as opened,
    ):
        yield opened, address


@pytest.fixture
def page(portal, workbench):
    """An empty page with the modules of the glasses at `/static/glasses/`."""
    opened, address = workbench
    portal.call(opened.goto, address)
    return opened


@pytest.fixture
def hearer(portal):
    """A hub that only hears, and can be told to have a bad day."""
    with portal.wrap_async_context_manager(hearing()) as started:
        yield started
