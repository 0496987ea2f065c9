"""A hub, a browser, and somebody in front of it. Tests are `async def` on one loop of their own."""

import functools
import inspect
import sys
from pathlib import Path

import pytest
from anyio.from_thread import start_blocking_portal

here = Path(__file__).parent
sys.path[:0] = [str(here), str(here.parent / "user")]

from chromium import BROWSER, chromium  # noqa: E402
from living import hub, own_hub  # noqa: E402, F401


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
