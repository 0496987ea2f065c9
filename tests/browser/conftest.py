"""A hub, a browser, and somebody in front of it. Tests are `async def` on one loop of their own."""

import contextlib
import functools
import inspect
import sys
from pathlib import Path

import pytest
from anyio.from_thread import start_blocking_portal

here = Path(__file__).parent
sys.path[:0] = [str(here), str(here.parent / "user")]

import living  # noqa: E402
from chromium import BROWSER, chromium  # noqa: E402
from tab import opened  # noqa: E402

hub, own_hub = living.hub, living.own_hub


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    """Run `async def` tests where the browser lives."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = pyfuncitem._fixtureinfo.argnames
    arguments = {name: pyfuncitem.funcargs[name] for name in names}
    portal = pyfuncitem._request.getfixturevalue("portal")
    portal.call(functools.partial(pyfuncitem.obj, **arguments))
    return True


@pytest.fixture(scope="session")
def portal():
    """The event loop of the browser, in a thread of its own: pages outlive a test's own loop."""
    with start_blocking_portal("asyncio") as running:
        yield running


@pytest.fixture(scope="session")
def browser(portal, tmp_path_factory):
    """One Chromium for all tests; what a test opens in it, it closes."""
    if BROWSER is None:
        pytest.skip("no Chromium is installed: apt-get install chromium")
    with portal.wrap_async_context_manager(chromium(tmp_path_factory.mktemp("chromium"))) as found:
        yield found


@pytest.fixture
def visit(browser, hub):
    """Opens the page of the hub, or of another one, in a browser with nothing stored."""

    @contextlib.asynccontextmanager
    async def visiting(path="/", address=None, **options):
        address = address or hub.address
        async with (
            browser.context(at=address, **{"locale": "en-GB", **options}) as context,
            opened(context, address, path) as tab,
        ):
            yield tab

    return visiting
