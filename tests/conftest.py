"""Async tests run on Trio's clock that jumps: a minute of conversation takes a millisecond.

A test marked `asyncio` runs on asyncio with the real clock instead, for libraries that need it.
"""

import functools
import gc
import inspect
import sys
from pathlib import Path

import anyio
import hypothesis
import pytest
import trio

sys.path.insert(0, str(Path(__file__).parent))  # so that tests find what is beside this

from jumping import jumping
from towns import share

share()

# The machine may be busy: no example has a deadline. `scripts/test quick` tries fewer.
hypothesis.settings.register_profile("shared", deadline=None)
hypothesis.settings.register_profile("quick", deadline=None, max_examples=12)
hypothesis.settings.load_profile("shared")

gc.disable()  # until all tests are there: nothing of what is collected ever goes


def pytest_collection_finish():
    """From here on garbage is looked for among what the tests make, and not among them."""
    gc.freeze()
    gc.set_threshold(20_000)
    gc.enable()


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
        trio.run(test, clock=jumping())
    return True
