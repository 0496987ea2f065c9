"""How much work something is, alike on every machine and in every hour."""

import sys
from collections.abc import Callable


def effort(work: Callable[[], object]) -> int:
    """The calls that `work` makes, of functions in Python and in C.

    What an expression of `re` does inside is one call: a test that fears for one gives it enough
    to never come back.
    """
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls
