"""A page with nothing on it that can import the modules of the glasses, without a hub."""

import contextlib
import sys
from pathlib import Path

import pytest

import lorgnette.web

sys.path.insert(0, str(Path(__file__).parent))

from hearer import hearing

STATIC = Path(lorgnette.web.__file__).parent / "static"
ADDRESS = "http://localhost"
ALLOWED = ("microphone", "camera", "local-network-access")


@contextlib.asynccontextmanager
async def bench(browser):
    """The page, at an address that browsers trust with a microphone."""
    async with browser.context(at=ADDRESS, allowed=ALLOWED) as context:
        page = await context.new_page()
        await page.route(f"{ADDRESS}/**", serve)
        yield page


async def serve(route):
    """Answer from the folder of static files."""
    path = route.request.url.removeprefix(f"{ADDRESS}/")
    if path.startswith("static/"):
        await route.fulfill(path=STATIC.parent / path)
    else:
        await route.fulfill(body="<!doctype html><title>glasses</title>", content_type="text/html")


@pytest.fixture(scope="session")
def workbench(portal, browser):
    """The page of all tests."""
    with portal.wrap_async_context_manager(bench(browser)) as opened:
        yield opened


@pytest.fixture
def page(portal, workbench):
    """An empty page with the modules of the glasses at `/static/glasses/`."""
    portal.call(workbench.goto, f"{ADDRESS}/")
    return workbench


@pytest.fixture
def hearer(portal):
    """A hub that only hears, and can be told to have a bad day."""
    with portal.wrap_async_context_manager(hearing()) as started:
        yield started
