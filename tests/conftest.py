"""Async tests run on Trio's clock that jumps: a minute of conversation takes a millisecond.

A test marked `asyncio` runs on asyncio with the real clock instead, for libraries that need it.
"""

import functools
import inspect
import sys
from pathlib import Path

import anyio
import hypothesis
import pytest
import trio
import trio.testing

sys.path.insert(0, str(Path(__file__).parent))

hypothesis.settings.register_profile("shared", deadline=None)
hypothesis.settings.load_profile("shared")  # the machine may be busy: no example has a deadline


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    """Run `async def` tests."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = pyfuncitem._fixtureinfo.argnames
    test = functools.partial(pyfuncitem.obj, **{name: pyfuncitem.funcargs[name] for name in names})
    if pyfuncitem.get_closest_marker("asyncio"):
        anyio.run(test)
    else:
        trio.run(test, clock=trio.testing.MockClock(autojump_threshold=0))
    return True
